import { mapped } from '../../util/mapped'
import type { Analysis, Attribution, Entity, Link, Mention, NamedMention, Quote } from '../analysis'
import { resolvePlaces, type Gazetteer } from '../entities'
import type { Actor, Discourse, Speaker } from './discourse'
import { isAddress } from './names/nameKey'
import { aliases, readableName } from './readableName'
import type { Resolution, Resolved } from './resolve'
import type { Reference } from './references/findReferences'
import { findSpeakers } from './speakers'

/** Turns who-is-who into the analysis: entities are the named and the speakers, in order of first appearance. */
export function assemble(resolved: Resolved, gazetteer: Gazetteer): Analysis {
  const { discourse } = resolved
  const speakers = findSpeakers(resolved)
  const shown = shownActors(resolved, speakers)
  const found = orderedMentions(resolved, shown, speakers)
  const ids = new Map<Actor, string>()
  for (const { actor } of found) if (!ids.has(actor)) ids.set(actor, `e${ids.size + 1}`)
  for (const speaker of speakers) if (speaker && !ids.has(speaker.actor)) ids.set(speaker.actor, `e${ids.size + 1}`)
  const mentions = mapped(found, (mention) => mentionOf(mention, discourse.tables.names, ids.get(mention.actor)!))
  const quotes = orderedQuotes(discourse.tables.attributions, speakers, ids)
  return { mentions, entities: entitiesOf(resolved, ids, mentions, gazetteer), quotes, links: linksOf(quotes) }
}

/** A reference that is shown, before its actor has an id. */
interface FoundMention extends Resolution {
  readonly reference: Reference
}

function shownActors({ discourse }: Resolved, speakers: readonly (Speaker | null)[]): ReadonlySet<Actor> {
  const shown = new Set<Actor>()
  for (const actor of discourse.actors)
    if (!actor.sameAs && (actor.chain || comesUpAgain(actor, discourse))) shown.add(actor)
  for (const speaker of speakers) if (speaker) shown.add(speaker.actor)
  return shown
}

/** "The gunman ... he": one person without a name whom the text goes on about, more than "a man who". */
function comesUpAgain({ type, number, phrase, references }: Actor, discourse: Discourse): boolean {
  if (type !== 'person' || number !== 'one' || phrase === null) return false
  return references.some((index) => {
    const reference = discourse.references[index]!
    return (
      reference !== phrase &&
      (reference.form === 'nominal' || reference.pronoun?.kind === 'he' || reference.pronoun?.kind === 'she')
    )
  })
}

function orderedMentions(
  { discourse, resolutions }: Resolved,
  shown: ReadonlySet<Actor>,
  speakers: readonly (Speaker | null)[]
): readonly FoundMention[] {
  const found: FoundMention[] = []
  discourse.references.forEach((reference, index) => {
    const resolution = resolutions[index] ?? speakingSelf(reference, discourse.tables.contentAt, speakers)
    if (resolution && shown.has(resolution.actor) && isSafe(reference, resolution))
      found.push({ reference, actor: resolution.actor, rule: resolution.rule, confidence: resolution.confidence })
  })
  return found.sort((a, b) => a.reference.start - b.reference.start || b.reference.end - a.reference.end)
}

/**
 * Sources are shown whatever they are. Elsewhere "it" is too often the weather and "they" too often nobody in particular:
 * of these only "its" and "itself" are, and "they" of a group with a name. A common noun is shown for people, for who
 * has spoken, and for a place of which the text has told what it is.
 */
function isSafe({ form, sources, pronoun, phrase, members }: Reference, { actor, rule }: Resolution): boolean {
  if (form === 'name' || sources.length > 0) return true
  if (pronoun) {
    if (pronoun.kind === 'it') return pronoun.owner || pronoun.reflexive
    return pronoun.kind !== 'which' && (pronoun.kind !== 'they' || (actor.type === 'group' && actor.chain !== null))
  }
  if (phrase?.sense?.kind === 'document' || members.length > 1) return false
  return actor.type === 'person' || actor.lastSpoke >= 0 || rule === 'place-description'
}

function mentionOf(
  { reference, actor, rule, confidence }: FoundMention,
  names: readonly NamedMention[],
  entity: string
): Mention {
  const { start, end, form } = reference
  if (form !== 'name')
    return {
      start,
      end,
      type: actor.type,
      acting: actor.type === 'place' && reference.sources.length > 0,
      description: null,
      rule,
      confidence,
      form,
      entity
    }
  const name = names[reference.name]!
  return {
    start,
    end,
    type: name.type,
    acting: name.acting,
    description: name.description,
    rule: name.rule,
    confidence: name.confidence,
    form,
    entity
  }
}

/** "I" in a direct quote is its speaker. */
function speakingSelf(
  reference: Reference,
  contentAt: Int32Array,
  speakers: readonly (Speaker | null)[]
): Resolution | null {
  if (reference.pronoun?.kind !== 'i') return null
  const speaker = speakers[contentAt[reference.head]!]
  return speaker ? { actor: speaker.actor, rule: 'speaking-self', confidence: 0.9 } : null
}

function orderedQuotes(
  attributions: readonly Attribution[],
  speakers: readonly (Speaker | null)[],
  ids: ReadonlyMap<Actor, string>
): readonly Quote[] {
  return mapped(attributions, (attribution, index) => {
    const speaker = speakers[index]
    const { content, cue, source, kind, act, rule, confidence } = attribution
    return {
      content,
      cue,
      source,
      kind,
      act,
      rule,
      confidence,
      speaker: speaker ? ids.get(speaker.actor)! : null,
      speakerRule: speaker?.rule ?? null
    }
  })
}

function linksOf(quotes: readonly Quote[]): readonly Link[] {
  const links = new Map<string, number[]>()
  quotes.forEach(({ speaker }, index) => {
    if (!speaker) return
    const known = links.get(speaker)
    if (known) known.push(index)
    else links.set(speaker, [index])
  })
  return mapped([...links], ([speaker, indexes]) => ({ speaker, quotes: indexes }))
}

function entitiesOf(
  { discourse }: Resolved,
  ids: ReadonlyMap<Actor, string>,
  mentions: readonly Mention[],
  gazetteer: Gazetteer
): readonly Entity[] {
  const { tables } = discourse
  const mentionsOf = new Map<string, number[]>()
  for (const id of ids.values()) mentionsOf.set(id, [])
  mentions.forEach(({ entity }, index) => mentionsOf.get(entity)!.push(index))
  const actors = [...ids.keys()]
  const names = mapped(actors, (actor) => readableName(actor, discourse))
  const isPlace = (actor: Actor) => actor.type === 'place' && actor.chain !== null
  const records = resolvePlaces(
    names.filter((_, index) => isPlace(actors[index]!)),
    gazetteer
  )
  return mapped(actors, (actor, index) => ({
    id: ids.get(actor)!,
    name: names[index]!,
    type: actor.type,
    named: actor.chain !== null,
    aliases: aliases(actor, names[index]!, tables),
    descriptions: descriptionsOf(mentionsOf.get(ids.get(actor)!)!, mentions, tables.article.text),
    mentions: mentionsOf.get(ids.get(actor)!)!,
    places: (isPlace(actor) && records.get(names[index]!)) || []
  }))
}

const mostDescriptions = 12

/** Titles and appositions of its names, and the descriptions that refer to it, without their articles. */
function descriptionsOf(indexes: readonly number[], mentions: readonly Mention[], text: string): readonly string[] {
  const seen = new Map<string, string>()
  for (const index of indexes) {
    const mention = mentions[index]!
    const span = mention.form === 'nominal' ? mention : mention.description
    if (!span) continue
    const words = text
      .slice(span.start, span.end)
      .replace(/\s+/g, ' ')
      .replace(/^(?:the|an?|this|that) /i, '')
      .trim()
    const key = words.toLowerCase()
    // "Mr" describes nobody.
    if (words && !isAddress(words) && !seen.has(key)) seen.set(key, words)
    if (seen.size === mostDescriptions) break
  }
  return [...seen.values()]
}
