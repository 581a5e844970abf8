/**
 * The most that the Markdown parser is given, in UTF-16 units, marks and lines. Above one of these limits it takes more than
 * linear time or hundreds of megabytes (measured with micromark 4.0: nested quotes and lists, underlined headings, thousands
 * of brackets or stars in one paragraph). No article comes near them.
 */
const longestMarkdown = 1_000_000
const deepestNesting = 40
const mostMarks = 50_000
const mostMarksOfParagraph = 10_000
const mostUnderlines = 2_000

/** Whether a text is more than the Markdown parser should be given. One pass. */
export function exceedsMarkdownLimits(text: string): boolean {
  if (text.length > longestMarkdown) return true
  let marks = 0
  let paragraphMarks = 0
  let underlines = 0
  for (let at = 0; at < text.length;) {
    const head = readLineHead(text, at)
    if (head.nesting > deepestNesting) return true
    if (head.isUnderline && ++underlines > mostUnderlines) return true
    if (head.isBlank) paragraphMarks = 0
    marks += head.nesting
    at = head.end
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit === 0x0a || unit === 0x0d) break
      if (isMark(unit)) {
        marks++
        paragraphMarks++
      }
    }
    at++
    if (marks > mostMarks || paragraphMarks > mostMarksOfParagraph) return true
  }
  return false
}

interface LineHead {
  /** How many marks of quotes and lists the line begins with. */
  readonly nesting: number
  /** "---", "===" or a table's "|-|-|". */
  readonly isUnderline: boolean
  readonly isBlank: boolean
  readonly end: number
}

function readLineHead(text: string, start: number): LineHead {
  let nesting = 0
  let marks = 0
  let isMarker = true // false inside a run of one mark: a rule is no nesting
  let at = start
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x20 || unit === 0x09) {
      isMarker = true
    } else if (isListOrQuoteMark(unit)) {
      marks++
      if (isMarker || unit === 0x3e) nesting++
      isMarker = false
    } else if (unit === 0x3d || unit === 0x7c || unit === 0x3a) {
      marks++
    } else if (unit < 0x30 || unit > 0x39) {
      break
    }
  }
  const unit = text.charCodeAt(at)
  const isWhole = at >= text.length || unit === 0x0a || unit === 0x0d
  return { nesting, isUnderline: isWhole && marks > 0, isBlank: isWhole && marks === 0, end: at }
}

/** > * + - and what follows a list's number: . and ) */
function isListOrQuoteMark(unit: number): boolean {
  return unit === 0x3e || unit === 0x2a || unit === 0x2b || unit === 0x2d || unit === 0x2e || unit === 0x29
}

/** ! & * < [ \ ] _ ` | ~ open or close something inside a line. */
function isMark(unit: number): boolean {
  return (
    unit === 0x21 ||
    unit === 0x26 ||
    unit === 0x2a ||
    unit === 0x3c ||
    (unit >= 0x5b && unit <= 0x5d) ||
    unit === 0x5f ||
    unit === 0x60 ||
    unit === 0x7c ||
    unit === 0x7e
  )
}
