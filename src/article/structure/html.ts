import { htmlBlockNames, htmlRawNames } from 'micromark-util-html-tag-name'

/** A block of HTML by what ends it: a mark somewhere in a line, or for most elements a blank line (undefined). */
export interface HtmlStart {
  readonly ending: RegExp | undefined
  /** Its first line has the ending already. */
  readonly isWhole: boolean
  /** It may end a paragraph. */
  readonly interrupts: boolean
}

const blockNames = new Set(htmlBlockNames)
const rawNames = new Set(htmlRawNames)

const rawEnding = /<\/(?:script|pre|style|textarea)>/i
const commentEnding = /-->/
const instructionEnding = /\?>/
const declarationEnding = />/
const sectionEnding = /(?<!\])(?:\]\])+>/

const tagStart = /^<(\/?)([a-z][a-z\d-]*)(?=[ \t/>]|$)/i
const restOfClosingTag = /^[ \t]*>[ \t]*$/
/** Attributes and the end of a tag that has its line for itself. */
const restOfOpeningTag =
  /^(?:[ \t]+[:_a-z][\w.:-]*(?:[ \t]*=[ \t]*(?:[^ \t"'/<=>`]+|(?=\/)))*(?:[ \t]*=[ \t]*(?:"[^"]*"|'[^']*')(?=[ \t/>]))?)*[ \t]*\/?>[ \t]*$/i

/** The block of HTML that begins with the "<" of a line; undefined when none does. */
export function readHtmlStart(line: string): HtmlStart | undefined {
  if (line.startsWith('<!--')) return marked(line, 4, commentEnding, /^<!---*>/)
  if (line.startsWith('<![CDATA[')) return marked(line, 9, sectionEnding)
  if (/^<![a-z]/i.test(line)) return marked(line, 3, declarationEnding)
  if (line.startsWith('<?')) return marked(line, 2, instructionEnding, /^<\?>/)
  const tag = tagStart.exec(line)
  if (tag === null) return undefined
  const [{ length }, slash, name = ''] = tag
  const isClosing = slash === '/'
  const isSlashed = line.charAt(length) === '/'
  if (!isClosing && !isSlashed && rawNames.has(name.toLowerCase())) return marked(line, length, rawEnding)
  if (blockNames.has(name.toLowerCase()))
    return isSlashed && line.charAt(length + 1) !== '>' ? undefined : untilBlankLine(true)
  const isWholeTag = (isClosing ? restOfClosingTag : restOfOpeningTag).test(line.slice(length))
  return isWholeTag ? untilBlankLine(false) : undefined
}

function untilBlankLine(interrupts: boolean): HtmlStart {
  return { ending: undefined, isWhole: false, interrupts }
}

/** `shortest`: beginning and ending may share characters ("<!-->"). */
function marked(line: string, from: number, ending: RegExp, shortest?: RegExp): HtmlStart {
  return { ending, isWhole: shortest?.test(line) === true || ending.test(line.slice(from)), interrupts: true }
}
