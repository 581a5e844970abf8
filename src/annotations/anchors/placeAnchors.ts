import { finish, mappedInSteps, type Steps } from '../../util/steps'
import type { Anchor } from '../decision'
import type { Placement } from '../placement'
import { asItWas, isTelling, placementAt, withoutWords } from './asItWas'
import { isProven } from './evidence'
import { searchedText, type IsNewText, type SearchedText } from './findings'
import { afterSwitchedLineEnds } from './homes'
import { offered } from './offered'
import { neighboursAmong, type Pivot } from './pivots'
import { certainPlace, likelyPlace, placeByNeighbours, type Seeking } from './rules'
import { similarIn } from './similar'
import { soughtWords } from './sought'

/**
 * Finds the places of anchors in a text that may have become another one. The first rung that holds decides:
 *
 * 1. The words are at their offsets (or where these have come to by a switch of the line ends) and so is what is around
 *    them: `placed`. When only one side or a part of it is, too, unless another place has more of it.
 * 2. The words are elsewhere, and at one place alone with all that was around them, or with a side that had been found only
 *    once: `moved`. The same where the certain anchors before and after have moved equally far, and the words as well.
 * 3. The words are there, but nothing tells where: `ambiguous`. Also a single place among wholly other words, or one where
 *    "not" has come or gone next to it.
 * 4. Only almost the words are there, and they say the same: `changed`, with places that are offered and not taken.
 * 5. `orphan`. Words that were deleted in an editor (`start` is `end`) are, unless all that was around them is back.
 *
 * An anchor that follows an edit (`was`) is `changed` where it is found; where only the words it had before are found, they
 * are its words again.
 */
export function placeAnchors(text: string, anchors: readonly Anchor[]): readonly Placement[] {
  return placeWithin(text, anchors, null)
}

/** The same in steps. */
export function placeAnchorsInSteps(text: string, anchors: readonly Anchor[]): Steps<readonly Placement[]> {
  return placeWithinInSteps(text, anchors, null)
}

/**
 * The same. With `isNewText` all these anchors have lost their words in an editor: only what is new in the text can be
 * theirs, and that may also be words that are nowhere else, wherever they have been put.
 */
export function placeWithin(
  text: string,
  anchors: readonly Anchor[],
  isNewText: IsNewText | null
): readonly Placement[] {
  return finish(placeWithinInSteps(text, anchors, isNewText))
}

/** Anchors that are looked at in one step: where their words are at their offsets, and where they have to be sought. */
const anchorsPerStep = 1000
const soughtPerStep = 1

function* placeWithinInSteps(
  text: string,
  anchors: readonly Anchor[],
  isNewText: IsNewText | null
): Steps<readonly Placement[]> {
  const placements = new Array<Placement | undefined>(anchors.length)
  const pivots: Pivot[] = []
  const open: number[] = []
  for (let index = 0; index < anchors.length; index++) {
    const anchor = anchors[index]!
    if (asItWas(text, anchor) && isNewText?.(anchor.start, anchor.end, index) !== false) {
      placements[index] = placementAt(anchor, 'placed', anchor)
      if (isTelling(anchor)) pivots.push({ home: anchor.start, start: anchor.start })
    } else open.push(index)
    if (index % anchorsPerStep === anchorsPerStep - 1) yield
  }
  if (open.length > 0) yield* placeOthers(text, anchors, open, pivots, placements, isNewText)
  const placed = placements as Placement[]
  yield* retryBefore(text, anchors, placed, isNewText)
  return placed
}

function* placeOthers(
  text: string,
  anchors: readonly Anchor[],
  open: readonly number[],
  pivots: Pivot[],
  placements: (Placement | undefined)[],
  isNewText: IsNewText | null
): Steps<void> {
  const searched = searchedText(text, isNewText)
  const isFound = (seeking: Seeking, offset: number, home = seeking.anchor.start) => {
    const span = searched.spanAt(seeking.sought, offset)
    const isPlaced = span.start === home && !withoutWords(seeking.anchor)
    placements[seeking.index] = placementAt(seeking.anchor, isPlaced ? 'placed' : 'moved', span)
    return { home: seeking.anchor.start, start: span.start }
  }
  yield
  const seekings = yield* mappedInSteps(
    open,
    (index) => ({ index, anchor: anchors[index]!, sought: soughtWords(anchors[index]!) }),
    anchorsPerStep
  )

  const atHome = homeFinder(text, searched, isNewText)
  const away: Seeking[] = []
  for (const [index, seeking] of seekings.entries()) {
    const home = atHome(seeking)
    if (home !== null) pivots.push(isFound(seeking, home.offset, home.home))
    else away.push(seeking)
    if (index % soughtPerStep === soughtPerStep - 1) yield
  }
  const shifted = shiftedFinder(searched, pivots, isNewText)
  const undecided: (Seeking & { readonly findings: ReturnType<SearchedText['find']> })[] = []
  for (const [index, seeking] of away.entries()) {
    const offset = shifted(seeking)
    const findings = offset === null ? searched.find(seeking.sought, seeking.index) : null
    const found = offset ?? (findings && certainPlace(findings)?.offset) ?? null
    if (found !== null) pivots.push(isFound(seeking, found))
    else if (findings) undecided.push({ ...seeking, findings })
    if (index % soughtPerStep === soughtPerStep - 1) yield
  }
  const neighbours = neighboursAmong(pivots)
  const similar = similarIn(searched.text)
  for (const seeking of undecided) {
    yield
    const around = neighbours(seeking.anchor.start)
    const place =
      placeByNeighbours(searched, seeking, seeking.findings, around, isNewText) ??
      likelyPlace(searched, seeking, seeking.findings, isNewText)
    if (place) isFound(seeking, place.offset)
    else placements[seeking.index] = offered(searched, seeking, seeking.findings, around.expected, similar)
  }
}

/** Finds anchors that are where they were but for white space, marks and line ends; `offset` is that in the comparable text. */
function homeFinder(
  text: string,
  searched: SearchedText,
  isNewText: IsNewText | null
): (seeking: Seeking) => { readonly home: number; readonly offset: number } | null {
  const afterSwitch = afterSwitchedLineEnds(text)
  return ({ index, anchor, sought }) => {
    if (withoutWords(anchor)) return null
    for (const home of [anchor.start, afterSwitch?.(anchor.start)]) {
      if (home === undefined) continue
      const evidence = searched.at(sought, home)
      if (evidence?.rank !== 3) continue
      const span = searched.spanAt(sought, evidence.offset)
      if (isNewText?.(span.start, span.end, index) !== false) return { home, offset: evidence.offset }
    }
    return null
  }
}

/**
 * Finds anchors that moved as far as the last one that was certain, with all that is around them; it saves looking at all
 * places that have their words. Anchors in any order, best in that of the text.
 */
function shiftedFinder(
  searched: SearchedText,
  pivots: readonly Pivot[],
  isNewText: IsNewText | null
): (seeking: Seeking) => number | null {
  return ({ index, anchor, sought }) => {
    const last = pivots.at(-1)
    if (!last || withoutWords(anchor) || !isProven(sought)) return null
    const evidence = searched.at(sought, anchor.start + last.start - last.home)
    if (evidence?.rank !== 3) return null
    const span = searched.spanAt(sought, evidence.offset)
    return isNewText?.(span.start, span.end, index) === false ? null : evidence.offset
  }
}

/** Looks for the words that an anchor had before they were edited, where it is nowhere with the ones it has. */
function* retryBefore(
  text: string,
  anchors: readonly Anchor[],
  placements: Placement[],
  isNewText: IsNewText | null
): Steps<void> {
  const retried = anchors.flatMap((anchor, index) => {
    if (anchor.was === undefined || placements[index]!.span) return []
    const { was, ...rest } = anchor
    return [
      { index, anchor: { ...rest, exact: was, end: withoutWords(anchor) ? rest.start : rest.start + was.length } }
    ]
  })
  if (retried.length === 0) return
  const again = yield* placeWithinInSteps(
    text,
    retried.map(({ anchor }) => anchor),
    isNewText && ((start, end, at) => isNewText(start, end, retried[at]!.index))
  )
  retried.forEach(({ index }, at) => {
    if (again[at]!.span) placements[index] = again[at]!
  })
}
