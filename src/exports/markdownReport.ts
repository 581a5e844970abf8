import type {
  BlockContent,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
  TableRow
} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { Analysis, AnalyzedArticle, Entity, Mention, Quote } from '../analysis'
import { shownText, type Article, type SourceText, type Span } from '../article'
import { printable } from '../util/printable'
import type { ArticleStream, ExportFormat } from './exportFormat'
import { annotatorsOf, annotatorsOfEntity, countQuotes, surfaceOf } from './facts'

/**
 * A report for people: for each article what it says about itself, its actors and places as tables, and who is quoted
 * saying what. Built as a tree, so that the writer escapes what an article's text would otherwise do to it.
 */
export const markdownReport: ExportFormat = {
  id: 'markdown',
  label: 'Markdown report',
  description: 'actors, places and sources with their quotes, to read',
  // The report of a Markdown article must not propose the article itself; analysis of a folder leaves `.report.md` out.
  suffix: '.report',
  extension: 'md',
  write: writeMarkdownReport
}

/** The head counts what is in all articles, so it comes last, and the sections wait for it as finished text. */
async function* writeMarkdownReport(articles: ArticleStream): AsyncGenerator<string> {
  const sections: string[] = []
  const counts = { quotes: 0, sources: 0 }
  for await (const article of articles) {
    const { markdown, quotes, sources } = writeSection(article)
    sections.push(markdown)
    counts.quotes += quotes
    counts.sources += sources
  }
  yield toMarkdown([heading(1, 'Article report'), summary({ articles: sections.length, ...counts })])
  for (const section of sections) yield `\n${section}`
}

// Columns are not padded: one long description would be paid for in every row.
const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-', fences: true })
  .freeze()

function toMarkdown(children: RootContent[]): string {
  return writer.stringify({ type: 'root', children })
}

interface Counts {
  readonly articles: number
  readonly quotes: number
  /** A source that is quoted in two articles counts twice. */
  readonly sources: number
}

function summary({ articles, quotes, sources }: Counts): Paragraph {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
  const parts = `${count(articles, 'article')}, ${count(quotes, 'quote')} from ${count(sources, 'source')}`
  return paragraph(text(`${parts} (counted in each article).`))
}

function writeSection({ name, article, analysis }: AnalyzedArticle) {
  const markdown = toMarkdown(articleSection(name, article, analysis))
  return { markdown, quotes: analysis.quotes.length, sources: analysis.links.length }
}

function articleSection(name: string, article: Article, analysis: Analysis): RootContent[] {
  const actors = analysis.entities.filter((entity) => entity.type !== 'place' || isActing(entity, analysis.mentions))
  const places = analysis.entities.filter((entity) => entity.type === 'place')
  return [
    heading(2, name),
    ...aboutList(article),
    ...section('Actors', actors.length > 0 ? [actorTable(analysis, actors)] : []),
    ...section('Places', places.length > 0 ? [placeTable(analysis, places)] : []),
    ...section('Quotes', quoteBlocks(article, analysis)),
    ...(article.paragraphs.length === 0 ? [paragraph(text('This article has no text.'))] : [])
  ]
}

function section(name: string, blocks: readonly BlockContent[]): RootContent[] {
  return blocks.length === 0 ? [] : [heading(3, name), ...blocks]
}

function aboutList(article: Article): List[] {
  const named = (label: string, span: Span | null): ListItem[] =>
    span ? [item(strong(label), text(`: ${shownText(article, span)}`))] : []
  const items = [
    ...named('Title', article.title),
    ...named('Byline', article.byline),
    ...named('Dateline', article.dateline),
    ...named('Date', article.date),
    ...named('Agency', article.agency)
  ]
  return items.length === 0 ? [] : [{ type: 'list', ordered: false, spread: false, children: items }]
}

function actorTable(analysis: Analysis, actors: readonly Entity[]): Table {
  const quoteCounts = countQuotes(analysis)
  const rows = actors.map((actor) => [
    actor.name,
    actor.type,
    actor.aliases.join(', '),
    actor.descriptions.join(', '),
    String(actor.mentions.length),
    String(quoteCounts.get(actor.id) ?? 0)
  ])
  const header = ['Name', 'Type', 'Other names', 'Described as', 'Mentions', 'Quotes']
  return entityTable(analysis, actors, header, rows)
}

function placeTable(analysis: Analysis, places: readonly Entity[]): Table {
  const rows = places.map((place) => {
    const acting = place.mentions.filter((index) => analysis.mentions[index]?.acting).length
    return [place.name, place.places[0]?.countryName ?? '', String(place.mentions.length), String(acting)]
  })
  return entityTable(analysis, places, ['Name', 'Country', 'Mentions', 'Of them acting'], rows)
}

/** With a column for who decided, where somebody did. */
function entityTable(
  analysis: Analysis,
  entities: readonly Entity[],
  header: readonly string[],
  rows: readonly (readonly string[])[]
): Table {
  const annotators = entities.map((entity) => annotatorsOfEntity(analysis, entity).join(', '))
  return annotators.every((names) => names === '')
    ? table(header, rows)
    : table(
        [...header, 'Decided by'],
        rows.map((row, index) => [...row, annotators[index] ?? ''])
      )
}

/** Each source with its quotes, then the quotes of nobody. */
function quoteBlocks(source: SourceText, analysis: Analysis): BlockContent[] {
  const entities = new Map(analysis.entities.map((entity) => [entity.id, entity]))
  const linked = analysis.links.flatMap((link) => {
    const speaker = entities.get(link.speaker)
    const quotes = link.quotes.flatMap((index) => analysis.quotes[index] ?? [])
    return [
      paragraph(strong(speaker?.name ?? link.speaker), text(speaker ? ` (${speaker.type})` : '')),
      quoteList(source, quotes)
    ]
  })
  const unlinked = analysis.quotes.filter((quote) => quote.speaker === null)
  return unlinked.length === 0 ? linked : [...linked, paragraph(strong('Source unknown')), quoteList(source, unlinked)]
}

function quoteList(source: SourceText, quotes: readonly Quote[]): List {
  const items = quotes.map((quote) => {
    const roles = [
      quote.source && `source: ${surfaceOf(source, quote.source)}`,
      quote.cue && `cue: ${surfaceOf(source, quote.cue)}`,
      ...annotatorsOf([quote]).map((name) => `decided by: ${name}`)
    ]
    const facts = [quote.kind, quote.act, ...roles.filter((role) => role !== null), `rule: ${quote.rule}`].join('; ')
    return item(text(`${surfaceOf(source, quote.content)} `), [{ type: 'emphasis', children: text(`(${facts})`) }])
  })
  return { type: 'list', ordered: false, spread: false, children: items }
}

function isActing(entity: Entity, mentions: readonly Mention[]): boolean {
  return entity.mentions.some((index) => mentions[index]?.acting)
}

/**
 * One line: a line end in an article's text must not start a list, a heading or a table row of the report. What looks like
 * an address becomes code, since readers of Markdown make links of bare addresses, escaped or not.
 */
function text(value: string): PhrasingContent[] {
  const words = printable(value).split(/(?<= )/)
  const runs: { address: boolean; value: string }[] = []
  for (const word of words) {
    const address = looksLikeAddress.test(word)
    const last = runs.at(-1)
    if (last && !last.address && !address) last.value += word
    else runs.push({ address, value: word })
  }
  return runs.flatMap(({ address, value: run }) => (address ? code(run) : [{ type: 'text', value: run }]))
}

const looksLikeAddress = /:\/\/|www\.|@|mailto:|xmpp:/i

function code(value: string): PhrasingContent[] {
  const address = value.trimEnd()
  const rest = value.slice(address.length)
  return [{ type: 'inlineCode', value: address }, ...(rest === '' ? [] : [{ type: 'text', value: rest } as const])]
}

function strong(value: string): PhrasingContent[] {
  const name = value.trim()
  return name === '' ? [] : [{ type: 'strong', children: text(name) }]
}

function paragraph(...children: readonly PhrasingContent[][]): Paragraph {
  return { type: 'paragraph', children: children.flat() }
}

function heading(depth: Heading['depth'], value: string): Heading {
  return { type: 'heading', depth, children: text(value) }
}

function item(...children: readonly PhrasingContent[][]): ListItem {
  return { type: 'listItem', spread: false, children: [paragraph(...children)] }
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): Table {
  const tableRow = (cells: readonly string[]): TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: text(cell) }))
  })
  return { type: 'table', children: [tableRow(header), ...rows.map(tableRow)] }
}
