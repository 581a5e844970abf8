import { throughSlices } from '../../util/slices'
import type { Steps } from '../../util/steps'
import { inWords, said } from '../../util/translate'
import { replacementOf, type AnnotationFiles, type FileStat } from './annotationFiles'
import type { FileProblem } from './annotationStore'
import { isUnreadable, type Read } from './readFile'
import { decodedInSteps, sameBytesInSteps } from './textBytes'

/** Larger files are not read, and none is made so large. In bytes. */
export const largestFile = 50_000_000

/** How long the work on a file may go on before others get their turn. In milliseconds. */
export const sliceOfTime = 5

/** A file as it is on disk. Without content it is not there, or has a problem. */
export interface Loaded<Content> {
  readonly content?: Content
  readonly bytes?: Uint8Array
  readonly stat?: FileStat
  readonly problem?: FileProblem
}

/** What is known of a file: while its bytes are these, it says that. */
export interface Known<Content> {
  readonly bytes: Uint8Array
  readonly file: Content
}

/** Never rejects. */
export async function loadFile<Content>(
  files: AnnotationFiles,
  file: string,
  read: (text: string) => Steps<Read<Content>>,
  known?: Known<Content>
): Promise<Loaded<Content>> {
  try {
    return (await loadThere(files, file, read, known)) ?? (await loadReplacement(files, file, read)) ?? {}
  } catch (error) {
    return { problem: { file, kind: 'unreadable', detail: messageOf(error) } }
  }
}

async function loadThere<Content>(
  files: AnnotationFiles,
  file: string,
  read: (text: string) => Steps<Read<Content>>,
  known?: Known<Content>
): Promise<Loaded<Content> | undefined> {
  const stat = await files.stat(file)
  if (!stat) return undefined
  if (stat.size > largestFile) {
    const detail = `It has ${stat.size} bytes; files of up to ${largestFile} are read`
    return { stat, problem: { file, kind: 'too-large', detail } }
  }
  const bytes = await files.read(file)
  if (!bytes) return undefined
  if (known && (await throughSlices(sameBytesInSteps(bytes, known.bytes), sliceOfTime)))
    return { stat, bytes: known.bytes, content: known.file }
  return { stat, ...(await throughSlices(parsed(file, bytes, read), sliceOfTime)) }
}

/** A program that ended while it replaced the file may have left the new one beside it, and the old one is gone. */
async function loadReplacement<Content>(
  files: AnnotationFiles,
  file: string,
  read: (text: string) => Steps<Read<Content>>
): Promise<Loaded<Content> | undefined> {
  const bytes = await files.read(replacementOf(file))
  const replacement =
    bytes && bytes.length <= largestFile && (await throughSlices(parsed(file, bytes, read), sliceOfTime))
  const isWhole = replacement && replacement.content !== undefined && endsWhole(bytes)
  // It may have taken its place meanwhile.
  const there = await loadThere(files, file, read)
  // The bytes are left out: the file itself is still to be written.
  return there ?? (isWhole ? { content: replacement.content! } : undefined)
}

/** As every file that we write ends: "}" and the end of the line. */
function endsWhole(bytes: Uint8Array): boolean {
  return bytes.at(-2) === 0x7d && bytes.at(-1) === 0x0a
}

function* parsed<Content>(
  file: string,
  bytes: Uint8Array,
  read: (text: string) => Steps<Read<Content>>
): Steps<Loaded<Content>> {
  const text = yield* decodedInSteps(bytes)
  if (text === undefined) return { problem: { file, kind: 'broken', detail: 'It is not in UTF-8' } }
  const result = yield* read(text)
  if (isUnreadable(result)) {
    const { wrong, ...told } = result
    return { bytes, problem: { file, kind: wrong, ...told } }
  }
  const { content, remarks } = result
  const [first] = remarks
  if (!first) return { content, bytes }
  const told = remarks.length > 1 ? said('{0} (and {1} more)', first, remarks.length - 1) : first
  return { content, bytes, problem: { file, kind: 'partly-read', detail: inWords(told), said: told } }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
