import { flatMapped } from '../../util/mapped'
import type { Said } from './byForm'
import { isReportVerb } from './cueWords'
import type { Prose } from './prose'
import type { Range } from './sources'
import { hearerVerbs } from './words'

/**
 * "Silk noted that it was late | and said “nobody will come”": behind "and" or "but" a second verb of the same tense with a clause or marks
 * of its own reports something else. (PolNeAR, train and dev: annotators end the first report there in 22 of 24 sentences.)
 */
export function withSecondReports(prose: Prose, found: readonly Said[]): readonly Said[] {
  const cues = new Set(flatMapped(found, ({ cue }) => (cue ? [cue.from] : [])))
  return flatMapped(found, (said) => parted(prose, said, cues))
}

function parted(prose: Prose, said: Said, cues: ReadonlySet<number>): readonly Said[] {
  const { cue, source, content } = said
  const [whole] = content
  if (!cue || !source || !whole || content.length > 1 || whole.from < cue.to) return [said]
  const second = secondReport(prose, cue, whole)
  if (!second) return [said]
  const first = { ...said, content: [{ from: whole.from, to: second.ends }] }
  const next = { ...said, cue: second.cue, content: [{ from: second.opens, to: whole.to }] }
  return cues.has(second.cue.from) ? [first] : [first, next]
}

interface Second {
  /** Where the first report ends. */
  readonly ends: number
  readonly cue: Range
  /** Where the words of the second one begin. */
  readonly opens: number
}

function secondReport({ words, quotationOf }: Prose, cue: Range, { from, to }: Range): Second | null {
  if (quotationOf[from] !== -1) return null
  for (let and = from + 2; and < to - 3; and++) {
    if (quotationOf[and] !== -1 || !/^(?:and|but)$/.test(words[and]!)) continue
    const verb = /^(?:also|then|later)$/.test(words[and + 1]!) ? and + 2 : and + 1
    if (!isReportVerb(words[verb]!) || isPresent(words[verb]!) !== isPresent(words[cue.to - 1]!)) continue
    const opens = contentStart({ words, quotationOf }, verb, to)
    if (opens < 0) continue
    return { ends: words[and - 1] === ',' ? and - 1 : and, cue: { from: verb, to: verb + 1 }, opens }
  }
  return null
}

/** Of "that" or the opening mark behind a verb, and behind whom it tells; -1 where neither stands there. */
function contentStart({ words, quotationOf }: Pick<Prose, 'words' | 'quotationOf'>, verb: number, to: number): number {
  const farthest = hearerVerbs.has(words[verb]!) ? verb + 1 + longestHearer : verb + 1
  for (let at = verb + 1; at <= Math.min(farthest, to - 2); at++) {
    if (words[at] === 'that' || (quotationOf[at] !== -1 && quotationOf[at - 1] === -1)) return at
    if (/^[.,;:]$/.test(words[at]!) && at > verb + 1) return -1
  }
  return -1
}

/** In tokens. */
const longestHearer = 5

function isPresent(verb: string): boolean {
  return /s$/.test(verb)
}
