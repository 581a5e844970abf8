import { firstIndex } from './binarySearch'

/** A place in a text, both numbers from 0; `character` counts UTF-16 units. */
export interface LinePlace {
  readonly line: number
  readonly character: number
}

/** The offset of the first character of each line. Lines end at LF, CR or CRLF, as in VS Code; even an empty text has one. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  return starts
}

/** The line, counted from 0, that holds an offset. */
export function lineAt(starts: readonly number[], offset: number): number {
  return Math.max(0, firstIndex(starts.length, (line) => starts[line]! > offset) - 1)
}

export function linePlaceAt(starts: readonly number[], offset: number): LinePlace {
  const line = lineAt(starts, offset)
  return { line, character: offset - starts[line]! }
}
