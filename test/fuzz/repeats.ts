import fc from 'fast-check'
import { readArticle } from '../../src/article'
import type { Engine } from '../../src/analysis'
import { fuzzedPiece } from '../unit/contract/fuzzedTexts'
import type { Fuzzed } from './fuzzed'

/** Characters of the shorter text; the longer one has four times as many. */
const length = 12_000
/** Time in proportion has 4; what measuring a busy machine adds is rather less than the rest. */
const steepest = 7
/** Shorter times are noise. */
const leastMilliseconds = 20

/** A few pieces over and over, with or without line ends: time grows with the text and not with its square. */
export function fuzzedRepeats(engine: Engine): readonly Fuzzed[] {
  return (['plain', 'markdown'] as const).map((format) => ({
    name: `repeated pieces, ${format}`,
    runs: 12,
    property: fc.property(
      fc.array(fuzzedPiece(format), { minLength: 1, maxLength: 5 }),
      fc.constantFrom('', ' ', '\n', '\n\n', '. '),
      (pieces, gap) => {
        const part = pieces.join(' ') + gap
        const time = (size: number) => {
          const text = part.repeat(Math.ceil(size / part.length))
          const begun = performance.now()
          engine.analyze(readArticle(text, format))
          return performance.now() - begun
        }
        for (let attempt = 0; ; attempt++) {
          const short = time(length)
          const long = time(4 * length)
          if (long < leastMilliseconds || long <= steepest * short) return
          if (attempt === 2)
            throw new Error(`${long.toFixed(0)} ms for 4n, ${short.toFixed(0)} ms for n: ${JSON.stringify(part)}`)
        }
      }
    )
  }))
}
