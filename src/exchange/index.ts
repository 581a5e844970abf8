export { countQuotes, figureTexts, type CountableQuote } from './counts'
export { surfaceOf } from './surface'
export { excelCsv, csvLines, type CsvCell, type CsvRow } from './csv'
export { toContractLine, type ContractLine, type ContractPieces } from './contractLine'
export { writeJsonLine } from './jsonLine'
export type { ExchangeFormat, ExportInput, FormatWriter, LossKind } from './format'
export type { OffsetUnit } from './offsets'
export { exchangeFormats, formatOf } from './formats'
export { sqliteFormat } from './formats/sqlite'
export { fillDatabase, type Insertion, type NewDatabase, type OpenDatabase } from './formats/sqlite/writeDatabase'
export { exportContents, type ExportContent, type ExportedArticle } from './exporting/exportedArticle'
export { exportedBytes } from './exporting/exportedBytes'
export {
  ExportCancelled,
  exportInput,
  type ExportOptions,
  type ExportProgress,
  type ExportSource
} from './exporting/exportInput'
export { linkInSlices } from './exporting/linkInSlices'
export { lossCounter, lossNames, orderedLosses, type Loss, type LossCounter } from './exporting/losses'
export type { Select, Selection } from './exporting/selection'
export { hasAnnotations, readByGuess, type Guessed } from './importing/guessFormat'
export {
  importAnnotations,
  type ImportedArticle,
  type ImportOptions,
  type ImportResult
} from './importing/importAnnotations'
export type { ImportArticle } from './importing/matchArticle'
export type { GivenFile, ReadDocument, ReadFiles, ReadProblem, ReadResult } from './importing/readDocument'
export { articlesTable, entitiesTable, mentionsTable, quotesTable, type Cell, type Row, type Table } from './tables'
export { tableRows } from './tables/tableRows'
export { canonicalWords } from './canonicalText'
