import { headAt, labelCount } from '../weights/sizes'
import type { WordRun } from './wordRun'

export interface LikelyCue {
  readonly words: WordRun
  readonly probability: number
}

/** What is less likely a cue is not read as one. */
const least = 0.1
/** A text that is all cues takes no more time than so many in a window. */
const mostCues = 48

/**
 * Runs of words that may be a cue, in their order. `labels`: `labelCount` probabilities a word. A run goes on as long as going on
 * is what is likeliest of a word.
 */
export function likelyCues(labels: Float32Array): readonly LikelyCue[] {
  const cues: { words: WordRun; probability: number }[] = []
  for (let word = 0; word * labelCount < labels.length; word++) {
    const at = word * labelCount + headAt.cue
    const [none, begin, inside] = [labels[at]!, labels[at + 1]!, labels[at + 2]!]
    const running = cues.at(-1)
    const goesOn = running?.words.end === word
    if (goesOn && inside >= none && inside >= begin) running.words = { start: running.words.start, end: word + 1 }
    else {
      const probability = goesOn ? begin : begin + inside
      if (probability >= least) cues.push({ words: { start: word, end: word + 1 }, probability })
    }
  }
  const likeliest = [...cues].sort((a, b) => b.probability - a.probability).slice(0, mostCues)
  return cues.length <= mostCues ? cues : cues.filter((cue) => likeliest.includes(cue))
}
