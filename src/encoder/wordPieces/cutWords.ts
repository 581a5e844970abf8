/**
 * Where the words of a line stand, as BERT splits it: at white space, and around every mark. `found` gets start and end of
 * each, in UTF-16 units of the line.
 */
export function cutWords(line: string, found: (start: number, end: number) => void): void {
  for (const { index, 0: word } of line.matchAll(wordOrMark)) found(index, index + word.length)
}

/** White space as Python knows it, with which the encoder was taught: the separators of ASCII too, but not the byte order mark. */
const space = '\\t-\\r\\u001c-\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'
/** What is neither letter nor digit in ASCII, and punctuation anywhere else. */
const mark = '!-\\/:-@\\[-`\\{-~\\p{P}'
const wordOrMark = new RegExp(`[${mark}]|[^${space}${mark}]+`, 'gu')

/** Whether something other than white space stands in the line. */
export function hasWords(line: string): boolean {
  return notSpace.test(line)
}

const notSpace = new RegExp(`[^${space}]`, 'u')
