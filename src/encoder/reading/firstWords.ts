import type { EncoderReading } from './encoderReading'

/**
 * For each of some spans of the text, in their order and without overlaps, the first word that shares a character with it; -1 where
 * there is none. Linear.
 */
export function firstWords(reading: EncoderReading, starts: ArrayLike<number>, ends: ArrayLike<number>): Int32Array {
  const found = new Int32Array(starts.length).fill(-1)
  let word = 0
  for (let index = 0; index < found.length; index++) {
    while (word < reading.ends.length && reading.ends[word]! <= starts[index]!) word++
    if (word < reading.starts.length && reading.starts[word]! < ends[index]!) found[index] = word
  }
  return found
}
