import type { Span } from '../../article'
import type { Anchor } from '../decision'
import type { Placement } from '../placement'

/** Whether the words of an anchor are at their offsets, and around them what was. */
export function asItWas(text: string, { exact, prefix, suffix, start, end }: Anchor): boolean {
  return (
    end - start === exact.length &&
    start >= prefix.length &&
    text.startsWith(exact, start) &&
    text.startsWith(suffix, end) &&
    text.startsWith(prefix, start - prefix.length)
  )
}

/**
 * Whether the words of an anchor were deleted in an editor: then it has the place where they were, without extent. What is
 * at this place now is known to be something else.
 */
export function withoutWords({ exact, start, end }: Anchor): boolean {
  return start === end && exact !== ''
}

/** Whether an anchor has so much around it that it is hardly found at its offsets by chance. */
export function isTelling({ prefix, suffix }: Anchor): boolean {
  return prefix.length + suffix.length >= 24
}

export function placementAt({ was }: Anchor, state: 'placed' | 'moved', { start, end }: Span): Placement {
  return { state: was === undefined ? state : 'changed', span: { start, end }, candidates: noCandidates }
}

const noCandidates: readonly Span[] = []
