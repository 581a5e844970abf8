import { labelsOf, wordsWithin, type EncoderReading } from '../../../encoder'
import { actingBar } from './classifier'

/** Fitted to what both say of texts that they have not learned from (train/acting/cross.ts). */
const together = { constant: 0.16, own: 0.6, encoder: 0.61 }

/** The encoder is never taken to be surer than this: where it errs it is as sure as where it is right. */
const surest = 0.95

/**
 * Whether a place name acts, by the logarithm of the odds that the classifier gives it and, where an encoder has read the
 * text, of those that it gives.
 */
export function acts(own: number, encoder?: number): boolean {
  if (encoder === undefined) return own > actingBar
  return together.constant + together.own * own + together.encoder * encoder > actingBar
}

/** The logarithm of the odds that an encoder gives for the name at `start` to `end` acting; undefined where it says nothing. */
export function actingOdds(reading: EncoderReading, start: number, end: number): number | undefined {
  const words = wordsWithin(reading, start, end)
  if (words.start === words.end) return undefined
  const probability = labelsOf(reading, 'acting', words.start)[1]!
  const within = Math.min(surest, Math.max(1 - surest, probability))
  return Math.log(within / (1 - within))
}
