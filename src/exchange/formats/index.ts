import type { ExchangeFormat } from '../format'
import { brat, bratInception } from './brat'
import { uimaJson, uimaXmi } from './cas'
import { bibtex } from './citations/bibtex'
import { cslJson } from './citations/cslJson'
import { codebookCsv, qdc } from './codebook'
import { conll, conllIob1 } from './conll'
import { csv, csvExcel } from './csv'
import { csvArticles, csvCodings, csvEntities, csvMentions, csvQuotes } from './csvTable'
import { htmlReport } from './html'
import { json } from './json'
import { jsonl } from './jsonl'
import { doccano, prodigy } from './labelledLines'
import { markdownReport } from './markdown'
import { gexf, graphml } from './network'
import { parquet } from './parquet'
import { refiQda } from './refiQda'
import { tei } from './tei'
import { w3c } from './w3c'
import { webannoTsv } from './webannoTsv'
import { xlsx } from './xlsx'

/**
 * Every format, in the order of the menu: for people, tables, scripts, annotation tools, QDA programs. A new one is added here and
 * nowhere else: command line and menu follow, `npm run manifest` gives it its command.
 */
export const exchangeFormats: readonly ExchangeFormat[] = [
  htmlReport,
  markdownReport,
  xlsx,
  csv,
  csvExcel,
  csvQuotes,
  csvEntities,
  csvMentions,
  csvArticles,
  csvCodings,
  parquet,
  json,
  jsonl,
  w3c,
  brat,
  bratInception,
  uimaJson,
  uimaXmi,
  webannoTsv,
  conll,
  conllIob1,
  doccano,
  prodigy,
  tei,
  refiQda,
  qdc,
  codebookCsv,
  gexf,
  graphml,
  bibtex,
  cslJson
]

export function formatOf(id: unknown): ExchangeFormat | undefined {
  return exchangeFormats.find((format) => format.id === id)
}
