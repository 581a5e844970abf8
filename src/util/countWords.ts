/** The number of words and numbers in a text: runs of letters and digits, inner apostrophes, hyphens and points included. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['\u2019.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}
