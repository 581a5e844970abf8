import {
  articlesTable,
  entitiesTable,
  mentionsTable,
  quotesTable,
  tableRows,
  type Cell,
  type ExportInput,
  type Row,
  type Table
} from '../exchange'
import { compareText } from '../util/compareText'
import type { AskedArticle, AskedArticles, AskedEntity, AskedName, AskedQuote, AskedSource } from './askedArticles'

/** What assistants may ask of exported articles, in one pass over them: the same facts and counts as in the tables. */
export async function collectArticles(input: ExportInput, text: AskedArticles['text']): Promise<AskedArticles> {
  const articles: (Omit<AskedArticle, 'names'> & { names: readonly AskedName[] })[] = []
  const quotes: AskedQuote[] = []
  const entities = new Map<string, AskedEntity>()
  const details = new Map<string, EntityDetails>()
  let mentions: readonly Mention[] = []
  // Of each document its article comes first, then its mentions, then its quotes.
  for await (const { table, rows } of tableRows([articlesTable, mentionsTable, quotesTable, entitiesTable], input)) {
    if (table === articlesTable) for (const row of rows) articles.push({ ...toArticle(row), names: [] })
    if (table === mentionsTable) {
      mentions = rows.map(toMention)
      const article = articles.at(-1)
      if (article) article.names = namesIn(mentions)
    }
    if (table === quotesTable) for (const row of rows) quotes.push(toQuote(row, mentions))
    if (table === entitiesTable)
      for (const row of rows) {
        const [entity, found] = toEntity(row)
        entities.set(entity, { name: found.name, type: found.type, country: found.country })
        if (found.quotes > 0) details.set(entity, found)
      }
  }
  for (const [at, quote] of quotes.entries()) quotes[at] = { ...quote, places: quote.places.filter(isPlace) }
  return { articles, quotes, sources: sourcesOf(quotes, details), entities, text }

  function isPlace(entity: string): boolean {
    return entities.get(entity)?.type === 'place'
  }
}

interface Mention {
  readonly entity: string
  readonly words: string
  readonly line: number
  readonly start: number
}

interface EntityDetails extends AskedEntity {
  readonly named: boolean
  readonly quotes: number
  readonly aliases: string | null
  readonly descriptions: string | null
}

function toArticle(row: Row): Omit<AskedArticle, 'names'> {
  const cell = cellsOf(articlesTable, row)
  const text = (name: string) => textOrNull(cell(name))
  const number = (name: string) => Number(cell(name))
  return {
    file: String(cell('article')),
    facts: {
      headline: text('headline'),
      authors: text('byline'),
      agency: text('agency'),
      place: text('dateline_place'),
      date: text('iso_date'),
      words: number('words'),
      quotes: number('quotes'),
      sources: number('sources'),
      unattributed: number('unattributed'),
      attitudes: number('attitudes')
    }
  }
}

function toMention(row: Row): Mention {
  const cell = cellsOf(mentionsTable, row)
  return {
    entity: String(cell('entity')),
    words: String(cell('words')),
    line: Number(cell('line')),
    start: Number(cell('start'))
  }
}

function namesIn(mentions: readonly Mention[]): readonly AskedName[] {
  const names = new Map<string, AskedName>()
  for (const { entity, line } of mentions) {
    const known = names.get(entity)
    names.set(entity, known ? { ...known, mentions: known.mentions + 1 } : { entity, mentions: 1, line })
  }
  return [...names.values()].sort((a, b) => b.mentions - a.mentions)
}

function toQuote(row: Row, mentions: readonly Mention[]): AskedQuote {
  const cell = cellsOf(quotesTable, row)
  const text = (name: string) => textOrNull(cell(name))
  const [start, end, content] = [Number(cell('start')), Number(cell('end')), text('content')]
  const within = mentions.filter((one) => one.start >= start && one.start < end && content?.includes(one.words))
  return {
    file: String(cell('article')),
    line: Number(cell('line')),
    quote: String(cell('quote')),
    source: text('speaker_id'),
    name: text('speaker'),
    kind: String(cell('kind')),
    act: String(cell('act')),
    again: cell('again') === true,
    cue: text('cue'),
    sourceWords: text('source'),
    content,
    sentence: text('sentence'),
    status: String(cell('status')),
    places: [...new Set(within.map(({ entity }) => entity))]
  }
}

function toEntity(row: Row): readonly [entity: string, EntityDetails] {
  const cell = cellsOf(entitiesTable, row)
  return [
    String(cell('entity')),
    {
      name: String(cell('name')),
      type: String(cell('type')),
      country: textOrNull(cell('country')),
      named: cell('named') === true,
      quotes: Number(cell('quotes')),
      aliases: textOrNull(cell('aliases')),
      descriptions: textOrNull(cell('descriptions'))
    }
  ]
}

function sourcesOf(quotes: readonly AskedQuote[], details: ReadonlyMap<string, EntityDetails>): readonly AskedSource[] {
  const found = new Map<string, { readonly first: AskedQuote; readonly files: Set<string> }>()
  for (const quote of quotes) {
    if (quote.source === null || quote.act !== 'speech') continue
    const known = found.get(quote.source)
    if (known) known.files.add(quote.file)
    else found.set(quote.source, { first: quote, files: new Set([quote.file]) })
  }
  return [...found]
    .flatMap(([source, { first, files }]): readonly AskedSource[] => {
      const entity = details.get(source)
      if (!entity) return []
      const { name, type, named, quotes, aliases, descriptions } = entity
      const { file, line } = first
      return [{ source, name, type, named, quotes, articles: files.size, aliases, descriptions, file, line }]
    })
    .sort((a, b) => b.quotes - a.quotes || compareText(a.name, b.name) || compareText(a.source, b.source))
}

/** The cells of a row by the names of their columns. */
function cellsOf({ columns }: Table, row: Row): (name: string) => Cell {
  return (name) => row[columns.findIndex((column) => column.name === name)] ?? null
}

function textOrNull(cell: Cell): string | null {
  return cell === null ? null : String(cell)
}
