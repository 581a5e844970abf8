import type { ParagraphRole, Span } from './article'

/** UTF-16 units: a longer line says more than a date. */
const longestLine = 160

const label =
  '(?:(?:first |originally |last )?(?:published|posted|updated|modified|created|uploaded|revised|released|issued)|date|publication date|release date|date published)(?:\\s+(?:on|at))?\\s*[:|]?\\s*'
const weekday = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b\\.?,?\\s*'
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
const day = '\\d{1,2}(?:st|nd|rd|th)?'
const year = '(?:19|20)\\d\\d(?!\\d)'
const withYear = [
  `${month}\\s*${day},?\\s*${year}`,
  `${day}\\s*(?:of\\s+)?${month},?\\s*${year}`,
  `${month},?\\s*${year}`,
  `${year}-\\d\\d-\\d\\d`,
  `\\d{1,2}[/.]\\d{1,2}[/.]${year}`
].join('|')
const withoutYear = [`${month}\\s*${day}(?!\\d)`, `${day}\\s*(?:of\\s+)?${month}`].join('|')
const zone = '(?:\\s*\\(?(?:[A-Z]{2,5}(?:[+-]\\d{1,2})?|[+-]\\d\\d:?\\d\\d)\\)?)?'
const time = `(?:\\s*(?:T|at|,|\\||[-\\u2013\\u2014\\u00b7\\u2022])?\\s*\\d{1,2}(?:[:.]\\d\\d){1,2}(?:\\.\\d+)?\\s*(?:[ap]\\.?m\\.?\\b\\.?)?Z?${zone})?`

/** Sticky, and tried one behind the other: one pattern of a whole line would try every way to part it. */
const datedItem = new RegExp(
  `(?<label>${label})?(?:${weekday})?(?:(?<dated>${withYear})|(?<day>${withoutYear}))${time}`,
  'iduy'
)
const otherItem = /\d+\s*min(?:ute)?s?\s+read\b/iy
const separator = /[\s|/,;.()[\]*_\u00b7\u2022\u2013\u2014-]/

/** A date that a line says, and whether a word says that the article is of it. */
interface LineDate extends Span {
  readonly isLabelled: boolean
}

/**
 * The line that says when the article was written: above the news with the year or a label, below it ("Published March 8, 2026") only
 * with one.
 *
 * @param reach how many blocks are looked at on each side
 */
export function findDateLine(
  text: string,
  blocks: readonly Span[],
  roles: readonly ParagraphRole[],
  { head, foot }: { readonly head: number; readonly foot: number }
): { readonly date: Span; readonly block: number } | null {
  for (const [block, { start, end }] of blocks.entries()) {
    const isHead = block < head
    if (!isHead && block < blocks.length - foot) continue
    const date = dateOfLine(text, { start, end })
    if (date === null || !(date.isLabelled || (isHead && block < blocks.length - 1))) continue
    if (roles[block] === 'heading' && !date.isLabelled) continue
    return { date: { start: date.start, end: date.end }, block }
  }
  return null
}

/**
 * The first date of a line that says nothing but dates and times: "Published March 8, 2026 at 9:00 a.m. EST | Updated March 9, 2026",
 * "Friday 6 March 2026", "Posted: Mar 8". Without a year only behind a label; null where the line says something else.
 */
function dateOfLine(text: string, { start, end }: Span): LineDate | null {
  return end - start > longestLine ? null : firstDate(text.slice(start, end), start)
}

/** The date at the end of a byline: "By Jane Doe, Staff Writer | March 4, 2026". Only with its year. */
export function dateAtEnd(text: string, { start, end }: Span): LineDate | null {
  if (end - start > longestLine) return null
  const line = text.slice(start, end)
  for (const { index } of line.matchAll(/(?<=[\s|/,;(\u00b7\u2022\u2013\u2014-])[\p{L}\d]/gu)) {
    const date = firstDate(line.slice(index), start + index)
    if (date !== null) return date
  }
  return null
}

/** Null where anything but dates, times and separators stands in the line, which begins at `start` of the text. */
function firstDate(line: string, start: number): LineDate | null {
  let first: LineDate | null = null
  for (let at = 0; at < line.length;) {
    if (separator.test(line[at] ?? '')) {
      at++
      continue
    }
    datedItem.lastIndex = at
    otherItem.lastIndex = at
    const item = datedItem.exec(line)
    const end = item ? datedItem.lastIndex : otherItem.test(line) ? otherItem.lastIndex : -1
    if (end < 0 || /[\p{L}\d]/u.test(line[end] ?? '')) return null
    if (item && first === null) {
      const { label: labelled, dated, day: dayOnly } = item.indices?.groups ?? {}
      const isLabelled = labelled !== undefined
      const span = dated ?? (isLabelled ? dayOnly : undefined)
      if (span === undefined) return null
      first = { start: start + span[0], end: start + span[1], isLabelled }
    }
    at = end
  }
  return first
}
