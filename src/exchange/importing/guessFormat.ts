import type { ExchangeFormat } from '../format'
import type { GivenFile, ReadResult } from './readDocument'

export interface Guessed {
  readonly format: ExchangeFormat
  readonly result: ReadResult
}

/**
 * Reads files by the format that understands most of them: those whose extension they have are asked first, then all others.
 * Undefined where none finds anything.
 */
export async function readByGuess(
  files: readonly GivenFile[],
  formats: readonly ExchangeFormat[]
): Promise<Guessed | undefined> {
  const readers = formats.filter(({ read }) => read !== undefined)
  const isNamed = ({ extension }: ExchangeFormat) =>
    files.some(({ path }) => path.toLowerCase().endsWith(`.${extension}`))
  const named = readers.filter(isNamed)
  return (
    (await best(files, named)) ??
    (await best(
      files,
      readers.filter((format) => !named.includes(format))
    ))
  )
}

async function best(files: readonly GivenFile[], formats: readonly ExchangeFormat[]): Promise<Guessed | undefined> {
  let found: (Guessed & { readonly understood: number }) | undefined
  for (const format of formats) {
    const result = await format.read?.(files)
    if (!result) continue
    const understood = understoodOf(result)
    const isBetter =
      !found ||
      understood > found.understood ||
      (understood === found.understood && result.problems.length < found.result.problems.length)
    if (understood > 0 && isBetter) found = { format, result, understood }
  }
  return found && { format: found.format, result: found.result }
}

/** A text alone says nothing of its format: whatever is no markup would be one. */
function understoodOf({ documents, codes }: ReadResult): number {
  return documents.reduce(
    (sum, { flat, decisions }) => sum + (flat?.spans.length ?? 0) + (decisions?.length ?? 0),
    codes.length
  )
}
