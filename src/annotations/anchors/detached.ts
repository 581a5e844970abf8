/**
 * The same words in memory of their own. A piece that is cut from a text keeps all of the text in memory as long as it lives
 * itself, and an anchor lives longer than the versions of a text.
 */
export function detached(words: string): string {
  return ` ${words}`.slice(1)
}
