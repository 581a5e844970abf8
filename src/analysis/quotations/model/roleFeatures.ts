import type { Range } from '../sources'
import { margin, measure, type Betweens, type CueWindow } from './betweens'
import type { FeatureWriter } from './chain'
import { mix } from './partsOfSpeech'
import { distanceStep, type QuotationModelInput } from './quotationModelInput'

/** What is known of a cue, as its window's tokens see it. */
interface CueView {
  readonly input: QuotationModelInput
  readonly between: Betweens
  readonly from: number
  /** The tokens of all cues: 1 where one begins, 2 inside. */
  readonly otherCues: Uint8Array
  readonly headWord: number
  readonly headEnding: number
  readonly headCluster: number
  readonly headPos: number
  readonly lastWord: number
  readonly before: number
  readonly after: number
  readonly beforePos: number
  /** How the sentence is built around the cue: what stands right before and after it, and where the quotations are. */
  readonly frame: number
  readonly framePos: number
}

function viewOf(
  input: QuotationModelInput,
  { cueFrom, cueTo, from }: CueWindow,
  unitFrom: number,
  unitTo: number,
  otherCues: Uint8Array,
  between: Betweens
): CueView {
  const {
    word,
    suffix3,
    pos,
    clusterCoarse,
    quoteBefore,
    quoteAfter,
    prose: { quotationOf }
  } = input
  const head = headOf(input, cueFrom, cueTo)
  const beforePos = cueFrom > unitFrom ? (pos[cueFrom - 1] as number) : 16
  const afterPos = cueTo < unitTo ? (pos[cueTo] as number) : 17
  const frame =
    (cueFrom === unitFrom ? 1 : 0) |
    (cueTo >= unitTo - 1 ? 2 : 0) |
    ((quoteBefore[cueFrom] as number) > 0 ? 4 : 0) |
    ((quoteAfter[cueTo - 1] as number) > 0 ? 8 : 0) |
    (beforePos === 13 ? 16 : 0) |
    (afterPos === 13 ? 32 : 0) |
    ((quotationOf[cueFrom] as number) >= 0 ? 64 : 0) |
    (cueTo - cueFrom > 1 ? 128 : 0)
  return {
    input,
    between,
    from,
    otherCues,
    frame,
    beforePos,
    headWord: word[head] as number,
    headEnding: (suffix3[head] as number) | 0,
    headCluster: clusterCoarse[head] as number,
    headPos: pos[head] as number,
    lastWord: word[cueTo - 1] as number,
    before: cueFrom > unitFrom ? (word[cueFrom - 1] as number) : 1,
    after: cueTo < unitTo ? (word[cueTo] as number) : 2,
    framePos: (frame << 10) | (beforePos << 5) | afterPos
  }
}

/**
 * What the role model knows at a token of a cue's window: the token, where it lies as seen from the cue, and what
 * stands between the two. `otherCues` marks the tokens of all cues: 1 where one begins, 2 inside.
 *
 * The features are in functions by what they depend on. Of some that hardly changes from token to token: these are parts
 * (see `FeatureWriter`), each written when its key is another. None has more than sixteen calls of `mix`: V8 inlines
 * only so many into one function.
 */
export function roleFeatures(
  input: QuotationModelInput,
  window: CueWindow,
  otherCues: Uint8Array,
  scratch: Betweens
): FeatureWriter {
  measure(input, window, otherCues, scratch)
  const rule = markRuleRoles(input, window, scratch.ruleRole)
  const { cueFrom, cueTo, from, to } = window
  const {
    marks,
    unitFlags,
    unitOf,
    prose: { quotationOf, units }
  } = input
  const { path, units: unitsFrom, ruleRole } = scratch
  const cueQuotation = quotationOf[cueFrom] as number
  const unit = units[unitOf[cueFrom] as number]
  const unitFrom = unit?.from ?? from
  const view = viewOf(input, window, unitFrom, unit?.to ?? to, otherCues, scratch)
  let lastPlace = -1
  let lastPassage = -1
  let lastSpot = -1
  let lastSaid = -1
  return (at, features, ends) => {
    const index = at - from
    const inCue = at >= cueFrom && at < cueTo
    const side = inCue ? 0 : at < cueFrom ? 1 : 2
    const distance = inCue ? 0 : at < cueFrom ? cueFrom - at : at - cueTo + 1
    const place = side * 16 + distanceStep(distance)
    const way = inCue ? 0 : (path[index] as number)
    const mark = marks[at] as number
    const start = unitFrom === at || unitOf[at] !== unitOf[at - 1] ? 1 : 0
    const end = at + 1 >= to || unitOf[at] !== unitOf[at + 1] ? 1 : 0
    const edges = start * 2 + end
    const quotation = quotationOf[at] as number
    const quoted = quotation < 0 ? 0 : quotation === cueQuotation ? 1 : 2
    const where = side * 4 + quoted
    const unitsBetween = inCue ? 0 : Math.min(unitsFrom[index] as number, 3)
    const flags = unitFlags[at] as number
    const said = rule * 8 + (ruleRole[index] as number)
    const saidBefore = index > 0 ? (ruleRole[index - 1] as number) : 7
    const saidAfter = at + 1 < to ? (ruleRole[index + 1] as number) : 7
    const passage = way * 4 + side
    const spot = (((mark * 4 + quoted) * 4 + side) * 4 + unitsBetween) * 128 + edges * 32 + flags
    const saidHere = ((said * 8 + saidBefore) * 8 + saidAfter) * 4096 + passage
    let n = 0
    if (!ends || place !== lastPlace) n = placeFeatures(view, place, features, n)
    if (ends) ends[0] = n
    if (!ends || passage !== lastPassage) n = passageFeatures(view, side, way, features, n)
    if (ends) ends[1] = n
    if (!ends || spot !== lastSpot)
      n = spotFeatures(view, mark, quoted, side * 4 + unitsBetween, edges, flags, features, n)
    if (ends) ends[2] = n
    if (!ends || saidHere !== lastSaid) n = saidFeatures(view, said, saidBefore, saidAfter, side, passage, features, n)
    if (ends) ends[3] = n
    lastPlace = place
    lastPassage = passage
    lastSpot = spot
    lastSaid = saidHere
    n = wordFeatures(view, at, side, place, way, features, n)
    n = tagFeatures(view, at, side, place, way, where, mark, side * 4 + unitsBetween, features, n)
    n = neighbourFeatures(view, at, side, place, passage, said, saidAfter, mark, features, n)
    return joinFeatures(view, at, place, passage, features, n)
  }
}

/** The cue from so far away. */
function placeFeatures(
  { headWord, headPos, headEnding, before, after, beforePos, framePos }: CueView,
  place: number,
  features: Int32Array,
  n: number
): number {
  features[n++] = mix(8, headWord, place)
  features[n++] = mix(11, headPos * 32 + beforePos, place)
  features[n++] = mix(13, framePos, place)
  features[n++] = mix(26, mix(26, headWord, after), place)
  features[n++] = mix(27, mix(27, headWord, before), place)
  features[n++] = mix(39, headEnding, place)
  return n
}

/** The cue across what lies between it and here. */
function passageFeatures(
  { headWord, headCluster, headEnding, lastWord, after, frame, framePos }: CueView,
  side: number,
  way: number,
  features: Int32Array,
  n: number
): number {
  features[n++] = mix(10, headWord, way * 4 + side)
  features[n++] = mix(12, framePos, side * 1024 + way)
  features[n++] = mix(35, headCluster, way * 4 + side)
  features[n++] = mix(38, headEnding, way * 4 + side)
  features[n++] = mix(47, mix(47, lastWord, after), way * 4 + side)
  features[n++] = mix(48, frame, way * 4 + side)
  return n
}

/** Quotation marks, edges and sort of the sentence here, and how many sentences away; `apart` is the side and these. */
function spotFeatures(
  { headWord, frame }: CueView,
  mark: number,
  quoted: number,
  apart: number,
  edges: number,
  flags: number,
  features: Int32Array,
  n: number
): number {
  features[n++] = mix(16, mark * 4 + quoted, mix(16, frame, apart))
  features[n++] = mix(17, mark, mix(17, headWord, apart))
  features[n++] = mix(31, edges, mix(31, apart, frame))
  features[n++] = mix(32, edges, mix(32, mark, apart))
  features[n++] = mix(42, flags, apart)
  features[n++] = mix(43, flags, mix(43, frame, apart))
  return n
}

/** What the rule says. */
function saidFeatures(
  { headWord }: CueView,
  said: number,
  saidBefore: number,
  saidAfter: number,
  side: number,
  passage: number,
  features: Int32Array,
  n: number
): number {
  features[n++] = mix(49, said, side)
  features[n++] = mix(50, said, saidBefore * 8 + saidAfter)
  features[n++] = mix(53, said, mix(53, headWord, saidAfter))
  features[n++] = mix(54, said, passage)
  return n
}

/** The word and those beside it. */
function wordFeatures(
  { input: { shape, clusterFine, clusterCoarse }, between: { words }, otherCues, from }: CueView,
  at: number,
  side: number,
  place: number,
  way: number,
  features: Int32Array,
  n: number
): number {
  const index = at - from + margin
  const w0 = words[index] as number,
    w1 = words[index + 1] as number,
    v1 = words[index - 1] as number
  const other = otherCues[at] as number
  features[n++] = mix(2, w0, side)
  features[n++] = mix(3, w0, place)
  features[n++] = mix(7, way, mix(7, w0, side))
  features[n++] = mix(18, v1, place)
  features[n++] = mix(19, w1, place)
  features[n++] = mix(20, mix(20, v1, w0), side)
  features[n++] = mix(21, mix(21, w0, w1), side)
  features[n++] = mix(29, other, place)
  features[n++] = mix(30, other, mix(30, w0, side))
  features[n++] = mix(33, shape[at] as number, place)
  features[n++] = mix(36, clusterFine[at] as number, place)
  features[n++] = mix(37, clusterCoarse[at] as number, way * 4 + side)
  return n
}

/** The fine tags here. */
function tagFeatures(
  { headWord, headCluster, lastWord, before, after, frame, between: { tags }, from }: CueView,
  at: number,
  side: number,
  place: number,
  way: number,
  where: number,
  mark: number,
  apart: number,
  features: Int32Array,
  n: number
): number {
  const index = at - from + margin
  const p0 = tags[index] as number,
    p1 = tags[index + 1] as number,
    q1 = tags[index - 1] as number,
    p2 = tags[index + 2] as number,
    q2 = tags[index - 2] as number
  features[n++] = mix(1, where, p0)
  features[n++] = mix(4, p0 * 32 + q1, place)
  features[n++] = mix(5, p0 * 32 + p1, place)
  features[n++] = mix(6, way, side * 32 + p0)
  features[n++] = mix(9, headWord, side * 32 + p0)
  features[n++] = mix(14, frame, mix(14, where, p0 * 32 + q1))
  features[n++] = mix(15, mark, where * 64 + place)
  features[n++] = mix(22, (p0 * 32 + q1) * 32 + p1, apart)
  features[n++] = mix(23, (p0 * 32 + q1) * 32 + q2, side)
  features[n++] = mix(24, (p0 * 32 + p1) * 32 + p2, side)
  features[n++] = mix(25, after, place * 32 + p0)
  features[n++] = mix(28, before, place * 32 + p0)
  features[n++] = mix(34, headCluster, place * 32 + p0)
  features[n++] = mix(46, lastWord, place * 32 + p0)
  return n
}

/** Words beside what else is known. */
function neighbourFeatures(
  { input: { lexicon }, lastWord, between: { words, tags }, from }: CueView,
  at: number,
  side: number,
  place: number,
  passage: number,
  said: number,
  saidAfter: number,
  mark: number,
  features: Int32Array,
  n: number
): number {
  const index = at - from + margin
  const w0 = words[index] as number,
    w1 = words[index + 1] as number,
    v1 = words[index - 1] as number
  const p0 = tags[index] as number
  features[n++] = mix(40, lastWord, mix(40, w0, place))
  features[n++] = mix(41, lexicon[at] as number, passage)
  features[n++] = mix(44, mix(44, w1, p0), passage)
  features[n++] = mix(45, mix(45, v1, p0), passage)
  features[n++] = mix(51, said, mix(51, p0, mark))
  features[n++] = mix(52, said, mix(52, w0, side))
  features[n++] = mix(55, said, mix(55, w1, saidAfter))
  return n
}

/** Verbs that are joined on here, and those that were joined on since the cue. */
function joinFeatures(
  { headWord, between: { words, tags, joins, joined }, from }: CueView,
  at: number,
  place: number,
  passage: number,
  features: Int32Array,
  n: number
): number {
  const join = joins[at - from] as number
  const before = joined[at - from] as number
  const tag = tags[at - from + margin] as number
  if (join > 0) {
    features[n++] = mix(56, join, tag)
    features[n++] = mix(57, join, headWord)
    features[n++] = mix(58, join, passage)
    features[n++] = mix(59, join, words[at - from + margin] as number)
  }
  if (before > 0) {
    features[n++] = mix(60, before, tag)
    features[n++] = mix(61, before, passage)
    features[n++] = mix(62, before, headWord)
    features[n++] = mix(63, before, place)
  }
  return n
}

/** Puts down what the rule that found a cue here takes for its source and content. Returns the rule's number, 0 for none. */
function markRuleRoles(
  { ruleCue, ruleFindingOf, ruleFindings }: QuotationModelInput,
  { cueFrom, cueTo, from, to }: CueWindow,
  into: Uint8Array
): number {
  into.fill(0, 0, to - from)
  for (let at = cueFrom; at < cueTo; at++) {
    const finding = ruleFindings[ruleFindingOf[at] as number]?.finding
    if (!finding) continue
    const put = (range: Range, begin: number) => {
      if (range.to <= from || range.from >= to) return
      into.fill(begin + 1, Math.max(range.from - from, 0), Math.min(range.to, to) - from)
      if (range.from >= from) into[range.from - from] = begin
    }
    for (const range of finding.content) put(range, 3)
    if (finding.source) put(finding.source, 1)
    return (ruleCue[at] as number) >> 1
  }
  return 0
}

const verb = 2

/** The word of the cue that carries its meaning: its last verb, else its first noun, else its first token. */
export function headOf({ pos }: QuotationModelInput, from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) if (pos[at] === verb) return at
  for (let at = from; at < to; at++) if (pos[at] === 0) return at
  return from
}
