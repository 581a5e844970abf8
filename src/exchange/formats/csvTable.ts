import type { ExchangeFormat, ExportInput } from '../format'
import { documentsWithout, type LeftOut } from '../leftOut'
import { articlesTable, codingsTable, entitiesTable, mentionsTable, quotesTable, type Table } from '../tables'
import { csvLines, csvStart } from '../csv'
import { tableRows } from '../tables/tableRows'
import { countProjectMemos } from '../projectMemos'

export const csvQuotes = oneTable(quotesTable, {
  label: 'CSV of quotes',
  description: 'A row for each quote with its speaker, its words and the sentence around it, for a spreadsheet',
  leavesOut: ['code', 'memo', 'rejected']
})

export const csvEntities = oneTable(entitiesTable, {
  label: 'CSV of entities',
  description: 'A row for each person, organization, group and place of all the articles, for a spreadsheet',
  leavesOut: ['quote', 'code', 'memo', 'rejected']
})

export const csvMentions = oneTable(mentionsTable, {
  label: 'CSV of mentions',
  description: 'A row for each time that somebody or somewhere is mentioned, for a spreadsheet',
  leavesOut: ['quote', 'code', 'memo', 'rejected']
})

export const csvCodings = oneTable(codingsTable, {
  label: 'CSV of codings',
  description: 'A row for each code that was given to words, for a spreadsheet',
  leavesOut: ['quote', 'memo', 'rejected']
})

export const csvArticles = oneTable(articlesTable, {
  label: 'CSV of articles',
  description: 'A row for each article with headline, byline, agency, date and counts, for a spreadsheet',
  leavesOut: ['quote', 'code', 'memo', 'rejected']
})

interface OneTable extends Pick<ExchangeFormat, 'label' | 'description'> {
  readonly leavesOut: readonly LeftOut[]
}

/** One of the tables as one file that a spreadsheet opens. */
function oneTable(table: Table, { label, description, leavesOut }: OneTable): ExchangeFormat {
  return {
    id: `csv-${table.name}`,
    label,
    description,
    suffix: `.${table.name}`,
    extension: 'csv',
    cannotHold: [...leavesOut, 'project-memo', 'verdict', 'character'],
    writer: { kind: 'file', write: (input) => writeTable(table, leavesOut, input) }
  }
}

async function* writeTable(table: Table, leavesOut: readonly LeftOut[], input: ExportInput): AsyncGenerator<string> {
  countProjectMemos(input)
  const lines = (rows: Parameters<typeof csvLines>[0]) =>
    csvLines(rows, 'spreadsheet', (count) => input.lost('character', count))
  yield csvStart('spreadsheet') + lines([table.columns.map(({ name }) => name)])
  for await (const { rows } of tableRows([table], { ...input, documents: () => documentsWithout(leavesOut, input) }))
    if (rows.length > 0) yield lines(rows)
}
