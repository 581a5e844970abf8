import { bucketReducer } from './bucketReducer'
import { UnsortedError, type FirstRound } from './firstRound'
import { keyedLine, keyedRecord, sections, textField, type KeyedLine } from './keys'
import { wordingEdges } from './wordingEdges'

/**
 * Takes a part of the stream in order, all records of a bucket and of a run of words in the same part, and gives what a reduce makes of it
 * first: many processes do most of the work. What it does not know is passed on.
 */
export function partialRound(emit: (line: KeyedLine) => void): FirstRound {
  const buckets = bucketReducer(emit)
  const edges = wordingEdges((one, other) => emit(keyedLine(sections.version, [one, other], 0)))
  let firstCandidate: string | undefined
  let lastKey = ''
  let lastValue = ''
  let count = 0

  function end(): void {
    buckets.end()
    if (firstCandidate !== undefined) emit(keyedLine(sections.taken, [textField(firstCandidate)], count))
    firstCandidate = undefined
  }

  return {
    accept(line) {
      const record = keyedRecord(line)
      const { key, value } = record
      if (key < lastKey)
        throw new UnsortedError(`the keys are not in order (LC_ALL=C sort): ${lastKey} is before ${key}`)
      const isAgain = key === lastKey
      lastKey = key
      if (key.startsWith(sections.candidate)) {
        const isSame = value === lastValue
        lastValue = value
        if (isAgain && !isSame) throw new UnsortedError(`two articles have one id (${key}): reduce all records at once`)
        if (isAgain) return
        firstCandidate ??= key
        count++
        buckets.accept(record)
      } else if (key.startsWith(sections.run)) edges.accept(record)
      else emit(line)
    },
    end
  }
}
