import type { Anchor } from '../decision'
import { comparableWords } from './comparable'

/** An anchor as it is sought: comparable words. */
export interface Sought {
  /** The words as the anchor has them. */
  readonly exact: string
  readonly words: string
  readonly prefix: string
  readonly suffix: string
}

export function soughtWords({ exact, prefix, suffix }: Anchor): Sought {
  const words = comparableWords(exact)
  const before = comparableWords(prefix)
  const after = comparableWords(suffix)
  // White space on both sides of an end is one run in the text.
  return {
    exact,
    words,
    prefix: words.startsWith(' ') && before.endsWith(' ') ? before.slice(0, -1) : before,
    suffix: words.endsWith(' ') && after.startsWith(' ') ? after.slice(1) : after
  }
}
