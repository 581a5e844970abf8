/** What a file is replaced with: a small part of a file system. Names are those of the adapter. */
export interface ReplaceableFiles {
  /** Undefined when there is nothing of that name. */
  kind(name: string): Promise<'file' | 'link' | 'read-only' | 'folder' | 'other' | undefined>
  read(name: string): Promise<Uint8Array>
  /** Takes the pieces one after the other, or all of them before the first is written. Rejects with what the pieces reject with. */
  write(name: string, pieces: Pieces): Promise<void>
  /** Rejects when the file that is there may not be written. */
  proveWritable(name: string): Promise<void>
  /** Replaces a file that has the new name. */
  rename(from: string, to: string): Promise<void>
  delete(name: string): Promise<void>
  /** What an error of these functions means, where that can be said. */
  problemOf(error: unknown): ReplaceProblem | undefined
}

/** The bytes of a file as they are made; each holds until the next is asked for. */
export type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** `in-use`: another program holds the file. */
export type ReplaceProblem = 'no-folder' | 'no-file' | 'read-only' | 'not-allowed' | 'no-room' | 'in-use'

/** A file to be written: its name, the name of its folder, and a name beside it that nobody has. */
export interface ReplaceTarget {
  readonly name: string
  readonly folder: string
  readonly beside: string
}

/**
 * Looks whether a file may be replaced, before there is something to replace it with. Resolves to a problem as `replaceFile` does, or to
 * whether a file was there that may be written; rejects where that cannot be found out.
 */
export async function proveReplaceable(
  files: ReplaceableFiles,
  target: Pick<ReplaceTarget, 'name' | 'folder'>
): Promise<ReplaceProblem | 'proven' | undefined> {
  return orProblem(files, {}, async () => {
    const { problem, kind } = await lookAt(files, target)
    if (problem) return problem
    if (kind !== 'file') return undefined
    await files.proveWritable(target.name)
    return 'proven'
  })
}

/**
 * Writes a whole file or none: beside the target, then renamed, so that a file that was there survives every failure. Resolves to
 * a problem when the target is none to write to; rejects with what failed, or with what `pieces` rejected with: nothing of them is left
 * then. Links are written through and not replaced. `isProven`: `proveReplaceable` has seen that the file may be written.
 */
export async function replaceFile(
  files: ReplaceableFiles,
  { name, folder, beside }: ReplaceTarget,
  pieces: Pieces,
  isProven = false
): Promise<ReplaceProblem | undefined> {
  const given: Given = { pieces }
  return orProblem(files, given, async () => {
    const { problem, kind } = await lookAt(files, { name, folder })
    if (problem) return problem
    try {
      await files.write(beside, noting(given))
      // A file may be replaced in its folder even where it may not be written: whoever protected it would lose it.
      if (kind === 'file' && !isProven) await files.proveWritable(name)
      if (kind === 'link') await writeOrRestore(files, name, await files.read(beside))
      else await files.rename(beside, name)
    } catch (error) {
      await files.delete(beside).catch(() => undefined)
      throw error
    }
    if (kind === 'link') await files.delete(beside).catch(() => undefined)
    return undefined
  })
}

interface Given {
  readonly pieces?: Pieces
  /** What they rejected with: it says nothing of the file that is written. */
  error?: unknown
}

async function* noting(given: Given): AsyncGenerator<Uint8Array> {
  try {
    yield* given.pieces ?? []
  } catch (error) {
    given.error = error
    throw error
  }
}

async function orProblem<Result>(
  files: ReplaceableFiles,
  given: Given,
  doing: () => Promise<Result>
): Promise<Result | ReplaceProblem> {
  try {
    return await doing()
  } catch (error) {
    const problem = error === given.error ? undefined : files.problemOf(error)
    if (problem === undefined) throw error
    return problem
  }
}

interface Found {
  readonly problem?: ReplaceProblem
  /** Where there is no problem: a file, a link, or nothing. */
  readonly kind?: 'file' | 'link' | undefined
}

async function lookAt(
  files: ReplaceableFiles,
  { name, folder }: Pick<ReplaceTarget, 'name' | 'folder'>
): Promise<Found> {
  // A file system of VS Code would make the folder anew.
  if ((await files.kind(folder)) === undefined) return { problem: 'no-folder' }
  const kind = await files.kind(name)
  if (kind === 'folder' || kind === 'other') return { problem: 'no-file' }
  if (kind === 'read-only') return { problem: 'read-only' }
  return { kind }
}

async function writeOrRestore(files: ReplaceableFiles, name: string, bytes: Uint8Array): Promise<void> {
  const present = await files.read(name).catch(() => undefined)
  try {
    await files.write(name, [bytes])
  } catch (error) {
    // Where it may not be written at all, there is nothing to restore, and this fails as well.
    if (present) await files.write(name, [present]).catch(() => undefined)
    throw error
  }
}
