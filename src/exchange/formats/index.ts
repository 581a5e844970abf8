import type { ExchangeFormat } from '../format'
import { brat, bratInception } from './brat'
import { uimaJson, uimaXmi } from './cas'
import { codebookCsv, qdc } from './codebook'
import { csv, csvExcel } from './csv'
import { csvArticles, csvCodings, csvEntities, csvMentions, csvQuotes } from './csvTable'
import { htmlReport } from './html'
import { json } from './json'
import { jsonl } from './jsonl'
import { doccano, prodigy } from './labelledLines'
import { refiQda } from './refiQda'
import { xlsx } from './xlsx'

/**
 * Every format, in the order of the menu: for people, tables, scripts, annotation tools, QDA programs. A new one is added here and
 * nowhere else: command line and menu follow, `npm run manifest` gives it its command.
 */
export const exchangeFormats: readonly ExchangeFormat[] = [
  htmlReport,
  xlsx,
  csv,
  csvExcel,
  csvQuotes,
  csvEntities,
  csvMentions,
  csvArticles,
  csvCodings,
  json,
  jsonl,
  brat,
  bratInception,
  uimaJson,
  uimaXmi,
  doccano,
  prodigy,
  refiQda,
  qdc,
  codebookCsv
]

export function formatOf(id: unknown): ExchangeFormat | undefined {
  return exchangeFormats.find((format) => format.id === id)
}
