import type {
  ArticleColumn,
  Dot,
  MatrixPicture,
  ReusePicture,
  SourceEntry,
  TimelinePicture
} from '../../../protocol/overview'
import { format } from '../../shared/format'
import { colorOfKind } from '../colors'
import { sourceName } from '../sourceName'
import type { Door, Measure, Scene } from '../scene'
import type { Texts } from '../texts'
import { gridScene, type GridDot, type GridRow } from './grid'
import type { GridColumn, Told } from './gridHeads'

export interface SceneOptions {
  /** Of the room that there is, in pixels. */
  readonly width: number
  readonly texts: Texts
  readonly measure: Measure
}

const rowHeight = 34

/** Sources by articles. */
export function matrixScene(
  { sources, articles, dots }: MatrixPicture,
  { width, texts, measure }: SceneOptions
): Scene {
  const sideWidth = sideOf(width)
  return gridScene(
    {
      rows: sources.map((source) => sourceRow(source, texts)),
      columns: articles.map((article) => articleColumn(article, texts)),
      dots: dots.map((dot) =>
        articleDot(dot, sourceName(sources[dot.row]!), sources[dot.row]!.condition, articles[dot.column]!, texts)
      ),
      sideWidth,
      rowHeight,
      rowLines: 2,
      columnWidth: columnWidth(width - sideWidth, articles.length, 22, 132),
      head: 'titles',
      joinsDots: false
    },
    measure
  )
}

/** Sources by time. */
export function timelineScene(
  { sources, spans, unit, dots }: TimelinePicture,
  { width, texts, measure }: SceneOptions
): Scene {
  const sideWidth = sideOf(width)
  return gridScene(
    {
      rows: sources.map((source) => sourceRow(source, texts)),
      columns: spans.map(({ from, to, quotes, condition }): GridColumn => ({
        name: texts.span(from, to),
        note: texts.tick(from, unit),
        weight: quotes,
        figure: texts.number(quotes),
        told: {
          label: format(texts.strings.quotesOn, texts.span(from, to), texts.quotes(quotes)),
          details: [],
          door: listOfQuotes,
          conditions: [condition]
        }
      })),
      dots: dots.map((dot): GridDot => {
        const source = sources[dot.row]!
        const span = spans[dot.column]!
        return {
          ...shapeOf(dot),
          told: {
            label: `${sourceName(source)}: ${texts.quotes(dot.quotes)}`,
            details: [texts.span(span.from, span.to), ...marked(dot, texts)],
            door: doorOf(dot),
            conditions: [source.condition, span.condition]
          }
        }
      }),
      sideWidth,
      rowHeight,
      rowLines: 2,
      columnWidth: columnWidth(width - sideWidth, spans.length, 12, 60),
      head: 'time',
      joinsDots: false
    },
    measure
  )
}

/** Repeated quotes by articles. */
export function reuseScene({ groups, articles, dots }: ReusePicture, { width, texts, measure }: SceneOptions): Scene {
  const sideWidth = Math.round(Math.max(150, Math.min(380, width * 0.42)))
  return gridScene(
    {
      rows: groups.map(({ text, kind, sources, times, articles: carrying, words }): GridRow => ({
        name: text,
        count: `${texts.number(times)}\u00D7`,
        color: 'quote',
        form: 'person',
        dashed: false,
        told: {
          label: text,
          details: [
            [...sources, texts.quoteKind(kind)].join(' \u00B7 '),
            `${texts.quotes(times)} \u00B7 ${texts.articles(carrying)}`
          ],
          door: { kind: 'list', show: 'quotes', words },
          conditions: []
        }
      })),
      columns: articles.map((article) => articleColumn(article, texts)),
      dots: dots.map((dot) =>
        articleDot(dot, groups[dot.row]!.text, undefined, articles[dot.column]!, texts, groups[dot.row]!.words)
      ),
      sideWidth,
      rowHeight: 46,
      rowLines: 2,
      columnWidth: columnWidth(width - sideWidth, articles.length, 22, 132),
      head: 'titles',
      joinsDots: true
    },
    measure
  )
}

const listOfQuotes: Door = { kind: 'list', show: 'quotes' }

function sideOf(width: number): number {
  return Math.round(Math.max(130, Math.min(260, width * 0.32)))
}

/** The width at which the columns fill the room, within bounds. */
function columnWidth(room: number, columns: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, Math.floor((room - 40) / Math.max(1, columns))))
}

function sourceRow(source: SourceEntry, texts: Texts): GridRow {
  const { name, note, kind, named, quotes, articles, condition } = source
  return {
    name,
    note,
    count: texts.quotesIn(quotes, articles),
    color: colorOfKind(kind),
    form: kind,
    dashed: !named,
    told: {
      label: sourceName(source),
      details: [texts.kind(kind, named), `${texts.quotes(quotes)} \u00B7 ${texts.articles(articles)}`],
      door: listOfQuotes,
      conditions: [condition]
    }
  }
}

function articleColumn({ uri, headline, outlet, date, condition }: ArticleColumn, texts: Texts): GridColumn {
  const written = texts.date(date) || texts.strings.noDate
  return {
    name: headline,
    note: written,
    day: isDay.test(date) ? { text: texts.tick(date, 'day'), year: date.slice(0, 4) } : undefined,
    weight: 0,
    figure: '',
    told: {
      label: headline,
      details: [[outlet, written].filter(Boolean).join(' \u00B7 ')],
      door: { kind: 'article', article: uri },
      conditions: [condition]
    }
  }
}

const isDay = /^\d{4}-\d\d-\d\d$/

function articleDot(
  dot: Dot,
  name: string,
  condition: string | undefined,
  article: ArticleColumn,
  texts: Texts,
  words?: string
): GridDot {
  const told: Told = {
    label: `${name}: ${texts.quotes(dot.quotes)}`,
    details: [
      article.headline,
      [article.outlet, texts.date(article.date)].filter(Boolean).join(' \u00B7 '),
      ...marked(dot, texts)
    ].filter(Boolean),
    door: dot.only ? doorOf(dot) : { kind: 'list', show: 'quotes', ...(words !== undefined && { words }) },
    conditions: [...(condition === undefined ? [] : [condition]), article.condition]
  }
  return { ...shapeOf(dot), told }
}

function shapeOf({ row, column, quotes, marked: withMarks }: Dot): Omit<GridDot, 'told'> {
  return { row, column, size: quotes, filled: withMarks / Math.max(1, quotes) }
}

function doorOf({ only }: Dot): Door {
  return only ? { kind: 'quote', article: only.article, quote: only.quote } : listOfQuotes
}

/** How many have quotation marks. */
function marked({ marked: count }: Dot, texts: Texts): readonly string[] {
  return [format(texts.strings.marked, texts.number(count))]
}
