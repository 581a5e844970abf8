import { firstIndex } from '../../util/binarySearch'
import { headAt, labelCount, labels, type Head } from '../weights/sizes'
import type { EncoderReading } from './encoderReading'
import type { WordRun } from './wordRun'

/** The probabilities of a head's `labels` for a word. */
export function labelsOf(reading: EncoderReading, head: Head, word: number): Float32Array {
  const at = word * labelCount + headAt[head]
  return reading.labels.subarray(at, at + labels[head].length)
}

/** The words that share a character with the span from `start` to `end` of the text; an empty run where there is none. */
export function wordsWithin(reading: EncoderReading, start: number, end: number): WordRun {
  const { starts, ends } = reading
  const first = firstIndex(starts.length, (word) => ends[word]! > start)
  const after = firstIndex(starts.length, (word) => starts[word]! >= end)
  return { start: first, end: Math.max(first, after) }
}
