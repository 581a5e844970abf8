import type { Span } from './article'
import { isSpace } from './characters'
import { countMarks, marksOfCall, partsOf, type Part } from './markdownParts'
import { parseParts } from './markdownParser'
import type { ProseSpan } from './markdownText'
import type { Block } from './plainText'
import { normalizedLabel } from './structure/definitions'
import type { IsAllDefinitions, ProseBlock, Structure } from './structure'
import type { Piece } from './tokens'

/** Reads what is written in the blocks of one Markdown text. */
export interface ProseReader {
  readonly isAllDefinitions: IsAllDefinitions
  /** The blocks without those in which there is no prose. */
  readonly read: (structure: Structure) => Generator<undefined, readonly Block[], undefined>
}

/** A text may have so many marks, and more when they are fewer than one in ten characters: the parser takes some 20 microseconds for each. */
const leastBudget = 40_000
const charactersOfMark = 10

/** Blocks between two steps. */
const blocksOfStep = 500

/**
 * Blocks without any of Markdown's marks are prose as they stand; the others are given to the parser, several at a time.
 * Where a text has more marks than articles ever do, the rest of them are read as characters like others.
 */
export function proseReader(text: string, longestBatch = usualBatch): ProseReader {
  let budget = Math.max(leastBudget, text.length / charactersOfMark)

  function spend(marks: number): boolean {
    budget -= marks
    return budget >= 0
  }

  function isAllDefinitions(lines: readonly Span[]): boolean {
    const [part, ...others] = partsOf(text, 0, { heading: 0, isParagraph: true, beginsItem: false, lines })
    if (part === undefined || others.length > 0 || !spend(part.marks + marksOfCall)) return false
    return parseParts(text, [part], new Set()).spans.size === 0
  }

  function* read({ blocks, labels: plainLabels }: Structure): Generator<undefined, readonly Block[], undefined> {
    const labels = new Set(plainLabels)
    const marked: Part[] = []
    const read: (Block | null)[] = []
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index]!
      const marks = countMarks(text, block.lines)
      if (marks > 0 && spend(marks + marksOfCall)) marked.push(...partsOf(text, index, block))
      read.push(marks > 0 && budget >= 0 ? null : yield* blockOf(text, block, block.lines))
      if (index % blocksOfStep === 0) yield
    }
    for (const batch of batchesOf(
      marked.filter((part) => mayDefine(text, part)),
      longestBatch
    )) {
      for (const label of parseParts(text, batch, new Set()).labels) labels.add(normalizedLabel(label))
      yield
    }
    const spans = new Map<number, ProseSpan[]>()
    for (const batch of batchesOf(marked, longestBatch)) {
      for (const [index, found] of parseParts(text, batch, labels).spans) {
        const known = spans.get(index)
        if (known === undefined) spans.set(index, found)
        else known.push(...found)
      }
      yield
    }
    let done = 0
    for (const [index, found] of spans) {
      read[index] = yield* blockOf(text, blocks[index]!, found)
      if (++done % blocksOfStep === 0) yield
    }
    return read.filter((block) => block !== null)
  }

  return { isAllDefinitions, read }
}

/** What the parser is given at once, in UTF-16 units and in marks, unless one part alone is more. */
const usualBatch = 2000
const marksOfBatch = 150

function* batchesOf(parts: readonly Part[], longestBatch: number): Generator<readonly Part[], void, undefined> {
  let batch: Part[] = []
  let length = 0
  let marks = 0
  for (const part of parts) {
    if (batch.length > 0 && (length + part.length > longestBatch || marks > marksOfBatch)) {
      yield batch
      batch = []
      length = 0
      marks = 0
    }
    batch.push(part)
    length += part.length
    marks += part.marks + marksOfCall
  }
  if (batch.length > 0) yield batch
}

/** Whether definitions may be in it that are not as plain as those that the structure's reader knows. */
function mayDefine(text: string, { isParagraph, isFirst, lines }: Part): boolean {
  const first = lines[0]
  return isParagraph && isFirst && first !== undefined && text.charCodeAt(first.start) === 0x5b
}

/** Spans between two steps. */
const spansOfStep = 5000

function* blockOf(
  text: string,
  block: ProseBlock,
  spans: readonly (Span & { readonly isReference?: boolean })[]
): Generator<undefined, Block | null, undefined> {
  const pieces: Piece[] = []
  let end = -1
  for (const span of spans) {
    const trimmed = trim(text, span)
    if (trimmed === null) continue
    const glued = end >= 0 && !hasSpace(text, end, trimmed.start)
    pieces.push({ ...trimmed, glued, isReference: span.isReference === true })
    end = trimmed.end
    if (pieces.length % spansOfStep === 0) yield
  }
  const first = pieces[0]
  return first === undefined ? null : { start: first.start, end, pieces, heading: block.heading }
}

function trim(text: string, span: Span): Span | null {
  let { start, end } = span
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return start < end ? { start, end } : null
}

function hasSpace(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (isSpace(text.charCodeAt(at))) return true
  return false
}
