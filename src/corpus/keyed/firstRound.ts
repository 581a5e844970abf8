import { arrivals } from './arrivals'
import { bucketReducer } from './bucketReducer'
import { fieldsOf, keyedLine, keyedRecord, sections, type KeyedLine, type KeyedRecord } from './keys'
import { repeatedQuotes } from './repeatedQuotes'
import { wordingEdges } from './wordingEdges'
import { wordingSets } from './wordingSets'

/** Where a reduce puts what it makes. */
export interface ReduceOutputs {
  /** Records of `holder`, `identity` and `repeat`, to be sorted. */
  readonly second: (line: KeyedLine) => void
  /** Records of `speaker` and `group`, to be sorted. */
  readonly third: (line: KeyedLine) => void
  /** Quotes, in order, that are gone through when all versions are known. */
  readonly quotes: { readonly put: (line: KeyedLine) => void; readonly all: () => Iterable<KeyedLine> }
  /** Of two articles of one id the one at this place is left out. */
  readonly leftOut: (message: string, place: string) => void
  /** Records are missing: what is made of the others is not the links of the articles. */
  readonly missing: (message: string) => void
}

/** Takes the records of all articles in order of their keys. */
export interface FirstRound {
  /** Throws an error for a record that is damaged; `UnsortedError` where going on makes no sense. */
  accept(line: KeyedLine): void
  /** To be called after the last. */
  end(): void
}

/** The stream as a whole cannot be reduced. */
export class UnsortedError extends Error {}

/** Records of one key are one record: a job that was done twice counts once. */
export function firstRound({ second, third, quotes, leftOut, missing }: ReduceOutputs): FirstRound {
  const arrived = arrivals()
  const buckets = bucketReducer(second)
  const sets = wordingSets()
  const edges = wordingEdges((one, other) => sets.join(one, other))
  const wordings = liveWordings()
  const seen = [0, 0, 0]
  let lastKey = ''
  let lastValue = ''
  let lastCounted = ''
  let isPartial = false

  /** Whether the record is the first of its key that counts. */
  function isNew({ key, value }: KeyedRecord, article: string): boolean {
    if (key === lastCounted || !arrived.counts(article, value.slice(2, 10))) return false
    lastCounted = key
    return true
  }

  function made(line: KeyedLine): void {
    isPartial = true
    second(line)
  }

  const rooms: Readonly<Record<string, (record: KeyedRecord, fields: readonly string[], line: KeyedLine) => void>> = {
    [sections.article](record) {
      const problem = arrived.accept(record)
      if (problem) leftOut(problem.message, problem.place)
    },
    [sections.candidate](record, [, , article = '']) {
      if (!isNew(record, article)) return
      seen[0]!++
      buckets.accept(record)
    },
    [sections.quote](record, [wording = '', article = ''], line) {
      const counts = isNew(record, article)
      wordings.see(wording, counts || record.key === lastCounted)
      if (!counts) return
      seen[1]!++
      quotes.put(line)
    },
    [sections.unnamed](record, [article = '', number = '']) {
      if (!isNew(record, article)) return
      seen[2]!++
      const [, facts, spoken] = JSON.parse(record.value) as readonly [string, unknown, unknown]
      third(keyedLine(sections.speaker, [article, number], facts))
      third(keyedLine(sections.speaker, [article, number, article, number], spoken))
    },
    [sections.run](record, [, wording = '']) {
      if (wordings.isLive(wording)) edges.accept(record)
    },
    [sections.version](_, [one = '', other = '']) {
      isPartial = true
      sets.join(one, other)
    },
    [sections.holder]: (_, __, line) => made(line),
    [sections.identity]: (_, __, line) => made(line),
    [sections.taken]({ key, value }) {
      if (key === lastCounted) return
      lastCounted = key
      isPartial = true
      seen[0]! += JSON.parse(value) as number
    }
  }

  return {
    accept(line) {
      const record = keyedRecord(line)
      const { key } = record
      const room = rooms[key[0]!]
      if (!room || key[1] !== '!') throw new Error('is no record that links --map or --reduce --partial has written')
      if (key < lastKey)
        throw new UnsortedError(`the keys are not in order (LC_ALL=C sort): ${lastKey} is before ${key}`)
      if (key === lastKey && isSameRecord(record, lastValue)) return
      if (lastKey.startsWith(sections.candidate) && !key.startsWith(sections.candidate)) buckets.end()
      lastKey = key
      lastValue = record.value
      room(record, fieldsOf(key), line)
    },
    end() {
      buckets.end()
      if (isPartial && arrived.hasRejected())
        throw new UnsortedError('partial reduces cannot tell two articles of one id apart: reduce all records at once')
      const counted = arrived.expected()
      const absent = seen.map((count, index) => counted[index]! - count)
      if (absent.some((count) => count !== 0))
        missing(
          `the records are not those of the articles: of entities, quotes and sources ${absent.join(', ')} are missing`
        )
      for (const shard of arrived.missingShards()) missing(`shard ${shard} is missing`)
      const repeated = repeatedQuotes(sets, second)
      for (const line of quotes.all()) repeated(keyedRecord(line))
    }
  }
}

/** Whether a record of the same key as the one before is that one again. Of what a partial reduce has made, two may not differ. */
function isSameRecord({ key, value }: KeyedRecord, lastValue: string): boolean {
  if (value !== lastValue && (key.startsWith(sections.holder) || key.startsWith(sections.identity)))
    throw new UnsortedError(`two partial reduces had parts of one bucket: ${key}`)
  return value === lastValue
}

/** Which wordings only articles have that do not count: their runs must not stand between those of others. */
function liveWordings() {
  const dead = new Set<string>()
  let last = ''
  return {
    see(wording: string, isLive: boolean) {
      if (isLive) dead.delete(wording)
      else if (wording !== last) dead.add(wording)
      last = wording
    },
    isLive: (wording: string) => !dead.has(wording)
  }
}
