import { trimmed } from '../contents'
import { withFollowingQuotes } from '../following'
import type { Prose, Unit } from '../prose'
import type { Range } from '../sources'
import { adverbial, beForms } from '../words'
import type { Said } from './said'

/** Whoever is the subject of these in the passive hears it. */
const heard = new Set('told assured informed warned reminded advised notified'.split(' '))
const urged = new Set('urged asked ordered instructed'.split(' '))
const accused = new Set(['accused'])
const longestSource = 20
const confidence = 0.85

/** True when a cue is a passive whose subject only hears: "was told", "had been repeatedly warned". */
export function isHeard({ words }: Prose, { from, to }: Range): boolean {
  const verb = words[to - 1] ?? ''
  if (!heard.has(verb) && !urged.has(verb) && !accused.has(verb)) return false
  let at = to - 2
  while (at >= Math.max(0, from - 3) && adverbial(words[at]!)) at--
  return beForms.has(words[at] ?? '')
}

/** "Leek Crown Court heard that she had left", "the inquest heard": a trial's body hears what others say in it. */
export function isHearing({ words }: Prose, source: Range, { from, to }: Range): boolean {
  if (to - from !== 1 || !/^hear[ds]?$/.test(words[from]!)) return false
  const last = words[source.to - 1] === ',' ? source.to - 2 : source.to - 1
  return trials.has(words[last]?.toLowerCase() ?? '')
}

const trials = new Set('court jury inquest tribunal hearing inquiry trial jurors magistrates'.split(' '))

/** "Ana Silk, asked whether she would stay, laughed": the participle behind a name and its comma; with another comma before, who stands between may ask. */
export function isAsked({ words }: Prose, source: Range, { from, to }: Range): boolean {
  if (to - from !== 1 || !questioned.has(words[from]!) || words[from - 1] !== ',') return false
  if (!openings.has(words[to] ?? '')) return false
  const end = words[source.to - 1] === ',' ? source.to - 1 : source.to
  return end === from - 1 && !words.slice(source.from, end).includes(',')
}

const questioned = new Set(['asked', 'pressed', 'questioned'])
const openings = new Set('whether if about why what how when where which who by'.split(' '))

/** "The family was assured by the hospital that the boy would live": the hospital says it. */
export function toldBy(prose: Prose, unit: Unit): readonly Said[] {
  const { words, quotationOf } = prose
  const found: Said[] = []
  for (let verb = unit.from + 1; verb < unit.to - 2; verb++) {
    const cue = { from: verb, to: verb + 1 }
    if (quotationOf[verb] !== -1 || words[verb + 1] !== 'by' || !isHeard(prose, cue)) continue
    const opens = contentStart(prose, verb, unit)
    const source = opens > verb + 2 ? trimmed(prose, verb + 2, opens) : null
    const content = source && trimmed(prose, words[opens] === ',' ? opens + 1 : opens, unit.to)
    if (content)
      found.push({
        content: withFollowingQuotes(prose, [content], unit),
        cue: withBe(prose, verb),
        source,
        rule: 'told-by',
        confidence
      })
  }
  return found
}

function contentStart({ words, quotationOf }: Prose, verb: number, unit: Unit): number {
  const word = words[verb]!
  for (let at = verb + 3; at < Math.min(unit.to, verb + longestSource); at++) {
    if (quotationOf[at] !== -1) return at
    if (words[at] === 'that' || words[at] === 'whether') return at
    if (urged.has(word) && words[at] === 'to') return at
    if (accused.has(word) && words[at] === 'of' && words[at + 1]?.endsWith('ing')) return at
    if (/^[.;:]$/.test(words[at]!)) return -1
  }
  return -1
}

function withBe({ words }: Prose, verb: number): Range {
  let from = verb
  while (adverbial(words[from - 1] ?? '') || beForms.has(words[from - 1] ?? '')) from--
  return { from, to: verb + 1 }
}
