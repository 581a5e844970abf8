import type { ReadingSource, ReadingStrings } from '../../protocol/reading'
import { counted } from '../shared/format'

const colors = 8
const lines = 3

/** The colour and the line of a source: further ones have the same colours with other lines; the numbers tell all apart. */
export function sourceClass(source: number): string {
  return `source-${source % colors} line-${Math.floor(source / colors) % lines}`
}

/** "2 Ann Reed, 3 quotes" */
export function sourceLabel({ name, named, quotes }: ReadingSource, source: number, strings: ReadingStrings): string {
  const count = counted(quotes, strings.oneQuote, strings.manyQuotes, strings.locale)
  return `${source + 1} ${name}, ${named ? '' : `${strings.unnamed}, `}${count}`
}
