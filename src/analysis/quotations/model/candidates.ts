import { forwardBackward, scoreChain, type ChainModel, type ChainScratch } from './chain'
import { cueFeatures } from './cueFeatures'
import type { Reading } from './reading'

/** A cue in tokens, half open, and how sure the cue model is that one begins there. */
export interface FoundCue {
  readonly from: number
  readonly to: number
  readonly probability: number
}

/** Labels of the cue model. */
export const cueLabel = { outside: 0, begin: 1, inside: 2 } as const
const labels = 3

/** Every place where a cue may begin with at least this probability is looked at further. */
const leastProbability = 0.1
/** A sentence with more cues than this is no prose; to look for the roles of each would take forever in a hostile text. */
const fewCues = 10
const tokensForCue = 12

/** All likely cues of the article in order, each as long as the model takes it to be. They may overlap. */
export function cueCandidates(reading: Reading, model: ChainModel, scratch: ChainScratch): readonly FoundCue[] {
  const cues: FoundCue[] = []
  const { units, article } = reading.prose
  for (const { from, to, paragraph } of units) {
    const length = to - from
    const role = article.paragraphs[paragraph]?.role
    if (length === 0 || role === 'byline' || role === 'credit') continue
    scoreChain(model, cueFeatures(reading, from, to), from, to, scratch)
    forwardBackward(model, length, scratch)
    const here: FoundCue[] = []
    for (let at = 0; at < length; at++) {
      const probability = share(scratch, at, cueLabel.begin)
      if (probability < leastProbability) continue
      let end = at + 1
      while (end < length && share(scratch, end, cueLabel.inside) > probability / 2) end++
      here.push({ from: from + at, to: from + end, probability })
    }
    if (here.length <= fewCues + length / tokensForCue) cues.push(...here)
  }
  return cues
}

function share({ forward, backward }: ChainScratch, at: number, label: number): number {
  const place = at * labels + label
  return (forward[place] as number) * (backward[place] as number)
}
