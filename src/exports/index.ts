import { writeEntitiesCsv } from './entitiesCsv'
import type { ExportFormat } from './exportFormat'
import { writeJson } from './json'
import { writeMarkdownReport } from './markdownReport'
import { writeQuotesCsv } from './quotesCsv'

export type { ExportFormat, ExportFormatId } from './exportFormat'
export { surfaceOf } from './facts'
export { toContractLine, writeJsonLine, type ContractLine, type ContractPieces } from './contractLine'

/** Every format that the commands offer, in the order of their menu. */
export const exportFormats: readonly ExportFormat[] = [
  { id: 'csv-entities', extension: 'csv', write: writeEntitiesCsv },
  { id: 'csv-quotes', extension: 'csv', write: writeQuotesCsv },
  { id: 'json', extension: 'json', write: writeJson },
  { id: 'markdown', extension: 'md', write: writeMarkdownReport }
]
