import type { ExchangeFormat } from '../format'
import type { GivenFile, ReadProblem, ReadResult } from './readDocument'

export interface Guessed {
  readonly format: ExchangeFormat
  readonly result: ReadResult
}

/**
 * Reads files by the format that understands most of them: those whose extension they have are asked first, then all others.
 * Undefined where none finds anything; why not, as the first of those that are named so says it, goes to `onProblem`.
 */
export async function readByGuess(
  files: readonly GivenFile[],
  formats: readonly ExchangeFormat[],
  onProblem: (problem: ReadProblem) => void = () => undefined
): Promise<Guessed | undefined> {
  const readers = formats.filter(({ read }) => read !== undefined)
  // Of one format alone there is nothing to guess.
  const isNamed = ({ extension }: ExchangeFormat) =>
    readers.length === 1 || files.some(({ path }) => path.toLowerCase().endsWith(`.${extension}`))
  const named = readers.filter(isNamed)
  const byName = await best(files, named)
  const others = readers.filter((format) => !named.includes(format))
  const guessed = byName.guessed ?? (await best(files, others)).guessed
  if (!guessed) for (const problem of byName.problems) onProblem(problem)
  return guessed
}

interface Best {
  readonly guessed: Guessed | undefined
  /** Of the first format that has any. */
  readonly problems: readonly ReadProblem[]
}

async function best(files: readonly GivenFile[], formats: readonly ExchangeFormat[]): Promise<Best> {
  let problems: readonly ReadProblem[] = []
  let found: (Guessed & { readonly understood: number }) | undefined
  for (const format of formats) {
    const result = await format.read?.(files)
    if (!result) continue
    if (problems.length === 0) problems = result.problems
    const understood = understoodOf(result)
    const isBetter =
      !found ||
      understood > found.understood ||
      (understood === found.understood && result.problems.length < found.result.problems.length)
    if (understood > 0 && isBetter) found = { format, result, understood }
  }
  return { guessed: found && { format: found.format, result: found.result }, problems }
}

/** Whether anything was read that can be imported. */
export function hasAnnotations(result: ReadResult): boolean {
  return understoodOf(result) > 0
}

/** A text alone says nothing of its format: whatever is no markup would be one. */
function understoodOf({ documents, codes }: ReadResult): number {
  return documents.reduce(
    (sum, { flat, decisions }) => sum + (flat?.spans.length ?? 0) + (decisions?.length ?? 0),
    codes.length
  )
}
