import type { Markup, Span } from './article'
import { withoutSpaceAround } from './characters'
import type { Steps } from '../util/steps'
import { countMarks, marksOfCall, partsOf, type Part } from './markdownParts'
import { parseParts } from './markdownParser'
import type { SeenStretch } from './markdownText'
import type { Block } from './plainText'
import { normalizedLabel } from './structure/definitions'
import type { IsAllDefinitions, Structure } from './structure'

/** Reads what is written in the blocks of one Markdown text. */
export interface ProseReader {
  readonly isAllDefinitions: IsAllDefinitions
  /** The blocks without those in which there is no prose, and their markup. */
  readonly read: (structure: Structure) => Steps<ReadProse>
}

export interface ReadProse {
  readonly blocks: readonly Block[]
  readonly markup: readonly Markup[]
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
    return parseParts(text, [part], new Set()).paragraphs === 0
  }

  function* read({ blocks, labels: plainLabels }: Structure): Steps<ReadProse> {
    const labels = new Set(plainLabels)
    const marked: Part[] = []
    const seen: (readonly SeenStretch[])[] = []
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index]!
      const marks = countMarks(text, block.lines)
      if (marks > 0 && spend(marks + marksOfCall)) marked.push(...partsOf(text, index, block))
      seen.push(marks > 0 && budget >= 0 ? [] : block.lines.map(asItStands))
      if (index % blocksOfStep === 0) yield
    }
    for (const batch of batchesOf(
      marked.filter((part) => mayDefine(text, part)),
      longestBatch
    )) {
      for (const label of parseParts(text, batch, new Set()).labels) labels.add(normalizedLabel(label))
      yield
    }
    const parsed = new Map<number, SeenStretch[]>()
    for (const batch of batchesOf(marked, longestBatch)) {
      for (const [index, found] of parseParts(text, batch, labels).seen) {
        const known = parsed.get(index)
        if (known === undefined) parsed.set(index, found)
        else for (const stretch of found) known.push(stretch)
      }
      yield
    }
    const read: Block[] = []
    const markup: Markup[] = []
    for (let index = 0; index < blocks.length; index++) {
      const { lines, heading } = blocks[index]!
      const stretches = parsed.get(index) ?? seen[index]!
      const block = blockOf(stretches, heading)
      if (block !== null) {
        read.push(block)
        yield* addMarkup(text, stretches, lines[0]!.start, lines[lines.length - 1]!.end, markup)
      }
      if (index % blocksOfStep === 0) yield
    }
    return { blocks: read, markup }
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

function asItStands({ start, end }: Span): SeenStretch {
  return { start, end, shown: null, isProse: true }
}

/** The block that begins and ends with its prose; null when there is none. */
function blockOf(seen: readonly SeenStretch[], heading: number): Block | null {
  const pieces: Span[] = []
  let isOpen = false // whether prose stands right before
  for (const { start, end, isProse } of seen) {
    const last = pieces[pieces.length - 1]
    if (isProse && isOpen && last !== undefined) pieces[pieces.length - 1] = { start: last.start, end }
    else if (isProse) pieces.push({ start, end })
    isOpen = isProse
  }
  const first = pieces[0]
  const last = pieces[pieces.length - 1]
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end, pieces, heading }
}

/** Stretches between two steps. */
const stretchesOfStep = 5000

/** Adds what of a block between `start` and `end` is not seen, and what is seen otherwise. */
function* addMarkup(
  text: string,
  seen: readonly SeenStretch[],
  start: number,
  end: number,
  markup: Markup[]
): Steps<void> {
  let from = start
  let stretches = 0
  for (const stretch of seen) {
    addGap(text, from, stretch.start, markup)
    if (stretch.shown !== null) markup.push({ start: stretch.start, end: stretch.end, shown: stretch.shown })
    from = stretch.end
    if (++stretches % stretchesOfStep === 0) yield
  }
  addGap(text, from, end, markup)
}

/** What stands between two stretches is not seen but as a line end; white space stays as it is. */
function addGap(text: string, start: number, end: number, markup: Markup[]): void {
  if (start >= end || withoutSpaceAround(text, start, end) === null) return
  markup.push({ start, end, shown: /[\n\r]/.test(text.slice(start, end)) ? '\n' : '' })
}
