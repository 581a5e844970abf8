import type { ReadingSource, ReadingStrings } from '../../protocol/reading'
import { counted } from '../shared/format'

const colors = 8
const lines = 3

/** The colour and the line of a source: further ones have the same colours with other lines; the numbers tell all apart. */
export function sourceClass(source: number): string {
  return `source-${source % colors} line-${Math.floor(source / colors) % lines}`
}

/** "2 Ann Reed, 3 quotes" */
export function sourceLabel(source: ReadingSource, index: number, strings: ReadingStrings): string {
  return `${index + 1} ${source.name}${sourceFacts(source, strings)}`
}

/** ", unnamed, 3 quotes" */
export function sourceFacts({ named, quotes }: ReadingSource, strings: ReadingStrings): string {
  const count = counted(quotes, strings.oneQuote, strings.manyQuotes, strings.locale)
  return `, ${named ? '' : `${strings.unnamed}, `}${count}`
}
