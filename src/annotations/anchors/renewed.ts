import type { Span } from '../../article'
import type { Anchor } from '../decision'
import { anchorAt } from './anchorAt'
import { asItWas } from './asItWas'
import { comparableWords } from './comparable'

/**
 * An anchor as it is at a place of a text. Where other words are now, `was` keeps those that were decided about. The same
 * object where nothing of it is different.
 */
export function renewedAnchor(text: string, anchor: Anchor, { start, end }: Span): Anchor {
  if (anchor.start === start && anchor.end === end && anchor.was === undefined && asItWas(text, anchor)) return anchor
  const decided = anchor.was ?? anchor.exact
  const moved = { exact: anchor.exact, prefix: anchor.prefix, suffix: anchor.suffix, start, end }
  const here = asItWas(text, moved) ? moved : anchorAt(text, { start, end })
  if (here.exact === decided || comparableWords(here.exact) === comparableWords(decided)) return here
  const isSame =
    anchor.was === decided &&
    anchor.start === start &&
    anchor.end === end &&
    here.exact === anchor.exact &&
    here === moved
  return isSame ? anchor : { ...here, was: decided }
}
