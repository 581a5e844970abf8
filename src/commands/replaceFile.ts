/** What a file is replaced with: a small part of a file system. Names are those of the adapter. */
export interface ReplaceableFiles {
  /** Undefined when there is nothing of that name. */
  kind(name: string): Promise<'file' | 'link' | 'read-only' | 'folder' | 'other' | undefined>
  read(name: string): Promise<Uint8Array>
  write(name: string, bytes: Uint8Array): Promise<void>
  /** Replaces a file that has the new name. */
  rename(from: string, to: string): Promise<void>
  delete(name: string): Promise<void>
  /** Whether an error of these functions means that writing is not allowed. */
  isRefusal(error: unknown): boolean
}

export type ReplaceProblem = 'no-folder' | 'no-file' | 'read-only'

/** A file to be written: its name, the name of its folder, and a name beside it that nobody has. */
export interface ReplaceTarget {
  readonly name: string
  readonly folder: string
  readonly beside: string
}

/**
 * Looks whether a file may be replaced, before there is something to replace it with: what is in it is read, which beside hundreds of
 * megabytes to be written would be too much. Resolves to a problem as `replaceFile` does, or to whether a file was there that may be
 * written; rejects where it may not.
 */
export async function proveReplaceable(
  files: ReplaceableFiles,
  target: Pick<ReplaceTarget, 'name' | 'folder'>
): Promise<ReplaceProblem | 'proven' | undefined> {
  const { problem, kind } = await lookAt(files, target)
  if (problem) return problem
  if (kind !== 'file') return undefined
  await proveWritable(files, target.name)
  return 'proven'
}

/**
 * Writes a whole file or none: beside the target, then renamed, so that a file that was there survives every failure. Resolves to
 * a problem when the target is none to write to; rejects with what failed. Links are written through and not replaced. `isProven`:
 * `proveReplaceable` has seen that the file may be written.
 */
export async function replaceFile(
  files: ReplaceableFiles,
  { name, folder, beside }: ReplaceTarget,
  bytes: Uint8Array,
  isProven = false
): Promise<ReplaceProblem | undefined> {
  const { problem, kind } = await lookAt(files, { name, folder })
  if (problem) return problem
  try {
    await files.write(beside, bytes)
    // A file may be replaced in its folder even where it may not be written: whoever protected it would lose it.
    if (kind === 'file' && !isProven) await proveWritable(files, name)
    if (kind === 'link') await writeOrRestore(files, name, bytes)
    else await files.rename(beside, name)
  } catch (error) {
    await files.delete(beside).catch(() => undefined)
    throw error
  }
  if (kind === 'link') await files.delete(beside).catch(() => undefined)
  return undefined
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

/** Rejects when the file may not be written. Writes what is in it. */
async function proveWritable(files: ReplaceableFiles, name: string): Promise<void> {
  const present = await files.read(name)
  await files.write(name, present).catch((error: unknown) => {
    if (files.isRefusal(error)) throw error
  })
}

async function writeOrRestore(files: ReplaceableFiles, name: string, bytes: Uint8Array): Promise<void> {
  const present = await files.read(name).catch(() => undefined)
  try {
    await files.write(name, bytes)
  } catch (error) {
    if (present && !files.isRefusal(error)) await files.write(name, present).catch(() => undefined)
    throw error
  }
}
