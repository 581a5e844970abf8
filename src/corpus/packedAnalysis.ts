import type {
  Analysis,
  Entity,
  EntityType,
  Evidence,
  Link,
  Mention,
  MentionForm,
  PlaceRecord,
  Quote
} from '../analysis'
import type { Span } from '../article'
import { numberReader, numberWriter, type NumberReader, type NumberWriter } from './numberBytes'
import { entityId, entityNumber } from './summary'

/** An analysis in few bytes: its words as JSON, its numbers in the order in which they are read again. Of the same version of the extension only. */
export interface PackedAnalysis {
  readonly words: string
  readonly numbers: Uint8Array
}

type PackedWords = readonly [rules: readonly string[], entities: readonly PackedEntity[]]
type PackedEntity = readonly [
  name: string,
  aliases: readonly string[],
  descriptions: readonly string[],
  places: readonly PackedPlace[]
]
type PackedPlace = readonly [
  name: string,
  kind: PlaceRecord['kind'],
  country: string,
  countryName: string,
  latitude: number,
  longitude: number,
  population: number | null
]

const types: readonly EntityType[] = ['person', 'organization', 'group', 'place']
const forms: readonly MentionForm[] = ['name', 'nominal', 'pronoun']
const kinds = ['direct', 'indirect', 'mixed'] as const
const acts = ['speech', 'attitude'] as const

export function packAnalysis({ mentions, entities, quotes, links }: Analysis): PackedAnalysis {
  const rules = new Map<string, number>()
  const writer = numberWriter()
  const { table, places } = tableOf([...mentions, ...quotes], rules)
  writer.count(table.length)
  for (const { rule, confidence } of table) {
    writer.count(numberOf(rule, rules))
    writer.exact(confidence)
  }
  writer.count(mentions.length)
  let last = 0
  mentions.forEach(({ start, end, type, form, acting, description, entity }, index) => {
    writeSpan({ start, end }, last, writer)
    writer.count(
      types.indexOf(type) + 4 * forms.indexOf(form) + 12 * Number(acting) + 24 * Number(description !== null)
    )
    writer.count(places[index]!)
    writer.count(entityNumber(entity))
    if (description) writeSpan(description, start, writer)
    last = start
  })
  last = 0
  for (const { id, type, named } of entities) {
    writer.count(entityNumber(id))
    writer.count(types.indexOf(type) + 4 * Number(named))
  }
  writer.count(quotes.length)
  quotes.forEach(({ content, cue, source, kind, act, speaker, speakerRule }, index) => {
    writeSpans(content, last, writer)
    last = content[0]?.start ?? last
    writeSpans(cue, last, writer)
    writeSpans(source, last, writer)
    writer.count(kinds.indexOf(kind) + 3 * acts.indexOf(act))
    writer.count(places[mentions.length + index]!)
    writer.count(speaker === null ? 0 : entityNumber(speaker))
    writer.count(speakerRule === null ? 0 : 1 + numberOf(speakerRule, rules))
  })
  writer.count(links.length)
  for (const { speaker, quotes: spoken } of links) {
    writer.count(entityNumber(speaker))
    writer.count(spoken.length)
    for (const quote of spoken) writer.count(quote)
  }
  const words: PackedWords = [[...rules.keys()], entities.map(packEntity)]
  return { words: JSON.stringify(words), numbers: writer.bytes() }
}

/** The same analysis again. */
export function unpackAnalysis({ words, numbers }: PackedAnalysis): Analysis {
  const [rules, packedEntities] = JSON.parse(words) as PackedWords
  const reader = numberReader(numbers)
  const evidence = listOf(reader, (): Evidence => ({ rule: rules[reader.count()]!, confidence: reader.exact() }))
  const mentionsOf = new Map<number, number[]>()
  let last = 0
  const mentions = listOf(reader, (index): Mention => {
    const { start, end } = readSpan(last, reader)
    const bits = reader.count()
    const { rule, confidence } = evidence[reader.count()]!
    const entity = reader.count()
    const own = mentionsOf.get(entity)
    if (own) own.push(index)
    else mentionsOf.set(entity, [index])
    last = start
    return {
      start,
      end,
      type: types[bits % 4]!,
      form: forms[Math.floor(bits / 4) % 3]!,
      acting: bits % 24 >= 12,
      description: bits >= 24 ? readSpan(start, reader) : null,
      entity: entityId(entity),
      rule,
      confidence
    }
  })
  const entities = packedEntities.map(([name, aliases, descriptions, places]): Entity => {
    const number = reader.count()
    const bits = reader.count()
    return {
      id: entityId(number),
      name,
      type: types[bits % 4]!,
      named: bits >= 4,
      aliases,
      descriptions,
      mentions: mentionsOf.get(number) ?? [],
      places: places.map(unpackPlace)
    }
  })
  last = 0
  const quotes = listOf(reader, (): Quote => {
    const content = readSpans(last, reader) ?? []
    last = content[0]?.start ?? last
    const cue = readSpans(last, reader)
    const source = readSpans(last, reader)
    const bits = reader.count()
    const { rule, confidence } = evidence[reader.count()]!
    const speaker = reader.count()
    const speakerRule = reader.count()
    return {
      content,
      cue,
      source,
      kind: kinds[bits % 3]!,
      act: acts[Math.floor(bits / 3)]!,
      rule,
      confidence,
      speaker: speaker === 0 ? null : entityId(speaker),
      speakerRule: speakerRule === 0 ? null : rules[speakerRule - 1]!
    }
  })
  const links = listOf(reader, (): Link => ({
    speaker: entityId(reader.count()),
    quotes: listOf(reader, () => reader.count())
  }))
  return { mentions, entities, quotes, links }
}

/** The table of all that decided something: equal rules with equal confidences are one. */
function tableOf(
  given: readonly Evidence[],
  rules: Map<string, number>
): { readonly table: readonly Evidence[]; readonly places: readonly number[] } {
  const known = new Map<string, Map<number, number>>()
  const table: Evidence[] = []
  const places = given.map((evidence) => {
    let ofRule = known.get(evidence.rule)
    if (!ofRule) {
      known.set(evidence.rule, (ofRule = new Map<number, number>()))
      numberOf(evidence.rule, rules)
    }
    const place = ofRule.get(evidence.confidence) ?? table.push(evidence) - 1
    ofRule.set(evidence.confidence, place)
    return place
  })
  return { table, places }
}

function numberOf(rule: string, rules: Map<string, number>): number {
  const number = rules.get(rule) ?? rules.size
  rules.set(rule, number)
  return number
}

function packEntity({ name, aliases, descriptions, places }: Entity): PackedEntity {
  return [
    name,
    aliases,
    descriptions,
    places.map(({ name: place, kind, country, countryName, latitude, longitude, population }) => [
      place,
      kind,
      country,
      countryName,
      latitude,
      longitude,
      population
    ])
  ]
}

function unpackPlace([name, kind, country, countryName, latitude, longitude, population]: PackedPlace): PlaceRecord {
  return { name, kind, country, countryName, latitude, longitude, population }
}

function writeSpan({ start, end }: Span, from: number, writer: NumberWriter): void {
  writer.difference(start - from)
  writer.difference(end - start)
}

function readSpan(from: number, reader: NumberReader): Span {
  const start = from + reader.difference()
  return { start, end: start + reader.difference() }
}

/** Each from the end of the one before; how many plus one, or 0 for none at all. */
function writeSpans(spans: readonly Span[] | null, from: number, writer: NumberWriter): void {
  writer.count(spans === null ? 0 : 1 + spans.length)
  let last = from
  for (const span of spans ?? []) {
    writeSpan(span, last, writer)
    last = span.end
  }
}

function readSpans(from: number, reader: NumberReader): readonly Span[] | null {
  const count = reader.count()
  let last = from
  return count === 0
    ? null
    : Array.from({ length: count - 1 }, () => {
        const span = readSpan(last, reader)
        last = span.end
        return span
      })
}

function listOf<T>(reader: NumberReader, read: (index: number) => T): readonly T[] {
  return Array.from({ length: reader.count() }, (_, index) => read(index))
}
