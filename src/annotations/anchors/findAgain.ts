import type { Anchor } from '../decision'
import { comparableWords } from './comparable'
import type { Following } from './following'
import { isNewSince, type NewPart } from './newText'
import { placeWithin } from './placeAnchors'

/** Gives anchors their words back that were put into the text again. Begins the next period. */
export function findAgain(following: Following, text: string): void {
  const { spans, lostIn, newText, period } = following
  if (following.lostCount > 0 && newText.length > 0) {
    const sought = worthSeeking(following, text).flatMap((index) => whatItWouldBe(following, index))
    const placements =
      sought.length > 0
        ? placeWithin(
            text,
            sought.map(({ anchor }) => anchor),
            (start, end, at) => isNewSince(newText, start, end, lostIn[sought[at]!.index]!)
          )
        : []
    const found = new Set<number>()
    placements.forEach(({ span }, at) => {
      const { index } = sought[at]!
      if (!span || found.has(index)) return
      following.lostCount--
      spans.isLost[index] = 0
      spans.starts[index] = span.start
      spans.ends[index] = span.end
      spans.isNearEdit[index] = spans.isEdited[index] = 1
      lostIn[index] = 0
      found.add(index)
    })
    if (found.size > 0) following.strays = new Set([...following.strays].filter((index) => !found.has(index)))
  }
  following.period = period + 1
  following.newText = stillOfUse(following)
}

/**
 * The anchor as it would be if what was taken out with its words were at its place again: with the words that it had last, and
 * with those that were decided about and what was around these.
 */
function whatItWouldBe({ anchors, spans, asDecided }: Following, index: number) {
  const known = anchors[index]!
  const decided = asDecided.get(index)
  const start = spans.starts[index]! + spans.offsets[index]!
  const at = ({ exact, prefix, suffix }: Anchor) => ({ exact, prefix, suffix, start, end: start + exact.length })
  if (decided) return [known, decided].map((anchor) => ({ index, anchor: at(anchor) }))
  return [{ index, anchor: known.was === undefined ? at(known) : { ...at(known), was: known.was } }]
}

/** So much new text is searched for the words of each anchor before the whole text is. */
const few = 4000
/** Words that reach out of what is new by more are sought in the whole text. */
const reach = 200

/**
 * The lost anchors whose words may be in what is new to them: of those that were sought before, in what was put in since.
 * Typing should not cost a search of the whole text for every one of them.
 */
function worthSeeking({ anchors, spans, lostIn, newText, period }: Following, text: string): readonly number[] {
  const latest = newText.filter(({ since }) => since === period)
  const inAll = piecesOf(newText, text)
  const inLatest = piecesOf(latest, text)
  const worth: number[] = []
  for (let index = 0; index < anchors.length; index++) {
    if (!spans.isLost[index]) continue
    const pieces = lostIn[index] === period ? inAll : inLatest
    const { exact, was } = anchors[index]!
    const mayBeThere = (words: string) =>
      words.length > reach || pieces!.some((piece) => piece.includes(comparableWords(words)))
    if (!pieces || mayBeThere(exact) || (was !== undefined && mayBeThere(was))) worth.push(index)
  }
  return latest.length > 0 ? worth : []
}

/** Null: too much to look through for each anchor. */
function piecesOf(parts: readonly NewPart[], text: string): readonly string[] | null {
  const length = parts.reduce((sum, { start, end }) => sum + end - start + 2 * reach, 0)
  return length > few
    ? null
    : parts.map(({ start, end }) => comparableWords(text.slice(Math.max(0, start - reach), end + reach)))
}

/** Only words that were lost before a part was put in can be in it. */
function stillOfUse({ lostCount, spans, lostIn, newText }: Following): readonly NewPart[] {
  if (lostCount === 0 || newText.length === 0) return []
  let first = Number.POSITIVE_INFINITY
  for (let index = 0; index < lostIn.length; index++) {
    if (spans.isLost[index] && lostIn[index]! < first) first = lostIn[index]!
  }
  const parts = newText.filter(({ since }) => since >= first)
  return parts.length > mostParts ? [] : parts
}

/** Beyond, words that were lost long ago are found no more by themselves. */
const mostParts = 5000
