import { Position, Range } from 'vscode'
import type { Span } from '../article'
import { linePlaces } from './linePlaces'

/** The ranges of spans of a text that is not open. */
export function rangeInText(text: string): (span: Span) => Range {
  const placeOf = linePlaces(text)
  const position = (offset: number) => {
    const { line, character } = placeOf(offset)
    return new Position(line, character)
  }
  return ({ start, end }) => new Range(position(start), position(end))
}
