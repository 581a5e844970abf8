import type { Analysis, Entity, EntityType, Evidence, Mention, MentionForm, PlaceRecord, Quote } from '../analysis'
import type { Span } from '../article'
import { entityId, entityNumber } from './summary'

/** JSON with an analysis in the fewest characters: numbers instead of names and repetitions. Of the same version of the extension only. */
export type PackedAnalysis = readonly [evidence: readonly PackedEvidence[], mentions: readonly number[], descriptions: readonly number[], entities: readonly PackedEntity[], quotes: readonly PackedQuote[], links: readonly (readonly number[])[]]

type PackedEvidence = readonly [rule: string, confidence: number]
type PackedPlace = readonly [name: string, kind: PlaceRecord['kind'], country: string, countryName: string, latitude: number, longitude: number, population: number | null]
type PackedEntity = readonly [number: number, name: string, type: number, named: 0 | 1, aliases: readonly string[], descriptions: readonly string[], places: readonly PackedPlace[]]
type PackedQuote = readonly [content: readonly number[], cue: readonly number[] | 0, source: readonly number[] | 0, kind: number, evidence: number, speaker: number, speakerRule: string | 0]

const types: readonly EntityType[] = ['person', 'organization', 'group', 'place']
const forms: readonly MentionForm[] = ['name', 'nominal', 'pronoun']
const kinds = ['direct', 'indirect', 'mixed'] as const
const acts = ['speech', 'attitude'] as const
const columns = 5

export function packAnalysis(analysis: Analysis): PackedAnalysis {
  const known = new Map<string, number>()
  const evidence: PackedEvidence[] = []
  const evidenceOf = ({ rule, confidence }: Evidence) => {
    const key = `${confidence} ${rule}`
    const index = known.get(key) ?? evidence.push([rule, confidence]) - 1
    known.set(key, index)
    return index
  }
  const mentions = analysis.mentions.flatMap((mention) => [
    mention.start, mention.end - mention.start, types.indexOf(mention.type) + 4 * forms.indexOf(mention.form) + 12 * Number(mention.acting), evidenceOf(mention), entityNumber(mention.entity)
  ])
  const descriptions = analysis.mentions.flatMap(({ description }, index) => (description ? [index, description.start, description.end] : []))
  const entities = analysis.entities.map((entity): PackedEntity => [
    entityNumber(entity.id), entity.name, types.indexOf(entity.type), entity.named ? 1 : 0, entity.aliases, entity.descriptions,
    entity.places.map(({ name, kind, country, countryName, latitude, longitude, population }): PackedPlace => [name, kind, country, countryName, latitude, longitude, population])
  ])
  const quotes = analysis.quotes.map((quote): PackedQuote => [
    flat(quote.content), quote.cue ? flat(quote.cue) : 0, quote.source ? flat(quote.source) : 0, kinds.indexOf(quote.kind) + 3 * acts.indexOf(quote.act), evidenceOf(quote),
    quote.speaker === null ? 0 : entityNumber(quote.speaker), quote.speakerRule ?? 0
  ])
  return [evidence, mentions, descriptions, entities, quotes, analysis.links.map(({ speaker, quotes: spoken }) => [entityNumber(speaker), ...spoken])]
}

/** The same analysis again. */
export function unpackAnalysis([evidence, columnsOfMentions, descriptions, entities, quotes, links]: PackedAnalysis): Analysis {
  const described = new Map<number, Span>()
  for (let at = 0; at < descriptions.length; at += 3) described.set(descriptions[at]!, { start: descriptions[at + 1]!, end: descriptions[at + 2]! })
  const mentionsOf = new Map<number, number[]>(entities.map(([number]) => [number, []]))
  const mentions: Mention[] = []
  for (let at = 0; at < columnsOfMentions.length; at += columns) {
    const [start = 0, length = 0, bits = 0, reason = 0, entity = 0] = columnsOfMentions.slice(at, at + columns)
    const [rule, confidence] = evidence[reason]!
    mentionsOf.get(entity)?.push(mentions.length)
    mentions.push({ start, end: start + length, type: types[bits % 4]!, form: forms[Math.floor(bits / 4) % 3]!, acting: bits >= 12, description: described.get(mentions.length) ?? null, entity: entityId(entity), rule, confidence })
  }
  return {
    mentions,
    entities: entities.map(([number, name, type, named, aliases, told, places]): Entity => ({
      id: entityId(number), name, type: types[type]!, named: named === 1, aliases, descriptions: told, mentions: mentionsOf.get(number) ?? [],
      places: places.map(([place, kind, country, countryName, latitude, longitude, population]) => ({ name: place, kind, country, countryName, latitude, longitude, population }))
    })),
    quotes: quotes.map(([content, cue, source, bits, reason, speaker, speakerRule]): Quote => {
      const [rule, confidence] = evidence[reason]!
      return {
        content: spans(content), cue: cue === 0 ? null : spans(cue), source: source === 0 ? null : spans(source), kind: kinds[bits % 3]!, act: acts[Math.floor(bits / 3)]!, rule, confidence,
        speaker: speaker === 0 ? null : entityId(speaker), speakerRule: speakerRule === 0 ? null : speakerRule
      }
    }),
    links: links.map(([speaker = 0, ...spoken]) => ({ speaker: entityId(speaker), quotes: spoken }))
  }
}

function flat(pieces: readonly Span[]): readonly number[] {
  return pieces.flatMap(({ start, end }) => [start, end - start])
}

function spans(numbers: readonly number[]): readonly Span[] {
  return Array.from({ length: numbers.length / 2 }, (_, index) => ({ start: numbers[2 * index]!, end: numbers[2 * index]! + numbers[2 * index + 1]! }))
}
