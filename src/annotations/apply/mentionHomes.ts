import type { AnalyzedText, Entity, Mention } from '../../analysis'
import { firstIndex } from '../../util/binarySearch'
import { mappedInSteps, type Steps } from '../../util/steps'
import type { Decision } from '../decision'
import { nameKey, wordsAt } from './words'

/** A mention that a person made. */
export interface NewMention extends Pick<Mention, 'start' | 'end' | 'type' | 'acting' | 'form' | 'description'> {
  readonly decision: Decision
  /** Indexes of the suggestions in whose place it stands. */
  readonly replaced: readonly number[]
  /** The name of the entity that it is kept for. */
  readonly entityName?: string
}

/** Mentions that are looked at in one step. */
const mentionsPerStep = 500

/**
 * Whom each new mention refers to, where nobody has decided that: the id of a suggested entity, or a key that all new
 * mentions of the same name have. A mention stays with the entity of the one in whose place it stands, as long as it is of the
 * same type and no other name says otherwise; a name goes to the entity of its type that has the same name.
 */
export function* mentionHomes(
  source: AnalyzedText,
  made: readonly NewMention[],
  isRemoved: (suggestion: number) => boolean
): Steps<readonly string[]> {
  if (made.length === 0) return []
  const { mentions, entities } = source.analysis
  const typeOf = new Map(entities.map(({ id, type }) => [id, type]))
  const named = namedPlaces()
  for (const [index, mention] of mentions.entries()) {
    if (index % mentionsPerStep === mentionsPerStep - 1) yield
    const type = typeOf.get(mention.entity)
    if (mention.form === 'name' && !isRemoved(index) && type)
      named.add(nameKey(type, wordsAt(source, mention)), mention.start, mention.entity)
  }
  named.settle()
  const onlyOnes = onlyOfTheirName(entities)

  const homeOf = (mention: NewMention): string | undefined => {
    const only = mention.entityName !== undefined && onlyOnes.get(`${mention.type} ${mention.entityName}`)
    if (only) return only
    const before = mention.replaced.find(
      (index) => typeOf.get(mentions[index]!.entity) === mention.type || mentions[index]!.type === mention.type
    )
    const stays = before === undefined ? undefined : mentions[before]!.entity
    if (mention.form !== 'name') return stays ?? `new ${mention.type} ${mention.start}-${mention.end}`
    const key = nameKey(mention.type, wordsAt(source, mention))
    if (before !== undefined && nameKey(mention.type, wordsAt(source, mentions[before]!)) === key) return stays
    return named.find(key, mention.start) ?? stays
  }
  const homes = yield* mappedInSteps(made, homeOf, mentionsPerStep)
  for (const [index, mention] of made.entries()) {
    if (index % mentionsPerStep === mentionsPerStep - 1) yield
    const home = homes[index]
    if (mention.form === 'name' && home !== undefined)
      named.add(nameKey(mention.type, wordsAt(source, mention)), mention.start, home)
  }
  named.settle()
  const decidedHome = (mention: NewMention, index: number) => {
    const key = nameKey(mention.type, wordsAt(source, mention))
    return homes[index] ?? named.find(key, mention.start) ?? `new ${key}`
  }
  return yield* mappedInSteps(made, decidedHome, mentionsPerStep)
}

/** The ids of the entities whose type and name no other has, by these. */
function onlyOfTheirName(entities: readonly Entity[]): ReadonlyMap<string, string | undefined> {
  const ids = new Map<string, string | undefined>()
  for (const { id, name, type } of entities) ids.set(`${type} ${name}`, ids.has(`${type} ${name}`) ? undefined : id)
  return ids
}

/** Where names stand in the text, and whose they are. */
function namedPlaces() {
  const places = new Map<string, { readonly start: number; readonly entity: string }[]>()
  return {
    add(key: string, start: number, entity: string) {
      const known = places.get(key)
      if (known) known.push({ start, entity })
      else places.set(key, [{ start, entity }])
    },
    /** Orders what was added. */
    settle() {
      for (const list of places.values()) list.sort((a, b) => a.start - b.start || (a.entity < b.entity ? -1 : 1))
    },
    /** The entity of the nearest such name before an offset, or else of the first behind it. */
    find(key: string, offset: number): string | undefined {
      const list = places.get(key) ?? []
      return list[Math.max(0, firstIndex(list.length, (at) => list[at]!.start > offset) - 1)]?.entity
    }
  }
}
