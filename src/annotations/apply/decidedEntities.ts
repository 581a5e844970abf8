import { descriptionsOf, type AnalyzedText, type Entity, type EntityType } from '../../analysis'
import { shownText } from '../../article'
import { mapped } from '../../util/mapped'
import type { Identity } from '../decision'
import type { RegisteredEntity } from '../project'
import type { LiveMention } from './decideMentions'
import { iriOf } from './keys'
import { asDescription, looksLikeName, nameKey, wordsAt } from './words'

/** What the entity of a bearer is made of. */
export interface EntityParts {
  /** As in `bearersOf`. */
  readonly bearer: string
  /** In order of the text. */
  readonly mentions: readonly LiveMention[]
}

/** What has been said of identities, by IRI. */
export interface KnownIdentities {
  /** As it was called when it was decided last. */
  readonly decided: ReadonlyMap<string, Identity>
  readonly registered: ReadonlyMap<string, RegisteredEntity>
}

export type EntityFacts = Omit<Entity, 'id' | 'mentions'>

/** Makes what is said of entities from their mentions; of one that is as it was suggested, what was suggested. */
export function entityFacts(source: AnalyzedText, identities: KnownIdentities): (parts: EntityParts) => EntityFacts {
  const suggested = new Map(source.analysis.entities.map((entity) => [entity.id, entity]))
  return ({ bearer, mentions }) => {
    const before = suggested.get(bearer)
    if (before && isAsSuggested(before, mentions)) return withoutPlace(before)
    const iri = iriOf(bearer)
    const names = mentions.filter(({ form }) => form === 'name').map((mention) => wordsAt(source, mention))
    const known = iri === undefined ? undefined : (identities.registered.get(iri) ?? identities.decided.get(iri))
    const type = known?.type ?? before?.type ?? mentions[0]!.type
    const homes = homesOf(mentions, suggested)
    const name = known?.name.trim() || nameOf(source, before, mentions, names)
    return {
      name,
      type,
      named: names.length > 0 || (known !== undefined && looksLikeName(name)),
      ...(iri !== undefined && { identity: iri }),
      aliases: aliasesOf(names, name),
      descriptions: descriptionsOf(
        mapped(mentions, ({ fact }) => fact),
        (span) => shownText(source, span)
      ),
      places: type === 'place' ? placesOf(before ? [before, ...homes] : homes, name, type) : []
    }
  }
}

function isAsSuggested(before: Entity, mentions: readonly LiveMention[]): boolean {
  return (
    before.mentions.length === mentions.length &&
    mentions.every(({ suggestion, home }) => suggestion >= 0 && home === before.id)
  )
}

function withoutPlace({ id: _id, mentions: _mentions, ...facts }: Entity): EntityFacts {
  return facts
}

/**
 * The suggested name as long as the text still has it, or a fuller one that a person marked; otherwise the longest name, or
 * a description.
 */
function nameOf(
  source: AnalyzedText,
  before: Entity | undefined,
  mentions: readonly LiveMention[],
  names: readonly string[]
): string {
  if (names.length === 0) {
    if (before && !before.named) return before.name
    const telling = mentions.find(({ form }) => form === 'nominal') ?? mentions[0]
    return asDescription(telling ? wordsAt(source, telling) : '')
  }
  const longest = longestFirst(names)[0]!
  if (!before?.named) return longest || asDescription('')
  const key = nameKey(before.type, before.name)
  const fuller = longestFirst(
    mentions
      .filter(({ form, decision }) => form === 'name' && decision?.kind === 'mention')
      .map((mention) => wordsAt(source, mention))
  ).find((name) => isFuller(name, before))
  if (fuller !== undefined) return fuller
  const wasWritten = before.mentions.some(
    (index) => nameKey(before.type, wordsAt(source, source.analysis.mentions[index]!)) === key
  )
  const isWritten = names.some((name) => nameKey(before.type, name) === key)
  return isWritten || !wasWritten ? before.name : longest
}

function isFuller(name: string, { type, name: known }: Entity): boolean {
  const words = new Set(nameKey(type, name).split(' '))
  const knownWords = new Set(nameKey(type, known).split(' '))
  return words.size > knownWords.size && [...knownWords].every((word) => words.has(word))
}

function aliasesOf(names: readonly string[], name: string): readonly string[] {
  return longestFirst(names.filter((one) => one !== name))
}

/** Each once. */
function longestFirst(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
}

/** The suggested entities that have become this one, in order of the text. */
function homesOf(mentions: readonly LiveMention[], suggested: ReadonlyMap<string, Entity>): readonly Entity[] {
  const homes = new Set(mentions.map(({ home }) => home))
  return [...homes].flatMap((home) => suggested.get(home) ?? [])
}

/** There is no gazetteer here: what the suggested entities were resolved to, that of the same name first. */
function placesOf(entities: readonly Entity[], name: string, type: EntityType): Entity['places'] {
  const resolved = entities.filter(({ places }) => places.length > 0)
  const key = nameKey(type, name)
  return (resolved.find((entity) => nameKey(type, entity.name) === key) ?? resolved[0])?.places ?? []
}
