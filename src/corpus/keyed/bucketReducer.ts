import { bucketHolders, type BucketHolders } from '../bucketHolders'
import { unusedId } from '../corpusEntity'
import { entityTally, isBefore, type EntityTally, type MemberPlace } from '../entityTally'
import type { NameHolder } from '../nameHolder'
import { idInBucket, type EntityTraits } from '../summary'
import { stringPool, type StringPool } from '../summaryLines'
import { splitCodes } from './codes'
import {
  fieldsOf,
  keyedLine,
  numberField,
  readTextField,
  sections,
  textField,
  type KeyedLine,
  type KeyedRecord
} from './keys'

/** Who is who in a bucket whose candidates come in order. */
export interface BucketReducer {
  /** Throws when the record is damaged. */
  accept(record: KeyedRecord): void
  /** To be called after the last. */
  end(): void
}

interface Holder {
  readonly number: number
  readonly tally: EntityTally
  first: MemberPlace
  isNamed: boolean
  isQuoted: boolean
}

interface Bucket {
  readonly field: string
  readonly told: BucketHolders
  readonly holders: Map<NameHolder, Holder>
}

/**
 * Gives who has quotes, with their quotes, by bucket and number; and the members of identities, which may be in several buckets. Of a
 * bucket it holds the names, not the mentions.
 */
export function bucketReducer(emit: (line: KeyedLine) => void): BucketReducer {
  let bucket: Bucket | undefined
  let strings = boundedPool()

  function end(): void {
    if (bucket) endBucket(bucket, emit)
    bucket = undefined
  }

  return {
    accept({ key, value }) {
      const [field = '', , article = '', number = ''] = fieldsOf(key)
      const { quotes, names, traits } = readCandidate(value, strings)
      if (bucket?.field !== field) {
        end()
        strings = boundedPool()
        bucket = { field, told: bucketHolders(), holders: new Map() }
      }
      const { told, holders } = bucket
      const holder = told.join(traits, () => splitCodes(names))
      if (holder.identity !== null) {
        const {
          name,
          type,
          named,
          identity,
          key: { short }
        } = traits
        const fields = [textField(holder.identity), article, number]
        emit(keyedLine(sections.identity, fields, [name, type, named, short, identity !== null, quotes]))
        return
      }
      const place = { article: readTextField(article), number: Number(number) }
      const known = holders.get(holder) ?? newHolder(holders.size, traits, place)
      holders.set(holder, known)
      known.tally.add(traits, place)
      if (isBefore(place, known.first)) {
        known.first = place
        known.isNamed = traits.named
      }
      if (quotes.length === 0) return
      known.isQuoted = true
      emit(keyedLine(sections.holder, [field, numberField(known.number), article, number], quotes))
    },
    end
  }
}

function newHolder(number: number, { named }: EntityTraits, first: MemberPlace): Holder {
  return { number, tally: entityTally(), first, isNamed: named, isQuoted: false }
}

/** Ids are given in order of the first members, as `linkEntities` does. */
function endBucket({ field, holders }: Bucket, emit: (line: KeyedLine) => void): void {
  const usedIds = new Set<string>()
  for (const { number, tally, first, isNamed, isQuoted } of [...holders.values()].sort(byFirst)) {
    const best = tally.best()
    const id = unusedId(idInBucket(best), first, usedIds)
    if (!isQuoted) continue
    const firstFields = [textField(first.article), numberField(first.number)]
    emit(
      keyedLine(sections.holder, [field, numberField(number)], [firstFields, [id, best.name, tally.type(), isNamed]])
    )
  }
}

function byFirst(a: Holder, b: Holder): number {
  return isBefore(a.first, b.first) ? -1 : 1
}

interface Candidate {
  readonly quotes: readonly number[]
  readonly names: string
  readonly traits: EntityTraits
}

function readCandidate(value: string, strings: Pick<StringPool, 'traits'>): Candidate {
  const [whole, quotes, names] = /^\["[\w-]*",(\[[\d,]*\]),"([\w-]*)",/.exec(value) ?? []
  if (whole === undefined || !value.endsWith(']')) throw new Error('is damaged')
  const traits = strings.traits(value.slice(whole.length, -1))
  return { quotes: JSON.parse(quotes!) as readonly number[], names: names!, traits }
}

/** Equal facts are read once, but no more of them are kept than memory is for. */
function boundedPool(): Pick<StringPool, 'traits'> {
  let pool = stringPool()
  let count = 0
  return {
    traits(line) {
      if (++count % factsKept === 0) pool = stringPool()
      return pool.traits(line)
    }
  }
}

const factsKept = 20_000
