import type { Anchor } from '../decision'
import { withoutWords } from './asItWas'
import { isNegatedOtherwise, isTwinsPlace, type Evidence } from './evidence'
import type { Findings, IsNewText, SearchedText } from './findings'
import type { Neighbours } from './pivots'
import { leastSimilarLength } from './similar'
import type { Sought } from './sought'

/** An anchor that is not where it was. */
export interface Seeking {
  readonly index: number
  readonly anchor: Anchor
  readonly sought: Sought
}

/** The one place that has all that was around the words. */
export function certainPlace({ rank, best, areAll }: Findings): Evidence | null {
  return rank === 3 && best.length === 1 && areAll ? best[0]! : null
}

/** The place to which everything around has moved, unless another one has more of what was around the words. */
export function placeByNeighbours(
  searched: SearchedText,
  { index, anchor, sought }: Seeking,
  { rank }: Findings,
  { shift }: Neighbours,
  isNewText: IsNewText | null
): Evidence | null {
  if (shift === null || withoutWords(anchor)) return null
  const place = searched.at(sought, anchor.start + shift)
  if (!place || (rank >= 2 && place.rank < rank) || isNegatedOtherwise(searched.text, place.offset, sought)) return null
  const { start, end } = searched.spanAt(sought, place.offset)
  return isNewText?.(start, end, index) === false ? null : place
}

/** The place that has one side, or a part of what was around the words, and no rival. */
export function likelyPlace(
  searched: SearchedText,
  { anchor, sought }: Seeking,
  { rank, best, rival, offsets, areAll, isOnly }: Findings,
  isNewText: IsNewText | null
): Evidence | null {
  if (withoutWords(anchor)) return null
  if (rank === 1 || rank === 2) {
    const home = searched.offsetOf(anchor.start)
    // Of words that were deleted, the place says less: others may have been put there.
    const atHome = rank === 2 || !isNewText ? best.find(({ offset }) => offset === home) : undefined
    if (atHome)
      return rival > atHome.agreeing || best.some(({ agreeing }) => agreeing > atHome.agreeing) ? null : atHome
    const isAlone = rank === 2 ? areAll && best.length === 1 : isOnly
    const place = isAlone ? best[0] : undefined
    return place && place.agreeing > rival ? place : null
  }
  const isPutElsewhere = isNewText && rank === 0 && isOnly && sought.words.length >= leastSimilarLength
  const offset = offsets[0]
  if (!isPutElsewhere || offset === undefined) return null
  // All of the text may have been put in anew, by a switch of the line ends: a twin that stayed is still the twin.
  const isOther = isTwinsPlace(searched.text, offset, sought) || isNegatedOtherwise(searched.text, offset, sought)
  return isOther ? null : { offset, rank, agreeing: 0 }
}
