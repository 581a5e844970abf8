import type { Span } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import type { EditRun } from './editRuns'

/** A part of a text that was put in. */
export interface NewPart extends Span {
  /** The period in which it was. */
  readonly since: number
}

/** Ascending, without overlaps; parts of one period do not touch each other. */
export type NewText = readonly NewPart[]

/** The new parts after more edits, in a period. */
export function newTextAfter(parts: NewText, { edits, shifts }: EditRun, period: number): NewText {
  const after: { start: number; end: number; since: number }[] = []
  const add = (start: number, end: number, since: number) => {
    const last = after.at(-1)
    if (start >= end) return
    if (last?.end === start && last.since === since) last.end = end
    else after.push({ start, end, since })
  }
  let part = 0
  let kept = 0
  for (let index = 0; index <= edits.length; index++) {
    const edit = edits[index]
    const until = edit?.start ?? Number.POSITIVE_INFINITY
    const shift = shifts[index]!
    for (; part < parts.length && parts[part]!.start < until; part++) {
      const { start, end, since } = parts[part]!
      add(Math.max(kept, start) + shift, Math.min(until, end) + shift, since)
      if (end > until) break
    }
    if (!edit) break
    add(edit.start + shift, edit.start + shift + edit.text.length, period)
    kept = edit.end
    while (part < parts.length && parts[part]!.end <= kept) part++
  }
  return after
}

/** Whether all of a stretch was put in in a period or later. */
export function isNewSince(parts: NewText, start: number, end: number, period: number): boolean {
  let at = start
  for (let part = firstIndex(parts.length, (index) => parts[index]!.end > start); at < end; part++) {
    const next = parts[part]
    if (!next || next.start > at || next.since < period) return false
    at = next.end
  }
  return true
}
