import { throughSlices } from '../../util/slices'
import { FileFailure, type AnnotationFiles } from './annotationFiles'
import type { FileProblem, RecoveredEdits, Saved } from './annotationStore'
import type { FileForm } from './fileForms'
import { largeFiles } from './largeFiles'
import { largestFile, loadFile, messageOf, sliceOfTime, type Known, type Loaded } from './loadFile'
import type { RecoveryCopies } from './recoveryCopies'
import type { sharedLock } from './sharedLock'
import { encodedInSteps, sameBytesInSteps } from './textBytes'

/** A file whose edits are saved. */
export interface Target<Content, File extends Content, Edit> {
  readonly path: string
  readonly form: FileForm<Content, File, Edit>
  /** What waits for the file, as its edits, and back. */
  readonly waiting: (recovered: RecoveredEdits) => readonly Edit[]
  readonly recovered: (edits: readonly Edit[]) => RecoveredEdits
}

export interface FileSaving {
  /** What is on disk with what waits; with a problem also what was known of the file before. Never rejects. */
  load<Content, File extends Content, Edit>(target: Target<Content, File, Edit>): Promise<LoadedTarget<Content>>
  /** Saves edits and what waits. Never rejects. To be called once at a time for each file. */
  save<Content, File extends Content, Edit>(
    target: Target<Content, File, Edit>,
    edits: readonly Edit[],
    text?: string
  ): Promise<Saved<Content>>
}

export interface LoadedTarget<Content> extends Saved<Content> {
  /** Of the file; "" where it is not there. */
  readonly stamp: string
}

/** How often a save begins anew because another program has taken the lock meanwhile. */
const mostAttempts = 5

export function fileSaving(
  files: AnnotationFiles,
  locked: ReturnType<typeof sharedLock>,
  copies: RecoveryCopies
): FileSaving {
  /** The content of each file when it was whole last. */
  const known = new Map<string, unknown>()
  /** By path, what was removed from a file. */
  const removed = new Map<string, unknown>()
  const large = largeFiles()

  async function loadOne<Content, File extends Content, Edit>({
    path,
    form
  }: Target<Content, File, Edit>): Promise<Loaded<File>> {
    const known = large.of(path) as Known<File> | undefined
    const loaded = await loadFile(files, path, form.read, known)
    const { content, bytes, problem } = loaded
    // What has remarks is read again for them.
    if (content !== undefined && bytes && !problem) large.keep(path, { bytes, file: content })
    else large.forget(path)
    return loaded
  }

  async function waitingFor<Content, File extends Content, Edit>(
    target: Target<Content, File, Edit>
  ): Promise<readonly Edit[]> {
    const recovered = await copies.of(target.path)
    return recovered ? target.waiting(recovered) : []
  }

  async function saveOnce<Content, File extends Content, Edit>(
    target: Target<Content, File, Edit>,
    edits: readonly Edit[],
    text: string | undefined
  ): Promise<Saved<Content>> {
    const { path, form } = target
    const loaded = await loadOne(target)
    const obstacle = obstacleTo(path, loaded)
    if (obstacle) throw new Obstacle(obstacle)
    const earlier = removed.get(path) as File | undefined
    const there = loaded.content ?? form.nothing
    const file = earlier ? form.remembering(there, earlier) : there
    const { content, overruled } = await throughSlices(form.apply(there, edits), sliceOfTime)
    const written = form.isEmpty(content, file)
      ? undefined
      : await throughSlices(form.write(content, file, text), sliceOfTime)
    const bytes = await writeFile(files, path, loaded, written?.pieces)
    removed.set(path, form.removedBy(file, edits, earlier))
    if (bytes && written?.file && !loaded.problem) large.keep(path, { bytes, file: written.file })
    else large.forget(path)
    const now = written?.file ? form.bare(written.file) : content
    known.set(path, now)
    if (!overruled.length) return { content: now }
    const detail = `Somebody else changed meanwhile: ${overruled.join(', ')}`
    return { content: now, problem: { file: path, kind: 'changed-by-another', detail } }
  }

  return {
    async load(target) {
      const { path, form } = target
      const loaded = await loadOne(target)
      if (loaded.content !== undefined) known.set(path, form.bare(loaded.content))
      else if (!loaded.problem) known.delete(path)
      type Content = Parameters<typeof form.apply>[0]
      const content = (known.get(path) ?? form.bare(form.nothing)) as Content
      const edits = await waitingFor(target)
      return {
        content: edits.length ? (await throughSlices(form.apply(content, edits), sliceOfTime)).content : content,
        ...(loaded.problem && { problem: loaded.problem }),
        stamp: loaded.stat?.stamp ?? ''
      }
    },
    async save(target, edits, text) {
      const { path, form } = target
      const waiting = await waitingFor(target)
      const all = form.combine([...waiting, ...edits])
      for (let attempt = 1; ; attempt++) {
        try {
          const result = await locked(() => saveOnce(target, all, text))
          await copies.forget(path)
          return result
        } catch (error) {
          if (error instanceof FileFailure && error.kind === 'lock-lost' && attempt < mostAttempts) continue
          if (all.length) await copies.keep(path, target.recovered(all))
          type Content = Parameters<typeof form.apply>[0]
          const there = (known.get(path) ?? form.nothing) as Content
          const { content } = await throughSlices(form.apply(there, all), sliceOfTime)
          return { content, problem: problemOf(path, error) }
        }
      }
    }
  }
}

/** A problem of the file as it is, for which it is left alone. */
class Obstacle extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.detail)
  }
}

/** Why a file that was loaded is not to be written. */
export function obstacleTo(file: string, { problem, stat }: Loaded<unknown>): FileProblem | undefined {
  if (problem && problem.kind !== 'partly-read') return problem
  return stat?.isReadOnly ? { file, kind: 'read-only', detail: 'It is marked as read-only' } : undefined
}

/**
 * Writes or, without a text, removes a file, where that changes it, and gives its bytes. `pieces` are those of the text. Rejects
 * where it cannot. Only with the lock.
 */
export async function writeFile(
  files: AnnotationFiles,
  file: string,
  loaded: Loaded<unknown>,
  pieces: readonly string[] | undefined
): Promise<Uint8Array | undefined> {
  if (pieces === undefined) {
    if (loaded.content !== undefined) await files.remove(file)
    return undefined
  }
  const bytes = await throughSlices(encodedInSteps(pieces), sliceOfTime)
  if (loaded.bytes && (await throughSlices(sameBytesInSteps(bytes, loaded.bytes), sliceOfTime))) return bytes
  if (bytes.length > largestFile) {
    const detail = `It would have ${bytes.length} bytes; files of up to ${largestFile} are written`
    throw new Obstacle({ file, kind: 'too-large', detail })
  }
  await files.replace(file, bytes)
  return bytes
}

export function problemOf(file: string, error: unknown): FileProblem {
  if (error instanceof Obstacle) return error.problem
  const kind = error instanceof FileFailure && error.kind === 'read-only' ? 'read-only' : 'not-written'
  return { file, kind, detail: messageOf(error) }
}
