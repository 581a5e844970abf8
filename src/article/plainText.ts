import type { Markup, Span } from './article'
import type { Steps } from '../util/steps'
import { hyphenAt } from './plain/hyphens'
import { linesOfStep, readLines } from './plain/lines'
import { wrappedLines } from './plain/wraps'

/**
 * A paragraph. `pieces` are its stretches of prose, ordered, in one piece unless code or an address stands between. `heading`
 * is Markdown's level 1 to 6, 0 for anything that is not marked as one.
 */
export interface Block extends Span {
  readonly pieces: readonly Span[]
  readonly heading: number
}

export interface PlainProse {
  readonly blocks: readonly Block[]
  /** The marks of quoted mail, and the hyphens at line ends that are part of no word. */
  readonly markup: readonly Markup[]
}

/** The paragraphs of a plain text: runs of lines without a blank one between, or parts of them (`wrappedLines`). */
export function* plainBlocks(text: string): Steps<PlainProse> {
  const { lines, emptyMarks } = yield* readLines(text)
  const joins = yield* wrappedLines(text, lines)
  const blocks: Block[] = []
  const markup: Markup[] = emptyMarks.map(({ start, end }) => ({ start, end, shown: '' }))
  let start = -1
  for (let index = 0; index < lines.length; index++) {
    if (index % linesOfStep === 0) yield
    const line = lines[index]!
    const previous = lines[index - 1]
    const opens = previous === undefined || joins[index] === 0
    const hyphen = opens ? null : hyphenAt(text, previous, line)
    if (hyphen !== null) markup.push({ start: hyphen.start, end: line.start, shown: '' })
    else if (line.mailMarks !== null) markup.push({ ...line.mailMarks, shown: '' })
    if (opens && previous !== undefined) blocks.push(blockOf(start, previous.end))
    if (opens) start = line.start
  }
  const last = lines[lines.length - 1]
  if (last !== undefined) blocks.push(blockOf(start, last.end))
  return { blocks, markup: emptyMarks.length === 0 ? markup : markup.sort((a, b) => a.start - b.start) }
}

function blockOf(start: number, end: number): Block {
  return { start, end, heading: 0, pieces: [{ start, end }] }
}
