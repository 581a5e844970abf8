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
  const shapes: RunShape[] = []
  for (let index = 0, rested = 0; index < runs.length; index++) {
    shapes.push(shapeOf(text, lines, ends, runs[index]!, widthOfFile))
    if (runs[index]!.to - rested < linesOfStep) continue
    rested = runs[index]!.to
    yield
  }
  const file = {
    width: widthOfFile,
    isByBlanks: isPartedByBlanks(runs, shapes),
    isRagged: isMostlyRagged(shapes)
  }
  for (let index = 0, rested = 0; index < runs.length; index++) {
    const { from, to } = runs[index]!
    if (to - from > 1) joinRun(text, lines, ends, { run: runs[index]!, shape: shapes[index]!, file }, joins)
    if (to - rested < linesOfStep) continue
    rested = to
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

/** How the lines of a run end. */
interface RunShape {
  readonly width: number
  /** Sentences run over its line ends. */
  readonly isWrapped: boolean
  /** They do so wherever a line ends: its ends then tell nothing by where they are. */
  readonly isRagged: boolean
}

function shapeOf(
  text: string,
  lines: readonly Line[],
  ends: readonly (LineEnd | null)[],
  { from, to }: Run,
  widthOfFile: number
): RunShape {
  let known = widthOf(lines, ends, { from, to }, Infinity, 1)
  // A line that is a little longer than those that surely run on is as wide as they are.
  for (let index = from; index < to && known > 0; index++) {
    const length = lengthOf(lines[index]!)
    if (length > known && length <= known + 12) known = length
  }
  const width = Math.max(known, widthOfFile)
  let pairs = 0
  let goOn = 0
  let loose = 0
  for (let index = from + 1; index < to; index++) {
    if (ends[index]?.beginsItem === false) pairs++
    if (ends[index]?.goesOn !== true) continue
    goOn++
    if (room(text, lines[index - 1]!, lines[index]!, width) >= roomBehindSentence) loose++
  }
  return { width, isWrapped: goOn > 0 && goOn >= pairs * leastShare, isRagged: loose * 2 > goOn }
}

interface FileShape {
  /** 0 where it is not known. */
  readonly width: number
  readonly isByBlanks: boolean
  readonly isRagged: boolean
}

function isMostlyRagged(shapes: readonly RunShape[]): boolean {
  const wrapped = shapes.filter(({ isWrapped }) => isWrapped)
  return wrapped.filter(({ isRagged }) => isRagged).length * 2 > wrapped.length
}

/** Blank lines part the paragraphs of a file, and line ends do not, where most of its runs of lines are wrapped. */
function isPartedByBlanks(runs: readonly Run[], shapes: readonly RunShape[]): boolean {
  let several = 0
  let wrapped = 0
  runs.forEach(({ from, to }, index) => {
    if (to - from < 2) return
    several++
    if (shapes[index]!.isWrapped) wrapped++
  })
  return runs.length > 1 && wrapped * 2 > several
}

function joinRun(
  text: string,
  lines: readonly Line[],
  ends: readonly (LineEnd | null)[],
  { run, shape, file }: RunInFile,
  joins: Uint8Array
): void {
  if (isList(lines, ends, run)) return
  for (let index = run.from + 1; index < run.to; index++) {
    const end = ends[index]
    if (end && !end.beginsItem && isJoined(text, lines, index, end, { run, shape, file })) joins[index] = 1
  }
}

interface RunInFile {
  readonly run: Run
  readonly shape: RunShape
  readonly file: FileShape
}

function isJoined(
  text: string,
  lines: readonly Line[],
  index: number,
  end: LineEnd,
  { run: { from, to }, shape, file }: RunInFile
): boolean {
  const above = lines[index - 1]!
  const line = lines[index]!
  const { width, isWrapped, isRagged } = shape
  if (end.goesOn) return isWrapped || (lengthOf(above) >= shortestGoingOn && !isLong(above))
  const isHeadline = index === from + 1 && !end.ends && beginsSentence(text, line)
  if (file.isByBlanks && (isWrapped ? isRagged : file.isRagged)) return !isHeadline
  const isFull = to - from === 2 && !end.ends && readsOn(text, above, line)
  if (isLong(above) || lengthOf(above) > width + 2) return isFull
  const left = room(text, above, line, width)
  if (isWrapped) return continues(above, line, end, { ...shape, left, isHeadline })
  return file.width > 0 ? left < 0 : isFull
}

/** What is shorter goes on only among lines that do. */
const shortestGoingOn = 15

/** In a run that is wrapped: an indented line or one after a short line opens a paragraph. */
function continues(
  above: Line,
  line: Line,
  { ends }: LineEnd,
  { width, isRagged, left, isHeadline }: RunShape & { left: number; isHeadline: boolean }
): boolean {
  if (line.indent > above.indent + 1) return false
  if (isHeadline && left >= roomBehindSentence) return false
  if (isRagged) return !ends || left <= Math.max(roomWithinSentence, width / 2)
  return left <= (ends ? roomBehindSentence : Math.min(roomWithinSentence, width * 0.6))
}

/** Short lines of which none ends a sentence are no prose, though they begin small. */
function isList(lines: readonly Line[], ends: readonly (LineEnd | null)[], { from, to }: Run): boolean {
  if (to - from < 4) return false
  let length = 0
  for (let index = from; index < to; index++) {
    if (index > from && (ends[index]?.ends === true || ends[index]?.isOpen === true)) return false
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
