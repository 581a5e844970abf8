import { isSpace } from '../characters'
import type { Steps } from '../../util/steps'
import { beginsSentence, lineEndAt, readsOn, type LineEnd } from './lineSigns'
import { linesOfStep, type Line } from './lines'

/** Lines that nothing blank parts: indexes, half open. */
interface Run {
  readonly from: number
  readonly to: number
}

/**
 * For each line 1 where it goes on with the paragraph of the line above. Each run of lines is read by itself: a single line end
 * parts paragraphs (one line, one paragraph, as agencies' feeds have it) unless sentences run over the line ends of the run.
 * Where sentences run over the blank lines of a file, it is double-spaced, and a blank line is no more than a line end.
 */
export function* wrappedLines(text: string, lines: readonly Line[]): Steps<Uint8Array> {
  const joins = new Uint8Array(lines.length)
  const ends: (LineEnd | null)[] = []
  for (let index = 0; index < lines.length; index++) {
    if (index % linesOfStep === 0) yield
    const above = lines[index - 1]
    ends.push(above && above.depth === lines[index]!.depth ? lineEndAt(text, above, lines[index]!) : null)
  }
  const gap = isDoubleSpaced(lines, ends) ? 1 : 0
  const runs = runsOf(lines, ends, gap)
  yield
  const widthOfFile = widthOf(lines, ends, { from: 0, to: lines.length }, gap, sureOfWidth)
  yield
  let rested = 0
  for (const run of runs) {
    if (run.to - run.from > 1) joinRun(text, lines, ends, run, widthOfFile, joins)
    if (run.to - rested < linesOfStep) continue
    rested = run.to
    yield
  }
  return joins
}

/** Wider lines than this are not wrapped by hand or by a program. */
const widestWrap = 150
/** Line ends that sentences run over, for the width of a file to be known by them. */
const sureOfWidth = 3
/** Of a run's line ends those that sentences must run over: a fifth of those of wrapped prose fall between capitals or sentences by chance. */
const leastShare = 0.25
/** What may be left of a line behind a whole sentence, and behind a part of one, in characters. */
const roomBehindSentence = 8
const roomWithinSentence = 25

function isDoubleSpaced(lines: readonly Line[], ends: readonly (LineEnd | null)[]): boolean {
  let spaced = 0
  let goOn = 0
  let tight = 0
  for (let index = 1; index < lines.length; index++) {
    const { blanks } = lines[index]!
    if (blanks === 0) tight++
    if (blanks !== 1 || isLong(lines[index - 1]!)) continue
    spaced++
    if (ends[index]?.goesOn === true) goOn++
  }
  return goOn >= 2 && goOn >= spaced * 0.3 && tight <= spaced * 0.1
}

function runsOf(lines: readonly Line[], ends: readonly (LineEnd | null)[], gap: number): readonly Run[] {
  const runs: Run[] = []
  let from = 0
  for (let index = 1; index <= lines.length; index++) {
    if (index < lines.length && lines[index]!.blanks <= gap && ends[index] !== null) continue
    runs.push({ from, to: index })
    from = index
  }
  return runs
}

/** The width to which the lines are wrapped whose sentences run on; 0 where fewer than `least` do. */
function widthOf(
  lines: readonly Line[],
  ends: readonly (LineEnd | null)[],
  { from, to }: Run,
  gap: number,
  least: number
): number {
  let width = 0
  let count = 0
  for (let index = from + 1; index < to; index++) {
    const above = lines[index - 1]!
    if (ends[index]?.goesOn !== true || lines[index]!.blanks > gap || isLong(above)) continue
    count++
    width = Math.max(width, lengthOf(above))
  }
  return count >= least ? width : 0
}

function joinRun(
  text: string,
  lines: readonly Line[],
  ends: readonly (LineEnd | null)[],
  run: Run,
  widthOfFile: number,
  joins: Uint8Array
): void {
  const { from, to } = run
  let known = widthOf(lines, ends, run, Infinity, 1)
  let pairs = 0
  let goOn = 0
  let loose = 0
  for (let index = from + 1; index < to; index++) if (ends[index]?.beginsItem === false) pairs++
  // A line that is a little longer than those that surely run on is as wide as they are.
  for (let index = from; index < to && known > 0; index++) {
    const length = lengthOf(lines[index]!)
    if (length > known && length <= known + 12) known = length
  }
  const width = Math.max(known, widthOfFile)
  for (let index = from + 1; index < to; index++) {
    if (ends[index]?.goesOn !== true) continue
    goOn++
    if (room(text, lines[index - 1]!, lines[index]!, width) >= roomBehindSentence) loose++
  }
  if (isList(lines, ends, run)) return
  const isWrapped = goOn > 0 && goOn >= pairs * leastShare
  // Lines that end anywhere tell nothing by where they end.
  const isRagged = loose * 2 > goOn
  for (let index = from + 1; index < to; index++) {
    const above = lines[index - 1]!
    const line = lines[index]!
    const end = ends[index]
    if (!end || end.beginsItem) continue
    if (end.goesOn) joins[index] = isWrapped || (lengthOf(above) >= 15 && !isLong(above)) ? 1 : 0
    else if (isLong(above) || lengthOf(above) > width + 2)
      joins[index] = to - from === 2 && !end.ends && readsOn(text, above, line) ? 1 : 0
    else if (isWrapped)
      joins[index] = continues(text, above, line, { width, end, isRagged, isFirst: index === from + 1 }) ? 1 : 0
    else if (widthOfFile > 0) joins[index] = room(text, above, line, width) < 0 ? 1 : 0
    else if (to - from === 2 && !end.ends) joins[index] = readsOn(text, above, line) ? 1 : 0
  }
}

/** In a run that is wrapped: an indented line or one after a short line opens a paragraph. */
function continues(
  text: string,
  above: Line,
  line: Line,
  { width, end, isRagged, isFirst }: { width: number; end: LineEnd; isRagged: boolean; isFirst: boolean }
): boolean {
  if (line.indent > above.indent + 1) return false
  const left = room(text, above, line, width)
  // A headline stands above its text.
  if (isFirst && !end.ends && left >= roomBehindSentence && beginsSentence(text, line)) return false
  if (isRagged) return !end.ends || left <= Math.max(roomWithinSentence, width / 2)
  return left <= (end.ends ? roomBehindSentence : Math.min(roomWithinSentence, width * 0.6))
}

/** Short lines of which none ends a sentence are no prose, though they begin small. */
function isList(lines: readonly Line[], ends: readonly (LineEnd | null)[], { from, to }: Run): boolean {
  if (to - from < 4) return false
  let length = 0
  for (let index = from; index < to; index++) {
    if (ends[index]?.ends === true && index > from) return false
    length += lengthOf(lines[index]!)
  }
  return length / (to - from) < 22
}

/** How many characters would still have fitted behind the line above together with this line's first word. */
function room(text: string, above: Line, line: Line, width: number): number {
  let end = line.start
  while (end < line.end && end < line.start + width && !isSpace(text.charCodeAt(end))) end++
  return width - lengthOf(above) - 1 - (end - line.start)
}

function lengthOf({ start, end, indent }: Line): number {
  return end - start + indent
}

function isLong(line: Line): boolean {
  return lengthOf(line) > widestWrap
}
