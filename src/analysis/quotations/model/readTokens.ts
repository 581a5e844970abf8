import { firstWords, type CueReading, type EncoderReading, type WordRun } from '../../../encoder'
import type { Article } from '../../../article'
import { firstIndex } from '../../../util/binarySearch'
import type { Range } from '../sources'
import { likelyRuns } from './likelyRuns'
import { firstRole, roleShares, type RoleShares } from './roleShares'

/** What the encoder says of an article, by the article's tokens. */
export interface ReadTokens {
  readonly reading: EncoderReading
  /** For each token the first of the encoder's words in it, and after the last one the number of words. */
  readonly firstWord: Int32Array
  /** What may be a cue, in order. */
  readonly cues: readonly ReadCue[]
}

/** A cue as the encoder reads it, in tokens. */
export interface ReadCue extends Range {
  readonly reading: CueReading
  /** Its likeliest source. */
  readonly source: Range | null
  /** Its likeliest content, empty where it has none, and then other single stretches that are likely. */
  readonly contents: readonly (readonly Range[])[]
  readonly sourceShares: RoleShares
  readonly contentShares: RoleShares
}

/** `reading` is of the article's text. */
export function readTokens({ tokens }: Article, reading: EncoderReading): ReadTokens {
  const starts = Uint32Array.from(tokens, ({ start }) => start)
  const ends = Uint32Array.from(tokens, ({ end }) => end)
  const found = firstWords(reading, starts, ends)
  const firstWord = new Int32Array(tokens.length + 1)
  firstWord[tokens.length] = reading.starts.length
  for (let at = tokens.length - 1; at >= 0; at--) firstWord[at] = found[at]! < 0 ? firstWord[at + 1]! : found[at]!
  const tokensOf = (run: WordRun) => tokensWithin(starts, ends, reading, run)
  const cues = reading.cues.flatMap((cue): readonly ReadCue[] => {
    const range = tokensOf(cue.words)
    if (!range) return []
    const sources = cue.sources.flatMap((run) => tokensOf(run) ?? [])
    const content = cue.contents.flatMap((run) => tokensOf(run) ?? [])
    const contentShares = roleShares(cue, firstRole.content)
    const others = likelyRuns(cue, contentShares, firstRole.content).flatMap((run) => tokensOf(run) ?? [])
    return [
      {
        ...range,
        reading: cue,
        source: nearest(sources, range),
        contents: [content, ...others.map((range) => [range])],
        sourceShares: roleShares(cue, firstRole.source),
        contentShares
      }
    ]
  })
  return { reading, firstWord, cues }
}

/** The words of a range of tokens. */
export function wordsOf({ firstWord }: Pick<ReadTokens, 'firstWord'>, { from, to }: Range): WordRun {
  return { start: firstWord[from]!, end: firstWord[to]! }
}

/** The tokens of which a run of words has at least the half. */
function tokensWithin(starts: Uint32Array, ends: Uint32Array, reading: EncoderReading, run: WordRun): Range | null {
  const start = reading.starts[run.start]!
  const end = reading.ends[run.end - 1]!
  const shared = (at: number) => Math.min(ends[at]!, end) - Math.max(starts[at]!, start)
  const isIn = (at: number) => at < starts.length && shared(at) * 2 >= ends[at]! - starts[at]!
  let from = firstIndex(starts.length, (at) => ends[at]! > start)
  while (from < starts.length && starts[from]! < end && !isIn(from)) from++
  let to = from
  while (isIn(to)) to++
  return to > from ? { from, to } : null
}

/** A source in several pieces is the one next to its cue. */
function nearest(sources: readonly Range[], cue: Range): Range | null {
  const distance = ({ from, to }: Range) => (to <= cue.from ? cue.from - to : from - cue.to)
  return sources.reduce<Range | null>((best, one) => (best && distance(best) <= distance(one) ? best : one), null)
}
