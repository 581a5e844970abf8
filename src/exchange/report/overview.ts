import { codePath, codesInOrder, codeTree, safeColor, type Code } from '../../annotations'
import type { EntityType, QuoteKind } from '../../analysis'
import { shownText, type SourceText, type Span } from '../../article'
import { onOneLine } from '../../util/oneLine'
import type { AnnotationDocument, DocumentEntity, QuoteAnnotation } from '../document'
import type { ExportInput } from '../format'
import { timelineOf, type DatedArticle, type Timeline } from './timeline'

/** What a report for people begins with. Small beside the articles: of each quote only its words are in it. */
export interface Overview {
  readonly articles: readonly ArticleLine[]
  readonly totals: Totals
  /** Whoever is quoted: who is quoted most comes first. */
  readonly sources: readonly Source[]
  /** The quotes of nobody who is known. */
  readonly unattributed: readonly QuotePlace[]
  readonly timeline: Timeline
  /** Quotes that are the same one again, by `QuoteAnnotation.repeat`; those that are there most often come first. */
  readonly repeats: ReadonlyMap<number, Repeat>
  /** The whole codebook, in its order, then codes that are used but not in it. */
  readonly codes: readonly CodeLine[]
}

export interface Totals {
  readonly words: number
  readonly kinds: KindCounts
  readonly quotes: number
  /** Quotes of one group of repeated quotes count once. */
  readonly distinctQuotes: number
  readonly codings: number
  readonly memos: number
  /** Annotations that a person accepted, changed or added. */
  readonly decided: number
}

export type KindCounts = Readonly<Record<QuoteKind, number>>

export interface ArticleLine {
  /** From 1, in order of the export. */
  readonly number: number
  readonly name: string
  /** The headline, or the name where there is none. */
  readonly title: string
  /** As the article writes it, or ISO. */
  readonly date: string | null
  readonly words: number
  readonly quotes: number
  /** How many are quoted. */
  readonly sources: number
  readonly codings: number
  readonly memos: number
}

/** Where a quote is. */
export interface QuotePlace {
  /** `ArticleLine.number`. */
  readonly article: number
  /** From 1, in order of the article's quotes. */
  readonly quote: number
  /** On one line. */
  readonly words: string
  readonly kind: QuoteKind
}

export interface Source {
  /** From 1, in order of `Overview.sources`. */
  readonly number: number
  /** `DocumentEntity.id`. */
  readonly id: string
  readonly name: string
  readonly type: EntityType
  readonly named: boolean
  readonly identity: string | undefined
  readonly aliases: readonly string[]
  readonly descriptions: readonly string[]
  readonly kinds: KindCounts
  readonly quotes: readonly QuotePlace[]
  /** In how many articles it is quoted. */
  readonly articles: number
}

export interface Repeat {
  readonly group: number
  readonly places: readonly QuotePlace[]
}

export interface CodeLine {
  /** From 1, in order of `Overview.codes`. */
  readonly number: number
  readonly id: string
  readonly name: string
  /** The names from the top, its own included. */
  readonly path: readonly string[]
  /** "#rrggbb". */
  readonly color: string
  readonly description: string | undefined
  readonly codings: number
  readonly articles: number
}

/** Reads all documents once and keeps none. */
export async function gatherOverview(input: ExportInput): Promise<Overview> {
  const growing: Growing = {
    articles: [],
    dated: [],
    sources: new Map(),
    unattributed: [],
    repeats: new Map(),
    codes: new Map(),
    totals: { words: 0, kinds: noQuotes(), quotes: 0, distinctQuotes: 0, codings: 0, memos: 0, decided: 0 }
  }
  for await (const document of input.documents()) addDocument(growing, document)
  const { articles, dated, sources, unattributed, repeats, codes, totals } = growing
  return {
    articles,
    totals,
    sources: [...sources.values()].sort(byQuotes).map((source, index) => ({
      ...source,
      number: index + 1,
      aliases: [...source.aliases].filter((alias) => alias !== source.name),
      descriptions: [...source.descriptions].filter((description) => description !== source.name),
      articles: new Set(source.quotes.map(({ article }) => article)).size
    })),
    unattributed,
    timeline: timelineOf(dated),
    repeats: repeatsOf(repeats),
    codes: codeLines(input.codes, codes)
  }
}

interface Growing {
  readonly articles: ArticleLine[]
  readonly dated: DatedArticle[]
  readonly sources: Map<string, GrowingSource>
  readonly unattributed: QuotePlace[]
  readonly repeats: Map<number, QuotePlace[]>
  /** The article of each coding, by code. */
  readonly codes: Map<string, number[]>
  readonly totals: { -readonly [Key in keyof Totals]: Key extends 'kinds' ? Record<QuoteKind, number> : Totals[Key] }
}

function addDocument(growing: Growing, document: AnnotationDocument): void {
  const { articles, totals } = growing
  const number = articles.length + 1
  const entities = new Map(document.entities.map((entity) => [entity.id, entity]))
  const kinds = noQuotes()
  const speakers = new Set<string>()
  const counts = { quotes: 0, codings: 0, memos: 0 }
  for (const annotation of document.annotations) {
    if (annotation.status !== 'suggested') totals.decided++
    if (annotation.layer === 'memo') counts.memos++
    if (annotation.layer === 'code') {
      counts.codings++
      added(growing.codes, annotation.code, number)
    }
    if (annotation.layer !== 'quote') continue
    counts.quotes++
    kinds[annotation.kind]++
    const { speaker, repeat } = annotation
    const place = quotePlace(document, annotation, number, counts.quotes)
    if (speaker === null) growing.unattributed.push(place)
    else {
      speakers.add(speaker)
      addQuote(growing.sources, speaker, entities.get(speaker), place)
    }
    if (repeat === null || !growing.repeats.has(repeat)) totals.distinctQuotes++
    if (repeat !== null) added(growing.repeats, repeat, place)
  }
  for (const kind of ['direct', 'mixed', 'indirect'] as const) totals.kinds[kind] += kinds[kind]
  totals.words += document.head.words
  totals.quotes += counts.quotes
  totals.codings += counts.codings
  totals.memos += counts.memos
  growing.dated.push({ isoDate: document.head.isoDate, kinds })
  articles.push(articleLine(document, number, { ...counts, sources: speakers.size }))
}

function added<Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const group = groups.get(key)
  if (group) group.push(item)
  else groups.set(key, [item])
}

interface GrowingSource extends Omit<Source, 'number' | 'articles' | 'aliases' | 'descriptions' | 'kinds' | 'quotes'> {
  readonly aliases: Set<string>
  readonly descriptions: Set<string>
  readonly kinds: Record<QuoteKind, number>
  readonly quotes: QuotePlace[]
}

function addQuote(
  sources: Map<string, GrowingSource>,
  id: string,
  entity: DocumentEntity | undefined,
  place: QuotePlace
): void {
  const source = sources.get(id) ?? {
    id,
    name: entity?.name ?? id,
    type: entity?.type ?? 'person',
    named: entity?.named ?? false,
    identity: entity?.identity,
    aliases: new Set<string>(),
    descriptions: new Set<string>(),
    kinds: noQuotes(),
    quotes: []
  }
  for (const alias of entity?.aliases ?? []) source.aliases.add(alias)
  for (const description of entity?.descriptions ?? []) source.descriptions.add(description)
  source.kinds[place.kind]++
  source.quotes.push(place)
  sources.set(id, source)
}

function byQuotes(a: GrowingSource, b: GrowingSource): number {
  return b.quotes.length - a.quotes.length || compared(a.name, b.name) || compared(a.id, b.id)
}

function articleLine(
  { name, head }: AnnotationDocument,
  number: number,
  counts: Pick<ArticleLine, 'quotes' | 'sources' | 'codings' | 'memos'>
): ArticleLine {
  const title = ownCopy(head.headline ?? name)
  const date = head.date ?? head.isoDate
  return { number, name, title, date: date && ownCopy(date), words: head.words, ...counts }
}

function quotePlace(
  document: SourceText,
  { spans, kind }: QuoteAnnotation,
  article: number,
  quote: number
): QuotePlace {
  return { article, quote, words: ownCopy(wordsOf(document, spans)), kind }
}

/** What a reader sees of pieces, on one line, with an ellipsis between them. */
export function wordsOf(source: SourceText, spans: readonly Span[]): string {
  return spans.map((span) => onOneLine(shownText(source, span))).join(' \u2026 ')
}

/** V8's slices of a string keep the whole string, here a whole article, in memory: this is a string of its own. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1)
}

function repeatsOf(groups: ReadonlyMap<number, readonly QuotePlace[]>): ReadonlyMap<number, Repeat> {
  const repeats = [...groups]
    // Where an export has only some articles of a folder, the other quotes of a group may not be in it.
    .filter(([, places]) => places.length > 1)
    .map(([group, places]) => ({ group, places }))
    .sort((a, b) => b.places.length - a.places.length || a.group - b.group)
  return new Map(repeats.map((repeat) => [repeat.group, repeat]))
}

function codeLines(codes: readonly Code[], uses: ReadonlyMap<string, readonly number[]>): readonly CodeLine[] {
  const tree = codeTree(codes)
  const counted = (id: string) => {
    const articles = uses.get(id) ?? []
    return { codings: articles.length, articles: new Set(articles).size }
  }
  const known = codesInOrder(tree).map(({ code: { id, name, color, description } }) => ({
    id,
    name,
    path: codePath(tree, id),
    color: safeColor(color),
    description,
    ...counted(id)
  }))
  const unknown = [...uses.keys()]
    .filter((id) => !tree.nodes.has(id))
    .sort(compared)
    .map((id) => ({ id, name: id, path: [id], color: safeColor(''), description: undefined, ...counted(id) }))
  return [...known, ...unknown].map((line, index) => ({ number: index + 1, ...line }))
}

function noQuotes(): Record<QuoteKind, number> {
  return { direct: 0, mixed: 0, indirect: 0 }
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
