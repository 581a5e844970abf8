import type { Span } from '../../article'
import { mapped } from '../../util/mapped'
import { mappedInSteps, type Steps } from '../../util/steps'
import type { Analysis, Attribution, Entity, Mention, NamedMention, Quote } from '../analysis'
import { resolvePlaces, type Gazetteer } from '../entities'
import { linksOf } from '../links'
import { descriptionsOf } from './descriptions'
import type { Actor, Speaker } from './discourse'
import { aliases, readableName } from './readableName'
import type { Resolved } from './resolve'
import { shownMentions, type ShownMention } from './shownMentions'
import { findSpeakers } from './speakers'

/** Turns who-is-who into the analysis: entities are the named and the speakers, in order of first appearance. */
export function* assemble(resolved: Resolved, gazetteer: Gazetteer): Steps<Analysis> {
  const { discourse } = resolved
  const found = findSpeakers(resolved)
  yield
  const shown = shownMentions(resolved, found)
  yield
  const ids = new Map<Actor, string>()
  for (const { actor } of shown) if (!ids.has(actor)) ids.set(actor, `e${ids.size + 1}`)
  const speakers = mapped(found, (speaker) => (speaker && ids.has(speaker.actor) ? speaker : null))
  const mentions = mapped(shown, (mention) => mentionOf(mention, discourse.tables.names, ids.get(mention.actor)!))
  const quotes = orderedQuotes(discourse.tables.attributions, speakers, ids)
  yield
  const entities = yield* entitiesOf(resolved, ids, mentions, gazetteer)
  return { mentions, entities, quotes, links: linksOf(quotes) }
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

function* entitiesOf(
  { discourse }: Resolved,
  ids: ReadonlyMap<Actor, string>,
  mentions: readonly Mention[],
  gazetteer: Gazetteer
): Steps<readonly Entity[]> {
  const { tables } = discourse
  const mentionsOf = new Map<string, number[]>()
  for (const id of ids.values()) mentionsOf.set(id, [])
  mentions.forEach(({ entity }, index) => mentionsOf.get(entity)!.push(index))
  const actors = [...ids.keys()]
  const names = yield* mappedInSteps(actors, (actor) => readableName(actor, discourse), actorsPerStep)
  const isPlace = (actor: Actor) => actor.type === 'place' && actor.chain !== null
  const records = resolvePlaces(
    names.filter((_, index) => isPlace(actors[index]!)),
    gazetteer
  )
  yield
  const shown = ({ start, end }: Span) => tables.article.text.slice(start, end)
  const describe = (actor: Actor, index: number): Entity => ({
    id: ids.get(actor)!,
    name: names[index]!,
    type: actor.type,
    named: actor.chain !== null,
    aliases: aliases(actor, names[index]!, tables),
    descriptions: descriptionsOf(
      mapped(mentionsOf.get(ids.get(actor)!)!, (mention) => mentions[mention]!),
      shown
    ),
    mentions: mentionsOf.get(ids.get(actor)!)!,
    places: (isPlace(actor) && records.get(names[index]!)) || []
  })
  return yield* mappedInSteps(actors, describe, actorsPerStep)
}

const actorsPerStep = 200
