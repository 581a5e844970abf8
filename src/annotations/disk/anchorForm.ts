import { minValue, number, object, optional, pipe, safeInteger, safeParse, string, type InferOutput } from 'valibot'
import type { Anchor } from '../decision'
import { countCodePoints, type CodePointsAt } from './codePoints'
import { asList, compact, field, isList, isObject, type Json, type JsonObject } from './json'

/** What is needed to write an anchor. */
export interface Places {
  /** The address of the article. */
  readonly source: string
  readonly codePointsAt: CodePointsAt
}

/** A piece of the article as W3C's SpecificResource, its offsets in code points and, where these differ, our own in UTF-16. */
export function writeTarget(anchor: Anchor, { source, codePointsAt }: Places): JsonObject {
  const { exact, prefix, suffix } = anchor
  return compact({
    type: 'SpecificResource',
    source,
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', ...writeOffsets(anchor, codePointsAt) }
    ],
    was: anchor.was
  })
}

/** A piece that is no target, in short. */
export function writePassage(anchor: Anchor, { codePointsAt }: Places): JsonObject {
  const { exact, prefix, suffix, was } = anchor
  return compact({ exact, prefix, suffix, ...writeOffsets(anchor, codePointsAt), was })
}

function writeOffsets({ start, exact }: Anchor, codePointsAt: CodePointsAt): Record<string, Json | undefined> {
  const first = Math.max(0, codePointsAt(start))
  return { start: first, end: first + countCodePoints(exact), utf16: first === start ? undefined : start }
}

/** Undefined where a target is no piece of text that can be placed; null where it is the article as a whole. */
export function readTarget(json: Json): Anchor | null | undefined {
  if (typeof json === 'string') return null
  if (!isObject(json)) return undefined
  const selectors = asList(field(json, 'selector'))
  if (!selectors.length) return typeof field(json, 'source') === 'string' ? null : undefined
  const words = selectors.find((selector) => field(selector, 'type') === 'TextQuoteSelector')
  const offsets = selectors.find((selector) => field(selector, 'type') === 'TextPositionSelector')
  if (!words) return undefined
  const was = field(json, 'was')
  return readPassage({
    ...(words as JsonObject),
    ...(isObject(offsets) ? offsets : { start: 0 }),
    ...(was === undefined ? {} : { was })
  })
}

export function readPassage(json: Json): Anchor | undefined {
  const read = safeParse(passage, json)
  return read.success ? anchorOf(read.output) : undefined
}

function anchorOf({ exact, prefix, suffix, start, utf16, was }: InferOutput<typeof passage>): Anchor {
  const first = utf16 ?? start
  return { exact, prefix, suffix, start: first, end: first + exact.length, ...(was === undefined ? {} : { was }) }
}

/** Null where there is no such field, undefined where something in it is wrong. */
export function readPassages(json: Json | undefined, name: string): readonly Anchor[] | null | undefined {
  const list = field(json, name)
  if (list === undefined) return null
  if (!isList(list)) return undefined
  const anchors = list.map(readPassage)
  return anchors.every((anchor) => !!anchor) ? anchors : undefined
}

const offset = pipe(number(), safeInteger(), minValue(0))
const passage = object({
  exact: string(),
  prefix: optional(string(), ''),
  suffix: optional(string(), ''),
  start: offset,
  utf16: optional(offset),
  was: optional(string())
})

/** The known pairs of offsets, UTF-16 units and code points, in a piece as it is in a file. */
export function offsetsIn(json: Json, known: Map<number, number>): void {
  if (Array.isArray(json)) for (const item of json as readonly Json[]) offsetsIn(item, known)
  if (!isObject(json)) return
  const [start, utf16] = [field(json, 'start'), field(json, 'utf16')]
  if (typeof start === 'number') known.set(typeof utf16 === 'number' ? utf16 : start, start)
  for (const value of Object.values(json)) offsetsIn(value, known)
}
