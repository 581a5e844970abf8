import { labelCount } from './labels'
import { isCapitalized, type TaggerInput } from './taggerInput'
import { Case, type WordTypes } from './wordTypes'

/** Kinds of words that posteriors tell apart: in no name, then the tagger's types. */
export const kindCount = 5

/** How much the rest of the article counts; how it was chosen is in models/entities.md. */
export interface AgreementSettings {
  /** Weight of the pooled vote, at most. */
  readonly weight: number
  /** Votes at which half of that weight is reached. */
  readonly half: number
  /** Added to each kind's share before the logarithm. */
  readonly floor: number
  /** What a word inside a longer name of an organization or other thing counts for the word elsewhere. */
  readonly inLonger: number
  /** What a word in a headline or a line of capitals counts. */
  readonly inHeadline: number
  /** How much more the article counts for a word in a headline or a line of capitals, whose own look says little. */
  readonly forHeadline: number
}

export const agreementSettings: AgreementSettings = {
  weight: 1.2,
  half: 1,
  floor: 0.05,
  inLonger: 0.3,
  inHeadline: 0.5,
  forHeadline: 2
}

/** What an article's first pass believes of each capitalised word, over all its places. */
export interface Votes {
  /** By folded word (see wordTypes.ts) the number of its row in `votes`, 0 for words without one. */
  readonly cell: Int32Array
  /** Rows of `kindCount` sums. */
  readonly votes: Float64Array
}

/** Pools what the first pass says about each capitalised word. `posterior` has `kindCount` numbers a word. Linear. */
export function poolVotes(
  input: TaggerInput,
  types: WordTypes,
  labels: Uint8Array,
  posterior: Float32Array,
  settings: AgreementSettings
): Votes {
  const { type, words } = input
  const cell = new Int32Array(types.foldedCount())
  let cells = 1
  for (let at = 0; at < words.count; at++) {
    const folded = types.foldedId[type[at]!]!
    if (cell[folded] === 0 && isCapitalized(types.capitals[type[at]!]!)) cell[folded] = cells++
  }
  const votes = new Float64Array(cells * kindCount)
  for (let at = 0; at < words.count; at++) {
    if (!isCapitalized(types.capitals[type[at]!]!)) continue
    const row = cell[types.foldedId[type[at]!]!]! * kindCount
    const weight = weightOf(input, labels, at, settings)
    for (let kind = 0; kind < kindCount; kind++) votes[row + kind]! += weight * posterior[at * kindCount + kind]!
  }
  return { cell, votes }
}

/**
 * Adds to the scores of each capitalised word from `from` to `to` what the first pass believes of the same word elsewhere in
 * the article: the logarithm of each kind's share in its posteriors there. Returns whether any score changed.
 */
export function addAgreement(
  input: TaggerInput,
  types: WordTypes,
  labels: Uint8Array,
  posterior: Float32Array,
  { cell, votes }: Votes,
  settings: AgreementSettings,
  scores: Float32Array,
  from: number,
  to: number
): boolean {
  const { type } = input
  let changed = false
  for (let at = from; at < to; at++) {
    if (!isCapitalized(types.capitals[type[at]!]!)) continue
    const row = cell[types.foldedId[type[at]!]!]! * kindCount
    const own = weightOf(input, labels, at, settings)
    let sum = 0
    for (let kind = 0; kind < kindCount; kind++)
      sum += share[kind] = Math.max(0, votes[row + kind]! - own * posterior[at * kindCount + kind]!)
    if (sum < 0.05) continue
    const weight =
      ((settings.weight * sum) / (sum + settings.half)) *
      (input.sentenceCase[at] === Number(Case.Normal) ? 1 : settings.forHeadline)
    for (let kind = 0; kind < kindCount; kind++) share[kind] = weight * Math.log(share[kind]! / sum + settings.floor)
    changed = true
    const base = at * labelCount
    scores[base]! += share[0]!
    for (let label = 1; label < labelCount; label++) scores[base + label]! += share[1 + ((label - 1) >> 2)]!
  }
  return changed
}

/** The rows of `after` that are not what they were in `before`, 1 for each. */
export function changedVotes(before: Votes, after: Votes): Uint8Array {
  const changed = new Uint8Array(after.votes.length / kindCount).fill(1)
  for (let folded = 0; folded < before.cell.length; folded++) {
    const row = after.cell[folded]!
    const old = before.cell[folded]! * kindCount
    if (row === 0 || old === 0) continue
    let same = true
    for (let kind = 0; kind < kindCount; kind++)
      if (after.votes[row * kindCount + kind] !== before.votes[old + kind]) same = false
    if (same) changed[row] = 0
  }
  return changed
}

/** Working space, written before it is read. */
const share = new Float64Array(kindCount)

/** How much a word's own place counts in the vote. */
function weightOf(input: TaggerInput, labels: Uint8Array, at: number, settings: AgreementSettings): number {
  const label = labels[at]!
  const kind = label === 0 ? 0 : 1 + ((label - 1) >> 2)
  const longer = label !== 0 && ((label - 1) & 3) !== 3 && (kind === 2 || kind === 4)
  return (longer ? settings.inLonger : 1) * (input.sentenceCase[at] === Number(Case.Normal) ? 1 : settings.inHeadline)
}
