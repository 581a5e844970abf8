import { entitiesCsv } from './entitiesCsv'
import type { ExportFormat } from './exportFormat'
import { json } from './json'
import { markdownReport } from './markdownReport'
import { quotesCsv } from './quotesCsv'

export type { ArticleStream, ArticleWriter, ExportFormat } from './exportFormat'
export { exportBytes, type ExportProgress } from './exportBytes'
export { surfaceOf } from './facts'
export { writeJsonArray, writeJsonLines } from './json'
export { toContractLine, writeJsonLine, type ContractLine, type ContractPieces } from './contractLine'

/** Every format that the commands offer, in the order of their menu. A new one is added here and nowhere else. */
export const exportFormats: readonly ExportFormat[] = [entitiesCsv, quotesCsv, json, markdownReport]
