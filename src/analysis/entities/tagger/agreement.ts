import { labelCount } from './labels'
import { isCapitalized, type Reading } from './reading'
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

export const agreementSettings: AgreementSettings = { weight: 1.2, half: 1, floor: 0.05, inLonger: 0.3, inHeadline: 0.5, forHeadline: 2 }

/**
 * Adds to the scores of each capitalised word what the first pass believes of the same word elsewhere in the article:
 * the logarithm of each kind's share in its posteriors there. `posterior` has `kindCount` numbers a word. Returns 1 for
 * each word whose scores changed. Linear.
 */
export function addAgreement(reading: Reading, types: WordTypes, labels: Uint8Array, posterior: Float32Array, scores: Float32Array, settings: AgreementSettings): Uint8Array {
  const { type, words } = reading
  const cells = new Map<number, number>()
  const cellOf = new Int32Array(words.count).fill(-1)
  for (let at = 0; at < words.count; at++) {
    if (!isCapitalized(types.capitals[type[at]!]!)) continue
    const folded = types.folded[type[at]!]!
    let cell = cells.get(folded)
    if (cell === undefined) cells.set(folded, cell = cells.size)
    cellOf[at] = cell
  }
  const votes = new Float64Array(cells.size * kindCount)
  const weightOf = (at: number) => {
    const label = labels[at]!
    const kind = label === 0 ? 0 : 1 + ((label - 1) >> 2)
    const longer = label !== 0 && ((label - 1) & 3) !== 3 && (kind === 2 || kind === 4)
    return (longer ? settings.inLonger : 1) * (reading.sentenceCase[at] === Number(Case.Normal) ? 1 : settings.inHeadline)
  }
  for (let at = 0; at < words.count; at++) {
    if (cellOf[at]! < 0) continue
    const weight = weightOf(at)
    for (let kind = 0; kind < kindCount; kind++) votes[cellOf[at]! * kindCount + kind]! += weight * posterior[at * kindCount + kind]!
  }
  const share = new Float64Array(kindCount)
  const changed = new Uint8Array(words.count)
  for (let at = 0; at < words.count; at++) {
    if (cellOf[at]! < 0) continue
    const own = weightOf(at)
    let sum = 0
    for (let kind = 0; kind < kindCount; kind++) sum += share[kind] = Math.max(0, votes[cellOf[at]! * kindCount + kind]! - own * posterior[at * kindCount + kind]!)
    if (sum < 0.05) continue
    const weight = settings.weight * sum / (sum + settings.half) * (reading.sentenceCase[at] === Number(Case.Normal) ? 1 : settings.forHeadline)
    for (let kind = 0; kind < kindCount; kind++) share[kind] = weight * Math.log(share[kind]! / sum + settings.floor)
    changed[at] = 1
    const base = at * labelCount
    scores[base]! += share[0]!
    for (let label = 1; label < labelCount; label++) scores[base + label]! += share[1 + ((label - 1) >> 2)]!
  }
  return changed
}
