import { replacementOf, type AnnotationFiles, type FileStat } from './annotationFiles'
import type { FileProblem } from './annotationStore'
import { isUnreadable, type Read } from './readFile'

/** Larger files are not read, and none is made so large. In bytes. */
export const largestFile = 50_000_000

/** A file as it is on disk. Without content it is not there, or has a problem. */
export interface Loaded<Content> {
  readonly content?: Content
  readonly text?: string
  readonly stat?: FileStat
  readonly problem?: FileProblem
}

/** Never rejects. */
export async function loadFile<Content>(
  files: AnnotationFiles,
  file: string,
  read: (text: string) => Read<Content>
): Promise<Loaded<Content>> {
  try {
    return (await loadThere(files, file, read)) ?? (await loadReplacement(files, file, read)) ?? {}
  } catch (error) {
    return { problem: { file, kind: 'unreadable', detail: messageOf(error) } }
  }
}

async function loadThere<Content>(
  files: AnnotationFiles,
  file: string,
  read: (text: string) => Read<Content>
): Promise<Loaded<Content> | undefined> {
  const stat = await files.stat(file)
  if (!stat) return undefined
  if (stat.size > largestFile) {
    const detail = `It has ${stat.size} bytes; files of up to ${largestFile} are read`
    return { stat, problem: { file, kind: 'too-large', detail } }
  }
  const bytes = await files.read(file)
  return bytes && { stat, ...parsed(file, bytes, read) }
}

/** A program that ended while it replaced the file may have left the new one beside it, and the old one is gone. */
async function loadReplacement<Content>(
  files: AnnotationFiles,
  file: string,
  read: (text: string) => Read<Content>
): Promise<Loaded<Content> | undefined> {
  const bytes = await files.read(replacementOf(file))
  const replacement = bytes && bytes.length <= largestFile && parsed(file, bytes, read)
  const isWhole = replacement && replacement.content !== undefined && replacement.text?.endsWith('}\n')
  // It may have taken its place meanwhile.
  const there = await loadThere(files, file, read)
  // The text is left out: the file itself is still to be written.
  return there ?? (isWhole ? { content: replacement.content! } : undefined)
}

function parsed<Content>(file: string, bytes: Uint8Array, read: (text: string) => Read<Content>): Loaded<Content> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { problem: { file, kind: 'broken', detail: 'It is not in UTF-8' } }
  }
  const result = read(text)
  if (isUnreadable(result)) return { text, problem: { file, kind: result.wrong, detail: result.detail } }
  const { content, remarks } = result
  if (!remarks.length) return { content, text }
  const more = remarks.length > 1 ? ` (and ${remarks.length - 1} more)` : ''
  return { content, text, problem: { file, kind: 'partly-read', detail: `${remarks[0]}${more}` } }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
