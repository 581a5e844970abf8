import { firstIndex } from '../../util/binarySearch'
import { mostContext } from './anchorAt'
import type { EditRun, TextReplacement } from './editRuns'

/**
 * Where many anchors are while a text is edited. A span that lost all its words has the place where they were as `starts`
 * and `ends`, and they would begin `offsets` units further on if what was taken out there came back.
 */
export interface FollowedSpans {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly offsets: Int32Array
  readonly isLost: Uint8Array
  /** Something within or around them was edited. */
  readonly isNearEdit: Uint8Array
  /** Of these those within which something was edited. */
  readonly isEdited: Uint8Array
}

/** The words of a span before the edits that are being followed; undefined where nobody can tell. */
export type WordsOf = (index: number) => string | undefined

/** Hears of a span that loses its words, and where they were before the run of edits. */
export type OnLost = (index: number, start: number, end: number) => void

/** Takes a run of edits in. */
export function followRun(spans: FollowedSpans, run: EditRun, wordsOf: WordsOf, onLost: OnLost): void {
  const { starts, ends, isLost, isNearEdit } = spans
  const { edits, shifts } = run
  const count = edits.length
  const shiftAfter = shifts[count]!
  const untouchedBefore = (edits[0]?.start ?? Number.POSITIVE_INFINITY) - reach
  const untouchedAfter = (edits[count - 1]?.end ?? Number.POSITIVE_INFINITY) + reach
  for (let index = 0; index < starts.length; index++) {
    if (isLost[index]) {
      followLost(spans, index, run)
      continue
    }
    const start = starts[index]!
    const end = ends[index]!
    // Nearly all are far from it.
    if (end < untouchedBefore) continue
    if (start > untouchedAfter) {
      starts[index] = start + shiftAfter
      ends[index] = end + shiftAfter
      continue
    }
    if (!isNearEdit[index] && isNear(edits, start, end)) isNearEdit[index] = 1
    // What is put in at an end of a span stays outside.
    const before = count === 1 ? Number(edits[0]!.end <= start) : firstIndex(count, (edit) => edits[edit]!.end > start)
    if (before < count && edits[before]!.start < end) {
      let last = before
      while (last + 1 < count && edits[last + 1]!.start < end) last++
      for (; last >= before; last--) followInside(spans, index, edits[last]!, wordsOf)
      if (isLost[index]) onLost(index, start, end)
    }
    const shift = shifts[before]!
    if (shift !== 0) {
      starts[index]! += shift
      ends[index]! += shift
    }
  }
}

/** Units from an edit within which the surroundings of a span may be different now. */
const reach = mostContext + 64

function isNear(edits: EditRun['edits'], start: number, end: number): boolean {
  const edit =
    edits.length === 1 ? edits[0] : edits[firstIndex(edits.length, (index) => edits[index]!.end >= start - reach)]
  return edit !== undefined && edit.end >= start - reach && edit.start <= end + reach
}

function followLost({ starts, ends, offsets }: FollowedSpans, index: number, { edits, shifts }: EditRun): void {
  const place = starts[index]!
  const at = firstIndex(edits.length, (edit) => edits[edit]!.end >= place)
  const edit = edits[at]
  let now = place
  if (edit && edit.start < place) {
    if (edit.end > place) {
      offsets[index]! += place - edit.start
      now = edit.start
    } else now = edit.start + edit.text.length
  }
  starts[index] = ends[index] = now + shifts[at]!
}

/** An edit that touches the words of a span. */
function followInside(spans: FollowedSpans, index: number, edit: TextReplacement, wordsOf: WordsOf): void {
  const { starts, ends, isEdited } = spans
  const start = starts[index]!
  const end = ends[index]!
  const { text } = edit
  const shift = text.length - (edit.end - edit.start)
  const isFromStart = edit.start <= start
  const isToEnd = edit.end >= end
  if (isFromStart && isToEnd) {
    lose(spans, index, edit.start)
    return
  }
  const words = isEdited[index] ? undefined : wordsOf(index)
  if (edit.start < start) {
    // What is put in is outside, unless it ends with the words that were there.
    const taken = edit.end - start
    ends[index] = end + shift
    if (words !== undefined && text.endsWith(words.slice(0, taken))) {
      starts[index] = start + shift
      return
    }
    starts[index] = edit.start + text.length
  } else if (edit.end > end) {
    const kept = words !== undefined && text.startsWith(words.slice(edit.start - start)) ? end - edit.start : 0
    ends[index] = edit.start + kept
    if (kept > 0) return
  } else ends[index] = end + shift
  isEdited[index] = 1
}

function lose({ starts, ends, offsets, isLost }: FollowedSpans, index: number, place: number): void {
  isLost[index] = 1
  offsets[index] = Math.max(0, starts[index]! - place)
  starts[index] = ends[index] = place
}
