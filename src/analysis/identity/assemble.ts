import type { Analysis, Attribution, Entity, Link, Mention, Quote } from '../analysis'
import { resolvePlaces, type Gazetteer } from '../entities'
import type { Actor } from './discourse'
import { aliases, readableName } from './readableName'
import type { Resolution, Resolved } from './resolve'
import type { Reference } from './references/findReferences'
import { findSpeakers, type Speaker } from './speakers'

/** Turns who-is-who into the analysis: entities are the named and the speakers, in order of first appearance. */
export function assemble(resolved: Resolved, gazetteer: Gazetteer): Analysis {
  const { discourse } = resolved
  const speakers = findSpeakers(resolved)
  const shown = shownActors(resolved, speakers)
  const found = orderedMentions(resolved, shown, speakers)
  const ids = new Map<Actor, string>()
  for (const { actor } of found) if (!ids.has(actor)) ids.set(actor, `e${ids.size + 1}`)
  for (const speaker of speakers) if (speaker && !ids.has(speaker.actor)) ids.set(speaker.actor, `e${ids.size + 1}`)
  const mentions: Mention[] = found.map(({ actor, mention }) => ({ ...mention, entity: ids.get(actor)! }))
  const quotes = orderedQuotes(discourse.reading.attributions, speakers, ids)
  return { mentions, entities: entitiesOf(resolved, ids, found, gazetteer), quotes, links: linksOf(quotes) }
}

interface FoundMention {
  readonly actor: Actor
  readonly mention: Omit<Mention, 'entity'>
}

function shownActors({ discourse }: Resolved, speakers: readonly (Speaker | null)[]): ReadonlySet<Actor> {
  const shown = new Set<Actor>()
  for (const actor of discourse.actors) if (actor.chain && !actor.sameAs) shown.add(actor)
  for (const speaker of speakers) if (speaker) shown.add(speaker.actor)
  return shown
}

function orderedMentions({ discourse, resolutions }: Resolved, shown: ReadonlySet<Actor>, speakers: readonly (Speaker | null)[]): readonly FoundMention[] {
  const { reading, references } = discourse
  const found: FoundMention[] = []
  references.forEach((reference, index) => {
    const resolution = resolutions[index] ?? speakingSelf(reference, reading.contentAt, speakers)
    if (!resolution || !shown.has(resolution.actor)) return
    const { actor, rule, confidence } = resolution
    const { start, end, form } = reference
    if (form === 'name') found.push({ actor, mention: { ...reading.names[reference.name]!, form } })
    else found.push({ actor, mention: { start, end, type: actor.type, acting: actor.type === 'place' && reference.sources.length > 0, description: null, rule, confidence, form } })
  })
  return found.sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end)
}

/** "I" in a direct quote is its speaker. */
function speakingSelf(reference: Reference, contentAt: Int32Array, speakers: readonly (Speaker | null)[]): Resolution | null {
  if (reference.pronoun?.kind !== 'i') return null
  const speaker = speakers[contentAt[reference.head]!]
  return speaker ? { actor: speaker.actor, rule: 'speaking-self', confidence: 0.9 } : null
}

function orderedQuotes(attributions: readonly Attribution[], speakers: readonly (Speaker | null)[], ids: ReadonlyMap<Actor, string>): readonly Quote[] {
  return attributions.map((attribution, index) => {
    const speaker = speakers[index]
    return { ...attribution, speaker: speaker ? ids.get(speaker.actor)! : null, speakerRule: speaker?.rule ?? null }
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
  return [...links].map(([speaker, indexes]) => ({ speaker, quotes: indexes }))
}

function entitiesOf({ discourse }: Resolved, ids: ReadonlyMap<Actor, string>, found: readonly FoundMention[], gazetteer: Gazetteer): readonly Entity[] {
  const { reading } = discourse
  const mentionsOf = new Map<Actor, number[]>()
  found.forEach(({ actor }, index) => {
    const known = mentionsOf.get(actor)
    if (known) known.push(index)
    else mentionsOf.set(actor, [index])
  })
  const actors = [...ids.keys()]
  const names = actors.map((actor) => readableName(actor, discourse))
  const isPlace = (actor: Actor) => actor.type === 'place' && actor.chain !== null
  const records = resolvePlaces(names.filter((_, index) => isPlace(actors[index]!)), gazetteer)
  return actors.map((actor, index) => ({
    id: ids.get(actor)!,
    name: names[index]!,
    type: actor.type,
    named: actor.chain !== null,
    aliases: aliases(actor, names[index]!, reading),
    descriptions: descriptionsOf(mentionsOf.get(actor) ?? [], found, reading.article.text),
    mentions: mentionsOf.get(actor) ?? [],
    places: (isPlace(actor) && records.get(names[index]!)) || []
  }))
}

/** Titles and appositions of its names, and the descriptions that refer to it, without their articles. */
function descriptionsOf(mentions: readonly number[], found: readonly FoundMention[], text: string): readonly string[] {
  const seen = new Map<string, string>()
  for (const index of mentions) {
    const { mention } = found[index]!
    const span = mention.form === 'nominal' ? mention : mention.form === 'name' ? mention.description : null
    if (!span) continue
    const words = text.slice(span.start, span.end).replace(/\s+/g, ' ').replace(/^(?:the|an?|this|that) /i, '').trim()
    const key = words.toLowerCase()
    if (words && !seen.has(key)) seen.set(key, words)
  }
  return [...seen.values()].slice(0, 12)
}
