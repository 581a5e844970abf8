import { figureCounter, isCounted, quoteTally, type FigureCounter, type Figures } from '../counts'
import type { AnnotationDocument } from '../document'
import type { ExportInput } from '../format'
import { choice } from './choice'
import { codeLines, type CodeLine } from './codeLines'
import { noQuotes, type KindCounts } from './kindCounts'
import { withItem } from '../shortList'
import { quotePlaces, type QuotePlaces } from './quotePlaces'
import { sourceGatherer, type Source, type SourceGatherer } from './sources'
import { timelineOf, type DatedArticle, type Timeline } from './timeline'
import { ownCopy, wordsOf } from './words'

/** What a report for people begins with. Small beside the articles: of each quote only its words are in it. */
export interface Overview {
  readonly figures: Figures
  readonly marks: MarkCounts
  readonly articles: readonly ArticleLine[]
  readonly sources: readonly Source[]
  /** The quotes of nobody who is known, as indexes of `places`. */
  readonly unattributed: readonly number[]
  /** All quotes. */
  readonly places: Pick<QuotePlaces, 'at'>
  readonly timeline: Timeline
  /** Quotes that are the same one again; those that are there most often come first. */
  readonly repeats: readonly Repeat[]
  readonly codes: readonly CodeLine[]
}

/** What people added. */
export interface MarkCounts {
  readonly codings: number
  readonly memos: number
  /** Annotations of every kind that a person accepted, changed or added. */
  readonly decided: number
}

export interface ArticleLine {
  /** From 1, in order of the export. */
  readonly number: number
  readonly name: string
  /** The headline, or the name where there is none. */
  readonly title: string
  /** ISO, or as the article writes it. */
  readonly date: string | null
  readonly words: number
  /** As in `Overview.figures`, of this article alone. */
  readonly kinds: KindCounts
  readonly sources: number
  readonly codings: number
  readonly memos: number
}

export interface Repeat {
  /** `QuoteAnnotation.repeat`. */
  readonly group: number
  /** At least two indexes of `Overview.places`. */
  readonly places: readonly number[]
}

/** Reads all documents once and keeps none. */
export async function gatherOverview(input: ExportInput): Promise<Overview> {
  const growing: Growing = {
    figures: figureCounter(choice),
    sources: sourceGatherer(choice),
    marks: { codings: 0, memos: 0, decided: 0 },
    articles: [],
    dated: [],
    places: quotePlaces(),
    unattributed: [],
    repeats: new Map(),
    codes: new Map()
  }
  for await (const document of input.documents()) addDocument(growing, document)
  const { figures, sources, marks, articles, dated, places, unattributed, repeats, codes } = growing
  return {
    figures: figures.figures(),
    marks,
    articles,
    sources: sources.sources(),
    unattributed,
    places,
    timeline: timelineOf(dated),
    repeats: repeatsOf(repeats),
    codes: codeLines(input.codes, codes)
  }
}

interface Growing {
  readonly figures: FigureCounter
  readonly sources: SourceGatherer
  readonly marks: { -readonly [Key in keyof MarkCounts]: number }
  readonly articles: ArticleLine[]
  readonly dated: DatedArticle[]
  readonly places: QuotePlaces
  readonly unattributed: number[]
  readonly repeats: Map<number, number[]>
  /** The article of each coding, by code. */
  readonly codes: Map<string, number[]>
}

function addDocument(growing: Growing, document: AnnotationDocument): void {
  const article = growing.articles.length + 1
  const entities = new Map(document.entities.map((entity) => [entity.id, entity]))
  const own = { kinds: noQuotes(), tally: quoteTally(), sources: new Set<string>(), codings: 0, memos: 0 }
  let quote = 0
  growing.figures.add(document)
  for (const annotation of document.annotations) {
    if (annotation.status !== 'suggested') growing.marks.decided++
    if (annotation.layer === 'memo') own.memos++
    if (annotation.layer === 'code') {
      own.codings++
      growing.codes.set(annotation.code, withItem(growing.codes.get(annotation.code), article))
    }
    if (annotation.layer !== 'quote') continue
    const { speaker, repeat, kind, act } = annotation
    const words = wordsOf(document, annotation.spans)
    const place = growing.places.add({ article, quote: ++quote, words, kind, act })
    if (speaker === null) growing.unattributed.push(place)
    else growing.sources.add({ id: speaker, entity: entities.get(speaker) }, annotation, { article, place })
    if (!isCounted(annotation, choice)) continue
    if (own.tally.add(annotation)) own.kinds[kind]++
    if (speaker !== null) own.sources.add(speaker)
    if (repeat !== null) growing.repeats.set(repeat, withItem(growing.repeats.get(repeat), place))
  }
  const { kinds, sources, codings, memos } = own
  growing.marks.codings += codings
  growing.marks.memos += memos
  growing.dated.push({ isoDate: document.head.isoDate, kinds })
  growing.articles.push({ number: article, ...saysOfItself(document), kinds, sources: sources.size, codings, memos })
}

function saysOfItself({ name, head }: AnnotationDocument): Pick<ArticleLine, 'name' | 'title' | 'date' | 'words'> {
  const date = head.isoDate ?? head.date
  return { name, title: ownCopy(head.headline ?? name), date: date && ownCopy(date), words: head.words }
}

/** Where an export has only some articles of a folder, the other quotes of a group may not be in it. */
function repeatsOf(groups: ReadonlyMap<number, readonly number[]>): readonly Repeat[] {
  return [...groups]
    .filter(([, places]) => places.length > 1)
    .map(([group, places]) => ({ group, places }))
    .sort((a, b) => b.places.length - a.places.length || a.group - b.group)
}
