import type { Range } from '../sources'
import { bestPath, forwardBackward, scoreChain, type ChainModel, type ChainScratch } from './chain'
import type { FoundCue } from './findCues'
import type { Reading } from './reading'
import { roleFeatures, type Betweens } from './roleFeatures'
import { windowOf } from './windows'

/** What belongs to a cue, in tokens, and how sure the role model is of it. */
export interface FoundRoles {
  readonly cue: FoundCue
  readonly source: Range | null
  readonly content: readonly Range[]
  /** The probability of the labels at the edges of source and content, on average. */
  readonly probability: number
}

/** Labels of the role model. */
export const roleLabel = { outside: 0, sourceBegin: 1, sourceInside: 2, contentBegin: 3, contentInside: 4 } as const
const labels = 5

/** Source and content of one cue. `cueMarks` marks all cues of the article: 1 where one begins, 2 inside. */
export function findRoles(reading: Reading, cue: FoundCue, cueMarks: Uint8Array, model: ChainModel, scratch: ChainScratch, betweens: Betweens, path: Uint8Array): FoundRoles {
  const window = windowOf(reading.prose, reading.unitOf[cue.from] as number, cue.from, cue.to)
  const { from } = window
  const length = window.to - from
  scoreChain(model, roleFeatures(reading, window, cueMarks, betweens), from, window.to, scratch)
  bestPath(model, length, scratch, path)
  forwardBackward(model, length, scratch)
  const sources: Range[] = []
  const content: Range[] = []
  let edges = 0
  let sum = 0
  for (let at = 0; at < length; at++) {
    const label = path[at] as number
    if (label === roleLabel.outside) continue
    const isSource = label <= roleLabel.sourceInside
    const inside = isSource ? roleLabel.sourceInside : roleLabel.contentInside
    let end = at + 1
    while (end < length && path[end] === inside) end++
    ;(isSource ? sources : content).push({ from: from + at, to: from + end })
    for (const edge of [at, end - 1]) {
      const place = edge * labels + (path[edge] as number)
      sum += (scratch.forward[place] as number) * (scratch.backward[place] as number)
      edges++
    }
    at = end - 1
  }
  const distance = (range: Range) => range.to <= cue.from ? cue.from - range.to : range.from - cue.to + 1
  const source = sources.reduce<Range | null>((best, range) => best === null || distance(range) < distance(best) ? range : best, null)
  return { cue, source, content, probability: edges === 0 ? 0 : sum / edges }
}
