import type { Code } from '../../annotations'
import type { Span } from '../../article'
import type {
  AnnotationDocument,
  AnnotationFacts,
  CodingAnnotation,
  DocumentEntity,
  MemoAnnotation,
  MentionAnnotation,
  QuoteAnnotation
} from '../document'
import { offsetTable, type OffsetUnit } from '../offsets'

/** Pieces as [start, end] pairs, half open. */
type Pieces = readonly (readonly [start: number, end: number])[]

/**
 * All that an export knows of an article, as JSON: the fields of `ContractLine` and more. Entities have the same id in all articles of the
 * export. Offsets are into `text`, in the given unit.
 */
export function articleJson(document: AnnotationDocument, codes: readonly Code[], unit: OffsetUnit) {
  const { text, annotations } = document
  const table = offsetTable(text)
  const pair = (span: Span) => {
    const { start, end } = table.out(span, unit)
    return [start, end] as const
  }
  const pieces = (spans: readonly Span[]): Pieces => spans.map(pair)
  const codeNames = new Map(codes.map(({ id, name }) => [id, name]))
  const mentions = annotations.filter((annotation) => annotation.layer === 'mention')
  const quotes = annotations.filter((annotation) => annotation.layer === 'quote')
  return {
    id: document.name,
    format: document.format,
    ...headJson(document),
    text,
    paragraphs: document.paragraphs.map(({ role, ...span }) => ({ span: pair(span), role })),
    leftOut: document.leftOut.map(({ reason, ...span }) => ({ span: pair(span), reason })),
    sentences: pieces(document.sentences),
    mentions: mentions.map((mention) => mentionJson(mention, pair)),
    entities: document.entities.map(entityJson),
    quotes: quotes.map((quote) => quoteJson(quote, pieces)),
    links: linksOf(quotes),
    codings: annotations
      .filter((annotation) => annotation.layer === 'code')
      .map((coding) => codingJson(coding, pieces, codeNames)),
    memos: annotations.filter((annotation) => annotation.layer === 'memo').map((memo) => memoJson(memo, pieces)),
    rejected: document.rejected.map(({ about, code, spans, creator, created }) => ({
      about,
      ...(code !== undefined && { code, name: codeNames.get(code) ?? null }),
      spans: pieces(spans),
      decidedBy: creator,
      created
    }))
  }
}

function headJson({ head }: AnnotationDocument) {
  const { headline, authors, agency, places, date, isoDate, words } = head
  return { headline, authors, agency, places, date, isoDate, words }
}

function entityJson({ id, name, type, named, identity, aliases, descriptions, place }: DocumentEntity) {
  return {
    id,
    name,
    type,
    named,
    ...(identity !== undefined && { identity }),
    aliases,
    descriptions,
    ...(place && {
      place: {
        country: place.countryName,
        latitude: place.latitude,
        longitude: place.longitude,
        population: place.population
      }
    })
  }
}

function mentionJson(mention: MentionAnnotation, pair: (span: Span) => readonly [number, number]) {
  const { id, spans, type, form, acting, entity, description, rule, confidence } = mention
  const [start, end] = pair(spans[0] ?? { start: 0, end: 0 })
  return {
    id,
    start,
    end,
    type,
    form,
    acting,
    entity,
    ...(description && { description: pair(description) }),
    rule,
    confidence: rounded(confidence),
    ...statusJson(mention)
  }
}

function quoteJson(quote: QuoteAnnotation, pieces: (spans: readonly Span[]) => Pieces) {
  const { id, spans, cue, source, kind, act, speaker, speakerRule, repeat, rule, confidence } = quote
  return {
    id,
    content: pieces(spans),
    cue: cue && pieces(cue),
    source: source && pieces(source),
    kind,
    act,
    speaker,
    speakerRule,
    repeat,
    rule,
    confidence: rounded(confidence),
    ...statusJson(quote)
  }
}

function codingJson(
  coding: CodingAnnotation,
  pieces: (spans: readonly Span[]) => Pieces,
  names: ReadonlyMap<string, string>
) {
  const { id, spans, code, memo } = coding
  return {
    id,
    spans: pieces(spans),
    code,
    name: names.get(code) ?? null,
    ...(memo !== null && { memo }),
    ...statusJson(coding)
  }
}

function memoJson(memo: MemoAnnotation, pieces: (spans: readonly Span[]) => Pieces) {
  return { id: memo.id, spans: pieces(memo.spans), text: memo.text, ...statusJson(memo) }
}

/** Of a mere suggestion its status alone. */
function statusJson({ status, creator, created, modified }: AnnotationFacts) {
  return {
    status,
    ...(creator !== null && { decidedBy: creator }),
    ...(created !== null && { created }),
    ...(modified !== null && { modified })
  }
}

/** Indexes of `quotes` by speaker, in order of the first quote of each. */
function linksOf(quotes: readonly QuoteAnnotation[]) {
  const bySpeaker = new Map<string, number[]>()
  for (const [index, { speaker }] of quotes.entries()) {
    if (speaker === null) continue
    const known = bySpeaker.get(speaker)
    if (known) known.push(index)
    else bySpeaker.set(speaker, [index])
  }
  return [...bySpeaker].map(([speaker, indexes]) => ({ speaker, quotes: indexes }))
}

/** Two digits: more of them would say more than is known. */
function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100
}
