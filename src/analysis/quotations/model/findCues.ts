import { bestPath, forwardBackward, scoreChain, type ChainModel, type ChainScratch } from './chain'
import { cueFeatures } from './cueFeatures'
import type { Reading } from './reading'

/** A cue in tokens, half open, and how sure the cue model is that one begins there. */
export interface FoundCue {
  readonly from: number
  readonly to: number
  readonly probability: number
}

/** A sentence with more cues than this is no prose; to look for the roles of each would take forever in a hostile text. */
const fewCues = 10
const tokensForCue = 20

/** Labels of the cue model. */
export const cueLabel = { outside: 0, begin: 1, inside: 2 } as const

/** All cues of the article in order. `lean` is added to what speaks for a cue: more of them, and less sure ones. */
export function findCues(reading: Reading, model: ChainModel, scratch: ChainScratch, lean: number): readonly FoundCue[] {
  const cues: FoundCue[] = []
  let path = new Uint8Array(256)
  const { units, article } = reading.prose
  for (const { from, to, paragraph } of units) {
    const length = to - from
    const role = article.paragraphs[paragraph]?.role
    if (length === 0 || role === 'byline' || role === 'credit') continue
    if (path.length < length) path = new Uint8Array(length * 2)
    scoreChain(model, cueFeatures(reading, from, to), from, to, scratch)
    for (let at = 0; at < length; at++) scratch.scores[at * 3] = (scratch.scores[at * 3] as number) - lean
    bestPath(model, length, scratch, path)
    if (!path.subarray(0, length).some((label) => label !== cueLabel.outside)) continue
    if (countOf(path, length) > fewCues + length / tokensForCue) continue
    forwardBackward(model, length, scratch)
    for (let at = 0; at < length; at++) {
      if (path[at] === cueLabel.outside) continue
      let end = at + 1
      while (end < length && path[end] === cueLabel.inside) end++
      cues.push({ from: from + at, to: from + end, probability: 1 - (scratch.forward[at * 3] as number) * (scratch.backward[at * 3] as number) })
      at = end - 1
    }
  }
  return cues
}

function countOf(path: Uint8Array, length: number): number {
  let count = 0
  for (let at = 0; at < length; at++) if (path[at] !== cueLabel.outside && (path[at] === cueLabel.begin || at === 0 || path[at - 1] === cueLabel.outside)) count++
  return count
}
