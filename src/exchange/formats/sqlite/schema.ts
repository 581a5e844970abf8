import type { ColumnHead, Table } from '../../tables/table'

/** The statement that makes a table, with its keys. */
export function createTable({ name, columns }: Table): string {
  const { key, refers = [] } = keys[name] ?? {}
  const lines = [
    ...columns.map((column) => `${quoted(column.name)} ${typeOf(column)}`),
    ...(key ? [`PRIMARY KEY (${listed(key)})`] : []),
    ...refers.map(
      ({ columns: own, to, their }) => `FOREIGN KEY (${listed(own)}) REFERENCES ${quoted(to)} (${listed(their)})`
    )
  ]
  return `CREATE TABLE ${quoted(name)} (\n  ${lines.join(',\n  ')}\n)`
}

/** The statement that puts in a row, a parameter for each column. */
export function insertInto({ name, columns }: Table): string {
  return `INSERT INTO ${quoted(name)} VALUES (${columns.map(() => '?').join(', ')})`
}

/** For what is asked of a database: who says what, what is where, what was when. */
export const createIndexes: readonly string[] = [
  index('quotes', ['speaker_id']),
  index('quotes', ['repeat']),
  index('mentions', ['entity']),
  index('mentions', ['article', 'start']),
  index('links', ['speaker_id']),
  index('codings', ['code_id']),
  index('articles', ['iso_date']),
  index('articles', ['agency'])
]

/**
 * Full-text search: of quotes by what is said, by whom and how; of articles by their text. They hold no text of their own but find
 * it in the tables by row, without regard to capitals and accents.
 */
export const createSearch: readonly string[] = [
  ...search('quote_search', 'quotes', ['content', 'speaker', 'source', 'cue']),
  ...search('article_search', 'texts', ['article', 'text'])
]

interface Keys {
  readonly key?: readonly string[]
  readonly refers?: readonly Reference[]
}

interface Reference {
  readonly columns: readonly string[]
  readonly to: string
  readonly their: readonly string[]
}

const toArticle: Reference = { columns: ['article'], to: 'articles', their: ['article'] }

function toEntity(column: string): Reference {
  return { columns: [column], to: 'entities', their: ['entity'] }
}

/** By table. A code may be gone from the codebook that a coding names: what names codes refers to none. */
const keys: Readonly<Record<string, Keys>> = {
  articles: { key: ['article'] },
  quotes: { key: ['article', 'quote'], refers: [toArticle, toEntity('speaker_id')] },
  entities: { key: ['entity'], refers: [{ ...toArticle, columns: ['first_article'] }] },
  mentions: { key: ['article', 'mention'], refers: [toArticle, toEntity('entity')] },
  links: {
    key: ['article', 'quote'],
    refers: [toEntity('speaker_id'), { columns: ['article', 'quote'], to: 'quotes', their: ['article', 'quote'] }]
  },
  codings: { key: ['article', 'coding'], refers: [toArticle] },
  memos: { refers: [toArticle] },
  codes: { key: ['code_id'] },
  rejected: { refers: [toArticle] },
  texts: { key: ['article'], refers: [toArticle] },
  counts: { key: ['figure'] }
}

function typeOf({ type, isFraction }: ColumnHead): string {
  if (type === 'text') return 'TEXT'
  if (type === 'true/false') return 'BOOLEAN'
  return isFraction ? 'REAL' : 'INTEGER'
}

function index(table: string, columns: readonly string[]): string {
  return `CREATE INDEX ${quoted([table, ...columns].join('_'))} ON ${quoted(table)} (${listed(columns)})`
}

function search(name: string, table: string, columns: readonly string[]): readonly string[] {
  const options = [`content='${table}'`, `tokenize='unicode61 remove_diacritics 2'`]
  return [
    `CREATE VIRTUAL TABLE ${quoted(name)} USING fts5(${[listed(columns), ...options].join(', ')})`,
    `INSERT INTO ${quoted(name)} (${quoted(name)}) VALUES ('rebuild')`
  ]
}

function listed(names: readonly string[]): string {
  return names.map(quoted).join(', ')
}

function quoted(name: string): string {
  return `"${name}"`
}
