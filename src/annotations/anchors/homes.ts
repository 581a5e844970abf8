import { firstIndex } from '../../util/binarySearch'

/**
 * Where an offset has come to when nothing but the line ends of the text was switched, from LF to CRLF or back; null where a
 * text has no line ends. Which way it was is seen from the text.
 */
export function afterSwitchedLineEnds(text: string): ((offset: number) => number) | null {
  const isCrlf = text.includes('\r\n')
  const was: number[] = []
  for (const { index } of text.matchAll(isCrlf ? /\r\n/g : /\n/g))
    was.push(isCrlf ? index - was.length : index + was.length)
  if (was.length === 0) return null
  return (offset) => {
    const before = firstIndex(was.length, (line) => was[line]! >= offset)
    return isCrlf ? offset + before : offset - before
  }
}
