import type { Range } from '../sources'
import type { FeatureWriter } from './chain'
import { mix } from './partsOfSpeech'
import { distanceStep, type Reading } from './reading'
import { wordHash } from './tokenTable'

/** Token ranges, half open: a cue and the stretch around it in which its source and content are looked for. */
export interface CueWindow {
  readonly cueFrom: number
  readonly cueTo: number
  readonly from: number
  readonly to: number
}

/** What lies between the cue and each token of the window; filled anew for each cue, indexed from the window's start. */
export interface Betweens {
  commas: Uint8Array
  verbs: Uint8Array
  openers: Uint8Array
  units: Uint8Array
  cues: Uint8Array
  /** Commas, verbs, openers, units and cues in one small number. */
  path: Int32Array
  /** What the rule that found the cue says of the token: 1 and 2 begin and inside of the source, 3 and 4 of the content. */
  ruleRole: Uint8Array
}

export function betweens(length = 1024): Betweens {
  return { commas: new Uint8Array(length), verbs: new Uint8Array(length), openers: new Uint8Array(length), units: new Uint8Array(length), cues: new Uint8Array(length), path: new Int32Array(length), ruleRole: new Uint8Array(length) }
}

const comma = wordHash(',')
const openers = new Set(['that', 'which', 'who', 'what', 'when', 'while', 'if', 'because', 'but', 'and', 'as', 'where', 'whether', 'after', 'before', 'although', 'though', 'since', 'until', 'how', 'why', ';', ':', '\u2014', '\u2013', '--', '-', '(', ')'].map(wordHash))
const verb = 2
const auxiliary = 3

function measure(reading: Reading, { cueFrom, cueTo, from, to }: CueWindow, otherCues: Uint8Array, into: Betweens): void {
  if (into.path.length < to - from) Object.assign(into, betweens((to - from) * 2))
  const { word, pos, unitOf } = reading
  const sweep = (start: number, stop: number, step: 1 | -1) => {
    let commas = 0
    let verbs = 0
    let clauses = 0
    let units = 0
    let cues = 0
    for (let at = start; step > 0 ? at < stop : at > stop; at += step) {
      const index = at - from
      if (at !== start && unitOf[at] !== unitOf[at - step]) units++
      into.commas[index] = commas
      into.verbs[index] = verbs
      into.openers[index] = clauses
      into.units[index] = units
      into.cues[index] = cues
      into.path[index] = Math.min(commas, 3) | Math.min(verbs, 3) << 2 | Math.min(clauses, 3) << 4 | Math.min(units, 3) << 6 | Math.min(cues, 2) << 8
      if (word[at] === comma) commas++
      if (openers.has(word[at] as number)) clauses++
      if (pos[at] === verb || pos[at] === auxiliary && pos[at - step] !== verb && pos[at - step] !== auxiliary) verbs++
      if (otherCues[at] === 1) cues++
    }
  }
  sweep(cueFrom - 1, from - 1, -1)
  sweep(cueTo, to, 1)
}

/**
 * What the role model knows at a token of a cue's window: the token, where it lies as seen from the cue, and what
 * stands between the two. `otherCues` marks the tokens of all cues: 1 where one begins, 2 inside.
 */
export function roleFeatures(reading: Reading, window: CueWindow, otherCues: Uint8Array, scratch: Betweens): FeatureWriter {
  measure(reading, window, otherCues, scratch)
  const rule = markRuleRoles(reading, window, scratch.ruleRole)
  const { cueFrom, cueTo, from, to } = window
  const { word, suffix3, shape, pos, marks, lexicon, unitFlags, unitOf, clusterCoarse, clusterFine, quoteBefore, quoteAfter, prose } = reading
  const { path, units, ruleRole } = scratch
  const { quotationOf } = prose
  const cueUnit = unitOf[cueFrom] as number
  const unit = prose.units[cueUnit]
  const unitFrom = unit?.from ?? from
  const unitTo = unit?.to ?? to
  const head = headOf(reading, cueFrom, cueTo)
  const headWord = word[head] as number
  const headEnding = (suffix3[head] as number) | 0
  const headCluster = clusterCoarse[head] as number
  const headPos = pos[head] as number
  const before = cueFrom > unitFrom ? word[cueFrom - 1] as number : 1
  const after = cueTo < unitTo ? word[cueTo] as number : 2
  const beforePos = cueFrom > unitFrom ? pos[cueFrom - 1] as number : 16
  const afterPos = cueTo < unitTo ? pos[cueTo] as number : 17
  const lastWord = word[cueTo - 1] as number
  const cueQuotation = quotationOf[cueFrom] as number
  // How the sentence is built around the cue: what stands right before and after it, and where the quotations are.
  const frame = (cueFrom === unitFrom ? 1 : 0) | (cueTo >= unitTo - 1 ? 2 : 0) | (quoteBefore[cueFrom] as number > 0 ? 4 : 0) | (quoteAfter[cueTo - 1] as number > 0 ? 8 : 0)
    | (beforePos === 13 ? 16 : 0) | (afterPos === 13 ? 32 : 0) | (cueQuotation >= 0 ? 64 : 0) | (cueTo - cueFrom > 1 ? 128 : 0)
  const framePos = frame << 10 | beforePos << 5 | afterPos
  const w = (at: number) => at < from ? 1 : at >= to ? 2 : word[at] as number
  const p = (at: number) => at < from ? 16 : at >= to ? 17 : pos[at] as number
  return (at, features) => {
    const index = at - from
    const inCue = at >= cueFrom && at < cueTo
    const side = inCue ? 0 : at < cueFrom ? 1 : 2
    const distance = inCue ? 0 : at < cueFrom ? cueFrom - at : at - cueTo + 1
    const place = side * 16 + distanceStep(distance)
    const way = inCue ? 0 : path[index] as number
    const w0 = w(at), w1 = w(at + 1), v1 = w(at - 1)
    const p0 = p(at), p1 = p(at + 1), q1 = p(at - 1), p2 = p(at + 2), q2 = p(at - 2)
    const mark = marks[at] as number
    const other = otherCues[at] as number
    const start = unitFrom === at || unitOf[at] !== unitOf[at - 1] ? 1 : 0
    const end = at + 1 >= to || unitOf[at] !== unitOf[at + 1] ? 1 : 0
    const quotation = quotationOf[at] as number
    const quoted = quotation < 0 ? 0 : quotation === cueQuotation ? 1 : 2
    const where = side * 4 + quoted
    const unitsBetween = inCue ? 0 : Math.min(units[index] as number, 3)
    let n = 0
    features[n++] = mix(1, where, p0)
    features[n++] = mix(2, w0, side)
    features[n++] = mix(3, w0, place)
    features[n++] = mix(4, p0 * 32 + q1, place)
    features[n++] = mix(5, p0 * 32 + p1, place)
    features[n++] = mix(6, way, side * 32 + p0)
    features[n++] = mix(7, way, mix(7, w0, side))
    features[n++] = mix(8, headWord, place)
    features[n++] = mix(9, headWord, side * 32 + p0)
    features[n++] = mix(10, headWord, way * 4 + side)
    features[n++] = mix(11, headPos * 32 + beforePos, place)
    features[n++] = mix(12, framePos, side * 1024 + way)
    features[n++] = mix(13, framePos, place)
    features[n++] = mix(14, frame, mix(14, where, p0 * 32 + q1))
    features[n++] = mix(15, mark, where * 64 + place)
    features[n++] = mix(16, mark * 4 + quoted, mix(16, frame, side * 4 + unitsBetween))
    features[n++] = mix(17, mark, mix(17, headWord, side * 4 + unitsBetween))
    features[n++] = mix(18, v1, place)
    features[n++] = mix(19, w1, place)
    features[n++] = mix(20, mix(20, v1, w0), side)
    features[n++] = mix(21, mix(21, w0, w1), side)
    features[n++] = mix(22, (p0 * 32 + q1) * 32 + p1, side * 4 + unitsBetween)
    features[n++] = mix(23, (p0 * 32 + q1) * 32 + q2, side)
    features[n++] = mix(24, (p0 * 32 + p1) * 32 + p2, side)
    features[n++] = mix(25, after, place * 32 + p0)
    features[n++] = mix(26, mix(26, headWord, after), place)
    features[n++] = mix(27, mix(27, headWord, before), place)
    features[n++] = mix(28, before, place * 32 + p0)
    features[n++] = mix(29, other, place)
    features[n++] = mix(30, other, mix(30, w0, side))
    features[n++] = mix(31, start * 2 + end, mix(31, side * 4 + unitsBetween, frame))
    features[n++] = mix(32, start * 2 + end, mix(32, mark, side * 4 + unitsBetween))
    features[n++] = mix(33, shape[at] as number, place)
    features[n++] = mix(34, headCluster, place * 32 + p0)
    features[n++] = mix(35, headCluster, way * 4 + side)
    features[n++] = mix(36, clusterFine[at] as number, place)
    features[n++] = mix(37, clusterCoarse[at] as number, way * 4 + side)
    features[n++] = mix(38, headEnding, way * 4 + side)
    features[n++] = mix(39, headEnding, place)
    features[n++] = mix(40, lastWord, mix(40, w0, place))
    features[n++] = mix(41, lexicon[at] as number, way * 4 + side)
    features[n++] = mix(42, unitFlags[at] as number, side * 4 + unitsBetween)
    features[n++] = mix(43, unitFlags[at] as number, mix(43, frame, side * 4 + unitsBetween))
    features[n++] = mix(44, mix(44, w1, p0), way * 4 + side)
    features[n++] = mix(45, mix(45, v1, p0), way * 4 + side)
    features[n++] = mix(46, lastWord, place * 32 + p0)
    features[n++] = mix(47, mix(47, lastWord, after), way * 4 + side)
    features[n++] = mix(48, frame, way * 4 + side)
    const said = rule * 8 + (ruleRole[index] as number)
    const saidBefore = index > 0 ? ruleRole[index - 1] as number : 7
    const saidAfter = at + 1 < to ? ruleRole[index + 1] as number : 7
    features[n++] = mix(49, said, side)
    features[n++] = mix(50, said, saidBefore * 8 + saidAfter)
    features[n++] = mix(51, said, mix(51, p0, mark))
    features[n++] = mix(52, said, mix(52, w0, side))
    features[n++] = mix(53, said, mix(53, headWord, saidAfter))
    features[n++] = mix(54, said, way * 4 + side)
    features[n++] = mix(55, said, mix(55, w1, saidAfter))
    return n
  }
}

/** Puts down what the rule that found a cue here takes for its source and content. Returns the rule's number, 0 for none. */
function markRuleRoles({ ruleCue, ruleFindingOf, ruleFindings }: Reading, { cueFrom, cueTo, from, to }: CueWindow, into: Uint8Array): number {
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

/** The word of the cue that carries its meaning: its last verb, else its first noun, else its first token. */
export function headOf({ pos }: Reading, from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) if (pos[at] === verb) return at
  for (let at = from; at < to; at++) if (pos[at] === 0) return at
  return from
}
