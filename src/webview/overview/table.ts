import type { NetworkPicture, Picture, QuotePlace, UnplacedPlace } from '../../protocol/overview'
import { format } from '../shared/format'
import type { Door } from './scene'
import { sourceName } from './sourceName'
import type { Texts } from './texts'

/** What a picture shows, as a table. */
export interface Table {
  readonly columns: readonly { readonly head: string; readonly isNumber: boolean }[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** The first one is the row's door. */
  readonly cells: readonly string[]
  readonly door: Door
  readonly conditions: readonly string[]
}

const list: Door = { kind: 'list', show: 'quotes' }

export function tableOf(picture: Picture, texts: Texts): Table {
  const { strings, number } = texts
  const text = (head: string) => ({ head, isNumber: false })
  const figure = (head: string) => ({ head, isNumber: true })
  switch (picture.kind) {
    case 'matrix':
      return {
        columns: [
          text(strings.columnSource),
          text(strings.columnType),
          text(strings.columnArticle),
          text(strings.columnOutlet),
          text(strings.columnDate),
          figure(strings.columnQuotes),
          figure(strings.columnMarked)
        ],
        rows: picture.dots.map(({ row, column, quotes, marked, only }) => {
          const source = picture.sources[row]!
          const { headline, outlet, date, condition } = picture.articles[column]!
          return {
            cells: [
              sourceName(source),
              texts.kind(source.kind, source.named),
              headline,
              outlet,
              texts.date(date),
              number(quotes),
              number(marked)
            ],
            door: doorOf(only),
            conditions: [source.condition, condition]
          }
        })
      }
    case 'timeline':
      return {
        columns: [
          text(strings.columnSource),
          text(strings.columnFrom),
          text(strings.columnTo),
          figure(strings.columnQuotes),
          figure(strings.columnMarked)
        ],
        rows: [
          ...picture.spans
            .filter(({ quotes }) => quotes > 0)
            .map(({ from, to, quotes, condition }) => ({
              cells: [strings.columnAll, texts.date(from), texts.date(to), number(quotes), ''],
              door: list,
              conditions: [condition]
            })),
          ...picture.dots.map(({ row, column, quotes, marked, only }) => {
            const source = picture.sources[row]!
            const { from, to, condition } = picture.spans[column]!
            return {
              cells: [sourceName(source), texts.date(from), texts.date(to), number(quotes), number(marked)],
              door: doorOf(only),
              conditions: [source.condition, condition]
            }
          })
        ]
      }
    case 'map':
      return {
        columns: [
          text(strings.columnPlace),
          text(strings.columnType),
          text(strings.columnCountry),
          figure(strings.columnQuotes),
          figure(strings.columnMentions),
          figure(strings.columnArticles)
        ],
        rows: [
          ...picture.places.map((place) => placeRow(place, strings[place.place], texts.country(place.country), texts)),
          ...picture.unplaced.map((place) => placeRow(place, strings.notOnMap, '', texts))
        ]
      }
    case 'reuse':
      return {
        columns: [
          text(strings.columnQuote),
          text(strings.columnSource),
          text(strings.columnArticle),
          text(strings.columnOutlet),
          text(strings.columnDate),
          figure(strings.columnTimes)
        ],
        rows: picture.dots.map(({ row, column, only }) => {
          const { text: quote, sources, times, words } = picture.groups[row]!
          const { headline, outlet, date, condition } = picture.articles[column]!
          return {
            cells: [quote, sources.join(', '), headline, outlet, texts.date(date), number(times)],
            door: only ? doorOf(only) : { ...list, words },
            conditions: [condition]
          }
        })
      }
    case 'network':
      return {
        columns: [
          text(strings.columnSource),
          text(strings.columnType),
          text(strings.columnAbout),
          figure(strings.columnQuotes)
        ],
        rows: picture.links.map(({ from, to, quotes, only }) => {
          const source = picture.nodes[from]!
          const target = picture.nodes[to]!
          return {
            cells: [sourceName(source), texts.kind(source.kind, source.named), sourceName(target), number(quotes)],
            door: doorOf(only),
            conditions: [source.condition, target.aboutCondition]
          }
        })
      }
  }
}

function doorOf(only: QuotePlace | null): Door {
  return only ? { kind: 'quote', ...only } : list
}

/** Where a place leads: to the quotes about it, and where there are none to its mentions. */
export function placeDoor({ name, quotes, only, condition }: UnplacedPlace): Pick<TableRow, 'door' | 'conditions'> {
  return quotes > 0
    ? { door: doorOf(only), conditions: [condition] }
    : { door: { kind: 'list', show: 'mentions', words: name }, conditions: [] }
}

function placeRow(place: UnplacedPlace, type: string, country: string, { number }: Texts): TableRow {
  const { name, quotes, mentions, articles } = place
  return {
    cells: [name, type, country, number(quotes), number(mentions), number(articles)],
    ...placeDoor(place)
  }
}

/** How many of the sources are in the network, those that an arrow leads from or to. */
export function shownInNetwork({ nodes, sources, sourcesInAll }: NetworkPicture, { strings, number }: Texts): string {
  const shown = number(nodes.filter(({ quotes }) => quotes > 0).length)
  return sources < sourcesInAll
    ? format(strings.shownSpeakingFirst, shown, number(sources), number(sourcesInAll))
    : format(strings.shownSpeaking, shown, number(sources))
}

/** What a screen reader says of a picture as a whole, and the caption of its table. */
export function summaryOf(picture: Picture, texts: Texts): string {
  const { strings, number } = texts
  switch (picture.kind) {
    case 'matrix':
      return [
        strings.matrixHelp,
        format(strings.shownSources, number(picture.sources.length), number(picture.sourcesInAll)),
        texts.articles(picture.articles.length)
      ].join(' ')
    case 'timeline':
      return [
        strings.timelineHelp,
        format(strings.shownSources, number(picture.sources.length), number(picture.sourcesInAll))
      ].join(' ')
    case 'map':
      return [
        strings.mapHelp,
        format(strings.shownPlaces, number(picture.places.length), number(picture.placesInAll))
      ].join(' ')
    case 'reuse':
      return [
        strings.reuseHelp,
        format(strings.shownGroups, number(picture.groups.length), number(picture.groupsInAll))
      ].join(' ')
    case 'network':
      return [strings.networkHelp, shownInNetwork(picture, texts)].join(' ')
  }
}
