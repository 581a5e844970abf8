import { firstWords, labelsOf, type EncoderReading } from '../../../encoder'
import { labelCount, Part } from './labels'
import type { TaggerInput } from './taggerInput'
import { Case } from './wordTypes'

/** What the encoder says of a word: in no name, then beginning and going on of each of the tagger's types. */
const evidenceWidth = 9

/**
 * For each word of an article `evidenceWidth` logarithms of probabilities, in steps of `evidenceStep`; only zeros where the encoder says
 * nothing. In steps, because the encoder's word changes by very little when another window holds it, which is to change nothing.
 */
export type Evidence = Int8Array

const evidenceStep = 1 / 16

/** How much the encoder counts beside the tagger's own features; how it was chosen is in models/entities.md. */
export interface EvidenceSettings {
  readonly weight: number
  /** In a headline whose words begin with capitals. */
  readonly inHeadline: number
  /** In a line of capitals, of which the encoder has met few. */
  readonly inCapitals: number
  /** Added to each probability before the logarithm: the encoder may not rule out what it has never met. */
  readonly floor: number
}

export const evidenceSettings: EvidenceSettings = { weight: 1, inHeadline: 0.75, inCapitals: 0.2, floor: 0.003 }

/** What a reading of the article says of its words. Linear. */
export function readEvidence(
  reading: EncoderReading,
  { words: { count, start, end } }: TaggerInput,
  { floor }: EvidenceSettings
): Evidence {
  const evidence = new Int8Array(count * evidenceWidth)
  const first = firstWords(reading, start.subarray(0, count), end.subarray(0, count))
  for (let at = 0; at < count; at++) {
    if (first[at] === -1) continue
    const probabilities = labelsOf(reading, 'names', first[at]!)
    for (let kind = 0; kind < evidenceWidth; kind++)
      evidence[at * evidenceWidth + kind] = Math.round(Math.log(probabilities[kind]! + floor) / evidenceStep)
  }
  return evidence
}

/** Adds to the scores of an article's words (`labelCount` a word) what the encoder says of them; gives the scores. */
export function addEvidence(
  { words, sentenceCase }: TaggerInput,
  evidence: Evidence,
  { weight, inHeadline, inCapitals }: EvidenceSettings,
  scores: Float32Array
): Float32Array {
  const factors = { [Case.Normal]: weight, [Case.Title]: inHeadline, [Case.Capitals]: inCapitals }
  for (let at = 0; at < words.count; at++) {
    const factor = factors[sentenceCase[at] as Case] * evidenceStep
    for (let label = 0; label < labelCount; label++)
      scores[at * labelCount + label]! += factor * evidence[at * evidenceWidth + kindOfLabel[label]!]!
  }
  return scores
}

/** Whether the same is said of some words beginning with `word` as of as many in another version beginning with `earlierWord`. */
export function isSameEvidence(
  evidence: Evidence | undefined,
  word: number,
  earlier: Evidence | undefined,
  earlierWord: number,
  words: number
): boolean {
  if (!evidence || !earlier) return evidence === earlier
  const by = (earlierWord - word) * evidenceWidth
  for (let at = word * evidenceWidth; at < (word + words) * evidenceWidth; at++)
    if (evidence[at] !== earlier[at + by]) return false
  return true
}

/** For each label which of the encoder's it is: a name's first word begins it, whether others follow or not. */
const kindOfLabel = Uint8Array.from({ length: labelCount }, (_, label) => {
  if (label === 0) return 0
  const part = (label - 1) & 3
  const begins = part === Number(Part.Begin) || part === Number(Part.Single)
  return 1 + 2 * ((label - 1) >> 2) + (begins ? 0 : 1)
})
