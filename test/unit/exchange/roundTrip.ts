import type { AnnotationDocument } from '../../../src/exchange/document'
import type { FlatDocument } from '../../../src/exchange/flat/flatDocument'
import { flatten } from '../../../src/exchange/flat/flatten'
import type { ExchangeFormat, ExportInput } from '../../../src/exchange/format'
import type { ReadResult } from '../../../src/exchange/importing/readDocument'
import { inputOf, testCodes, written } from './inputs'

/** What a format reads of what it wrote. */
export async function roundTrip(
  format: ExchangeFormat,
  documents: readonly AnnotationDocument[],
  changes: Partial<ExportInput> = {}
): Promise<ReadResult> {
  return format.read!(await written(format, inputOf(documents, changes)))
}

/** The one document's flat form, as it was and as it is read; throws where something is told to be wrong. */
export async function bothFlats(
  format: ExchangeFormat,
  document: AnnotationDocument
): Promise<{ readonly before: FlatDocument; readonly after: FlatDocument; readonly text: string | null }> {
  const { documents, problems } = await roundTrip(format, [document])
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  if (documents.length !== 1) throw new Error(`${documents.length} documents`)
  return { before: flatten(document, testCodes), after: documents[0]!.flat!, text: documents[0]!.text }
}
