import type { ListItem, RootContent } from 'mdast'
import type { ExportInput } from '../../format'
import { sumOf, type KindCounts } from '../../report/kindCounts'
import type { Overview } from '../../report/overview'
import type { QuotePlace } from '../../report/quotePlace'
import type { Source } from '../../report/sources'
import {
  articleCount,
  counted,
  grouped,
  kindName,
  quotesIn,
  readWords,
  shownFigures,
  typeName
} from '../../report/wording'
import { wordingOf, type Wording } from '../../wording'
import {
  emphasis,
  heading,
  item,
  list,
  longList,
  longTable,
  paragraph,
  section,
  strong,
  table,
  text,
  toMarkdown
} from './nodes'

/** Who fits into the table; all of them are in the section of sources. */
const mostSources = 50

/** What the report begins with, as pieces of Markdown. */
export function* overviewSections(input: ExportInput, overview: Overview): Generator<string> {
  yield toMarkdown(beginning(input, overview), true)
  yield* repeats(overview, wordingOf(input))
  yield toMarkdown(section(2, wordingOf(input).translate('Codes'), codes(input, overview)))
}

function beginning(input: ExportInput, overview: Overview): readonly RootContent[] {
  const wording = wordingOf(input)
  const { translate } = wording
  return [
    heading(1, input.title),
    paragraph(text(readWords(overview, wording))),
    ...memosAbout(input, ''),
    ...section(
      2,
      translate('Figures'),
      table(
        [translate('Figure'), translate('Number'), translate('What it counts')],
        shownFigures(overview, wording).map(({ label, value, definition }) => [label, value, definition])
      )
    ),
    ...section(2, translate('Who is quoted'), sourceTable(overview, wording)),
    ...section(2, translate('When'), timeline(overview, wording))
  ]
}

/** All articles, as pieces of Markdown. */
export function* articleTable({ articles }: Overview, { translate }: Wording): Generator<string> {
  if (articles.length > 0) yield toMarkdown([heading(2, translate('Articles'))])
  yield* longTable(
    [
      translate('No.'),
      translate('Article'),
      translate('File'),
      translate('Date'),
      translate('Words'),
      translate('Quotes'),
      translate('Sources')
    ],
    articles.map(({ number, title, name, date, words, kinds, sources }) => [
      String(number),
      title,
      name,
      date ?? '',
      String(words),
      String(sumOf(kinds)),
      String(sources)
    ])
  )
}

/** A source with all its quotes, as pieces of Markdown. */
export function* sourceSection(input: ExportInput, { places }: Overview, source: Source): Generator<string> {
  const { name, type, descriptions, aliases, kinds, articles, quotes, identity } = source
  const wording = wordingOf(input)
  const { translate } = wording
  const facts = [
    typeName(type, wording),
    ...descriptions,
    ...(aliases.length > 0 ? [translate('also {0}', aliases.join(', '))] : []),
    sumOf(kinds) > 0 ? quotesIn(sumOf(kinds), articles, wording) : translate('attitudes only')
  ]
  const beginning = [heading(3, name), paragraph(text(`${facts.join('; ')}.`))]
  const memos = identity === undefined ? [] : memosAbout(input, identity)
  const quoteOf = (quote: number) => quoteItem(places.at(quote), wording)
  // Two lists after each other have to be written together: their bullets differ.
  if (memos.length > 0) yield toMarkdown([...beginning, ...memos, ...list(quotes.map(quoteOf))])
  else {
    yield toMarkdown(beginning)
    yield* longList(quotes, quoteOf)
  }
}

/** The quotes whose source was not found, as pieces of Markdown. */
export function* unattributedSection({ unattributed, places }: Overview, wording: Wording): Generator<string> {
  if (unattributed.length > 0) yield toMarkdown([heading(3, wording.translate('Source not found'))])
  yield* longList(unattributed, (quote) => quoteItem(places.at(quote), wording))
}

function quoteItem({ words, kind, act, ...place }: QuotePlace, wording: Wording): ListItem {
  return item(
    text(`${words} `),
    emphasis(
      `(${[
        kindName(kind, wording),
        ...(act === 'attitude' ? [wording.translate('attitude')] : []),
        placeWords(place, wording)
      ].join('; ')})`
    )
  )
}

function placeWords({ article, quote }: Pick<QuotePlace, 'article' | 'quote'>, { translate }: Wording): string {
  return translate('article {0}, quote {1}', article, quote)
}

function sourceTable({ sources }: Overview, wording: Wording): readonly RootContent[] {
  const { translate } = wording
  const quoted = sources.filter(({ kinds }) => sumOf(kinds) > 0)
  const rest = quoted.length - mostSources
  return [
    ...table(
      [
        translate('Source'),
        translate('Type'),
        translate('Described as'),
        translate('Quotes'),
        translate('Direct'),
        translate('Mixed'),
        translate('Indirect'),
        translate('Articles')
      ],
      quoted
        .slice(0, mostSources)
        .map(({ name, type, descriptions, kinds, articles }) => [
          name,
          typeName(type, wording),
          descriptions[0] ?? '',
          String(sumOf(kinds)),
          ...kindCells(kinds),
          String(articles)
        ])
    ),
    ...(rest > 0
      ? [
          paragraph(
            text(
              rest === 1
                ? translate('And 1 more source below.')
                : translate('And {0} more sources below.', grouped(rest, wording))
            )
          )
        ]
      : [])
  ]
}

function kindCells({ direct, mixed, indirect }: KindCounts): readonly string[] {
  return [direct, mixed, indirect].map(String)
}

function timeline({ timeline: { rows, undated } }: Overview, wording: Wording): readonly RootContent[] {
  const { translate } = wording
  if (rows.length === 0) return []
  const without =
    undated > 0 ? ` ${translate('No date is known of {0}.', counted(undated, ...articleCount, wording))}` : ''
  return [
    ...table(
      [
        translate('Date'),
        translate('Articles'),
        translate('Quotes'),
        translate('Direct'),
        translate('Mixed'),
        translate('Indirect')
      ],
      rows.map(({ date, articles, kinds }) => [date, String(articles), String(sumOf(kinds)), ...kindCells(kinds)])
    ),
    paragraph(text(`${translate('The same quote in two articles counts in each of them here.')}${without}`))
  ]
}

function* repeats({ repeats: groups, places: quotes }: Overview, wording: Wording): Generator<string> {
  if (groups.length > 0) yield toMarkdown([heading(2, wording.translate('Quotes that are there again'))])
  yield* longList(groups, ({ places }) => {
    const all = places.map((place) => quotes.at(place))
    return item(
      text(`${all[0]?.words ?? ''} `),
      emphasis(`(${all.map((place) => placeWords(place, wording)).join('; ')})`)
    )
  })
}

function codes(input: ExportInput, overview: Overview): readonly RootContent[] {
  const { translate } = wordingOf(input)
  return [
    ...table(
      [translate('Code'), translate('Description'), translate('Codings'), translate('Articles')],
      overview.codes.map(({ path, description, codings, articles }) => [
        path.join(' \u203A '),
        description ?? '',
        String(codings),
        String(articles)
      ])
    ),
    ...list(overview.codes.flatMap(({ id, path }) => memoItems(input, id, `${path.join(' \u203A ')}: `)))
  ]
}

function memosAbout(input: ExportInput, about: string): readonly RootContent[] {
  return list(memoItems(input, about, ''))
}

function memoItems(input: ExportInput, about: string, before: string): readonly ListItem[] {
  return input.memos
    .filter((memo) => memo.about === about && memo.text.trim() !== '')
    .map(({ text: words, creator, created, modified }) =>
      item(
        strong(`${before}${wordingOf(input).translate('Memo')}`),
        text(` ${words.trim()} `),
        emphasis(`(${creator}, ${(modified ?? created).slice(0, 10)})`)
      )
    )
}
