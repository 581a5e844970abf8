import type { Said } from './byForm'
import type { Prose } from './prose'

/**
 * "Do you think that it will hold?", "Could you tell us about it?": what somebody asks whether you think is nothing that you say.
 * (PolNeAR, train and dev: of 34 such questions annotators marked 4.)
 */
export function isAskedOfYou({ words }: Prose, { source, cue }: Pick<Said, 'source' | 'cue'>): boolean {
  if (!source || !cue || source.to - source.from > 1 || source.from < 1 || words[source.from]!.toLowerCase() !== 'you')
    return false
  if (cue.from < source.to || cue.from > source.to + 1) return false
  if (!auxiliaries.has(words[source.from - 1]!.toLowerCase())) return false
  for (let at = cue.to; at < Math.min(words.length, cue.to + longestQuestion); at++) {
    if (words[at] === '?') return true
    if (words[at] === '.' || words[at] === '!') return false
  }
  return false
}

const auxiliaries = new Set("do did can could will would are have don\u2019t don't didn\u2019t didn't".split(' '))
/** In tokens. */
const longestQuestion = 60
