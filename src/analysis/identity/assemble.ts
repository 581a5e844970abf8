import { mapped } from '../../util/mapped'
import type { Analysis, Attribution, Entity, Link, Mention, NamedMention, Quote } from '../analysis'
import { resolvePlaces, type Gazetteer } from '../entities'
import type { Actor, Speaker } from './discourse'
import { isAddress } from './names/nameKey'
import { aliases, readableName } from './readableName'
import type { Resolved } from './resolve'
import { shownMentions, type ShownMention } from './shownMentions'
import { findSpeakers } from './speakers'

/** Turns who-is-who into the analysis: entities are the named and the speakers, in order of first appearance. */
export function assemble(resolved: Resolved, gazetteer: Gazetteer): Analysis {
  const { discourse } = resolved
  const found = findSpeakers(resolved)
  const shown = shownMentions(resolved, found)
  const ids = new Map<Actor, string>()
  for (const { actor } of shown) if (!ids.has(actor)) ids.set(actor, `e${ids.size + 1}`)
  const speakers = mapped(found, (speaker) => (speaker && ids.has(speaker.actor) ? speaker : null))
  const mentions = mapped(shown, (mention) => mentionOf(mention, discourse.tables.names, ids.get(mention.actor)!))
  const quotes = orderedQuotes(discourse.tables.attributions, speakers, ids)
  return { mentions, entities: entitiesOf(resolved, ids, mentions, gazetteer), quotes, links: linksOf(quotes) }
}

function mentionOf(
  { start, end, reference, actor, rule, confidence }: ShownMention,
  names: readonly NamedMention[],
  entity: string
): Mention {
  const { form } = reference
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
