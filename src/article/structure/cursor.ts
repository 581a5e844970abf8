/**
 * A place in one line of Markdown. A tab reaches to the next column that four divides, and may be consumed in part: `rest` is
 * how many columns are left of the tab at `at`. `solid` is where the line's next character that is no blank stands, `end` without one.
 */
export interface Cursor {
  at: number
  column: number
  rest: number
  solid: number
  readonly end: number
}

/** The beginning of the line between two offsets. */
export function cursorAt(text: string, start: number, end: number): Cursor {
  return { at: start, column: 0, rest: 0, solid: endOfBlanks(text, start, end), end }
}

export function isBlankFrom(cursor: Cursor): boolean {
  return cursor.solid >= cursor.end
}

/** The character at the cursor, a tab that is consumed in part included; 0 at the end of the line. */
export function unitAt(text: string, cursor: Cursor): number {
  return cursor.at < cursor.end ? text.charCodeAt(cursor.at) : 0
}

export function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09
}

/** Consumes blanks, so many columns at most, and says how many. */
export function skipBlanks(text: string, cursor: Cursor, most: number): number {
  let skipped = 0
  while (skipped < most && cursor.at < cursor.solid) {
    const isTab = text.charCodeAt(cursor.at) === 0x09
    const width = cursor.rest > 0 ? cursor.rest : isTab ? 4 - (cursor.column % 4) : 1
    const taken = Math.min(width, most - skipped)
    cursor.rest = width - taken
    cursor.column += taken
    skipped += taken
    if (cursor.rest === 0) cursor.at++
  }
  return skipped
}

/** Consumes characters that are no blanks. */
export function skipMarks(text: string, cursor: Cursor, count: number): void {
  cursor.at += count
  cursor.column += count
  if (cursor.at > cursor.solid) cursor.solid = endOfBlanks(text, cursor.at, cursor.end)
}

/** Whether the line is indented as code is from the cursor on. Consumes nothing. */
export function isIndented(text: string, cursor: Cursor): boolean {
  const { at, column, rest } = cursor
  const isCode = skipBlanks(text, cursor, 4) === 4
  Object.assign(cursor, { at, column, rest })
  return isCode
}

export function endOfBlanks(text: string, from: number, end: number): number {
  let at = from
  while (at < end && isBlank(text.charCodeAt(at))) at++
  return at
}

export function startOfBlanks(text: string, start: number, end: number): number {
  let at = end
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--
  return at
}
