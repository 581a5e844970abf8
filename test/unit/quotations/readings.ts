import { roles, type CueReading, type EncoderReading } from '../../../src/encoder'
import { labelCount } from '../../../src/encoder/weights/sizes'

/** What each word is to the cue: S, s (source, going on), C, c (content, going on), e (its end), or a point for nothing. */
const roleOfMark: Readonly<Record<string, number>> = { S: 1, s: 2, z: 3, C: 4, c: 5, e: 6 }

/**
 * A reading of a text whose words stand apart by blanks, with one cue a line of `marks`: a mark a word, `Q` for the cue itself. The reader is
 * that sure of each mark.
 */
export function readingOf(text: string, marks: readonly string[], sure = 0.9): EncoderReading {
  const words = [...text.matchAll(/\S+/g)]
  const starts = Uint32Array.from(words, ({ index }) => index)
  const ends = Uint32Array.from(words, ({ index, 0: word }) => index + word.length)
  const labels = new Float32Array(words.length * labelCount)
  for (let word = 0; word < words.length; word++) labels[word * labelCount] = 1
  const cues = marks.map((line): CueReading => {
    const cue = line.indexOf('Q')
    labels[cue * labelCount] = 1 - sure
    labels[cue * labelCount + 1] = sure
    const path = Uint8Array.from(line, (mark) => roleOfMark[mark] ?? 0)
    const logRoles = Float32Array.from({ length: words.length * roles.length }, (_, at) =>
      Math.log(at % roles.length === path[Math.floor(at / roles.length)] ? sure : (1 - sure) / (roles.length - 1))
    )
    const runs = (first: number) =>
      [...line.matchAll(first === 1 ? /Ss*z?/g : /Cc*e?/g)].map(({ index, 0: run }) => ({
        start: index,
        end: index + run.length
      }))
    return {
      words: { start: cue, end: cue + 1 },
      probability: sure,
      seen: { start: 0, end: words.length },
      wordOfPiece: Int32Array.from(words, (_, word) => word),
      logRoles,
      path,
      pathProbability: sure ** words.length,
      logLawful: 0,
      sources: runs(1),
      contents: runs(4)
    }
  })
  return { starts, ends, labels, cues, encoded: words.length }
}
