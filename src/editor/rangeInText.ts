import { Position, Range } from 'vscode'
import type { Span } from '../article'
import { linePlaceAt, lineStarts } from '../util/lineStarts'

/** Makes a function that converts spans of a text into ranges without a document, for texts that are not open. */
export function rangeInText(text: string): (span: Span) => Range {
  const starts = lineStarts(text)
  const position = (offset: number) => {
    const { line, character } = linePlaceAt(starts, offset)
    return new Position(line, character)
  }
  return ({ start, end }) => new Range(position(start), position(end))
}
