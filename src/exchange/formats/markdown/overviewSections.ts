import type { ListItem, RootContent } from 'mdast'
import type { ExportInput } from '../../format'
import { sumOf, type KindCounts } from '../../report/kindCounts'
import type { Overview } from '../../report/overview'
import type { QuotePlace } from '../../report/quotePlace'
import type { Source } from '../../report/sources'
import { counted, readWords, shownFigures, typeNames } from '../../report/wording'
import { emphasis, heading, item, list, paragraph, section, strong, table, text } from './nodes'

/** Who fits into the table; all of them are in the section of sources. */
const mostSources = 50

/** What the report begins with. */
export function overviewSections(input: ExportInput, overview: Overview): readonly RootContent[] {
  return [
    heading(1, input.title),
    paragraph(text(readWords(overview))),
    ...memosAbout(input, ''),
    ...section(
      2,
      'Figures',
      table(
        ['Figure', 'Number', 'What it counts'],
        shownFigures(overview).map(({ label, value, definition }) => [label, value, definition])
      )
    ),
    ...section(2, 'Who is quoted', sourceTable(overview)),
    ...section(2, 'When', timeline(overview)),
    ...section(2, 'Quotes that are there again', repeats(overview)),
    ...section(2, 'Codes', codes(input, overview)),
    ...section(2, 'Articles', articleTable(overview))
  ]
}

/** A source with all its quotes. */
export function sourceSection(input: ExportInput, source: Source): readonly RootContent[] {
  const { name, type, descriptions, aliases, kinds, articles, quotes, identity } = source
  const facts = [
    typeNames[type].one.toLowerCase(),
    ...descriptions.slice(0, 4),
    ...(aliases.length > 0 ? [`also ${aliases.slice(0, 4).join(', ')}`] : []),
    sumOf(kinds) > 0 ? `${counted(sumOf(kinds), 'quote')} in ${counted(articles, 'article')}` : 'attitudes only'
  ]
  return [
    heading(3, name),
    paragraph(text(`${facts.join('; ')}.`)),
    ...(identity === undefined ? [] : memosAbout(input, identity)),
    ...quoteList(quotes)
  ]
}

/** The quotes whose source was not found. */
export function unattributedSection({ unattributed }: Overview): readonly RootContent[] {
  return section(3, 'Source not found', quoteList(unattributed))
}

function quoteList(quotes: readonly QuotePlace[]): readonly RootContent[] {
  return list(
    quotes.map(({ words, kind, act, ...place }) =>
      item(
        text(`${words} `),
        emphasis(`(${[kind, ...(act === 'attitude' ? [act] : []), placeWords(place)].join('; ')})`)
      )
    )
  )
}

function placeWords({ article, quote }: Pick<QuotePlace, 'article' | 'quote'>): string {
  return `article ${article}, quote ${quote}`
}

function sourceTable({ sources }: Overview): readonly RootContent[] {
  const quoted = sources.filter(({ kinds }) => sumOf(kinds) > 0)
  const rest = quoted.length - mostSources
  return [
    ...table(
      ['Source', 'Type', 'Described as', 'Quotes', 'Direct', 'Mixed', 'Indirect', 'Articles'],
      quoted
        .slice(0, mostSources)
        .map(({ name, type, descriptions, kinds, articles }) => [
          name,
          typeNames[type].one.toLowerCase(),
          descriptions[0] ?? '',
          String(sumOf(kinds)),
          ...kindCells(kinds),
          String(articles)
        ])
    ),
    ...(rest > 0 ? [paragraph(text(`And ${counted(rest, 'more source')} below.`))] : [])
  ]
}

function kindCells({ direct, mixed, indirect }: KindCounts): readonly string[] {
  return [direct, mixed, indirect].map(String)
}

function timeline({ timeline: { rows, undated } }: Overview): readonly RootContent[] {
  if (rows.length === 0) return []
  const without = undated > 0 ? ` No date is known of ${counted(undated, 'article')}.` : ''
  return [
    ...table(
      ['Date', 'Articles', 'Quotes', 'Direct', 'Mixed', 'Indirect'],
      rows.map(({ date, articles, kinds }) => [date, String(articles), String(sumOf(kinds)), ...kindCells(kinds)])
    ),
    paragraph(text(`The same quote in two articles counts in each of them here.${without}`))
  ]
}

function repeats(overview: Overview): readonly RootContent[] {
  return list(
    overview.repeats.map(({ places }) =>
      item(text(`${places[0]?.words ?? ''} `), emphasis(`(${places.map(placeWords).join('; ')})`))
    )
  )
}

function codes(input: ExportInput, overview: Overview): readonly RootContent[] {
  return [
    ...table(
      ['Code', 'Description', 'Codings', 'Articles'],
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

function articleTable({ articles }: Overview): readonly RootContent[] {
  return table(
    ['No.', 'Article', 'File', 'Date', 'Words', 'Quotes', 'Sources'],
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

function memosAbout(input: ExportInput, about: string): readonly RootContent[] {
  return list(memoItems(input, about, ''))
}

function memoItems({ memos }: ExportInput, about: string, before: string): readonly ListItem[] {
  return memos
    .filter((memo) => memo.about === about && memo.text.trim() !== '')
    .map(({ text: words, creator, created, modified }) =>
      item(
        strong(`${before}Memo`),
        text(` ${words.trim()} `),
        emphasis(`(${creator}, ${(modified ?? created).slice(0, 10)})`)
      )
    )
}
