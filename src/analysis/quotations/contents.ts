import { isReportParticiple } from './cueWords'
import { isTimeWord, type Range } from './sources'
import type { Prose, Unit } from './prose'
import { adverbial, hearerVerbs, pronouns } from './words'

/**
 * What stands after the cue: the clause or phrase up to the end of the sentence or to the next attribution in it
 * (", saying …", ", according to …"). Time, hearer and place of the saying are stepped over. Null when nothing is left.
 */
export function contentAfter(prose: Prose, verb: number, unit: Unit): Range | null {
  const { words, quotationOf } = prose
  let from = skipCircumstances(prose, verb + 1, unit.to)
  if (hearerVerbs.has(words[verb] ?? '')) from = skipHearer(prose, from, unit.to)
  if (words[from] === ',' || words[from] === ':') from++
  let to = from
  while (to < unit.to) {
    if (quotationOf[to] === -1 && words[to] === ',' && startsAttribution(prose, to + 1, unit.to)) break
    to++
  }
  return trimmed(prose, from, to)
}

/** What stands before the source: from the start of the sentence up to the token `end`, without a closing comma. */
export function contentBefore(prose: Prose, end: number, unit: Unit): Range | null {
  return trimmed(prose, unit.from, end)
}

/** Takes points, commas and dashes off the end, unless they stand inside of quotation marks. */
export function trimmed(prose: Prose, from: number, end: number): Range | null {
  let to = end
  while (
    to > from &&
    prose.quotationOf[to - 1] === -1 &&
    /^(?:[.,;:?!)\u2014\u2013\u25a0]|--?|\.\.\.)$/.test(prose.words[to - 1] ?? '')
  )
    to--
  while (to > from && /^[,:;\u2014\u2013-]$/.test(prose.words[from] ?? '')) from++
  return to > from ? { from, to } : null
}

/** True when nothing but the circumstances of the saying is left of the sentence: "said in a statement on Monday." */
export function onlyCircumstancesAfter(prose: Prose, verb: number, unit: Unit): boolean {
  const { words } = prose
  let from = skipCircumstances(prose, verb + 1, unit.to)
  if (hearerVerbs.has(words[verb] ?? '')) from = skipHearer(prose, from, unit.to)
  return from >= unit.to || /^[.,;:?!)\u2014\u2013]$/.test(words[from] ?? '')
}

function skipCircumstances(prose: Prose, start: number, end: number): number {
  const { words } = prose
  let at = start
  for (;;) {
    const word = words[at] ?? ''
    if (at < end && (isTimeWord(word) || adverbial(word))) at++
    else if (at < end && (word === 'on' || word === 'last') && isTimeWord(words[at + 1] ?? '')) at++
    else if (
      at < end &&
      (word === 'in' || word === 'at' || word === 'during') &&
      /^(?:an?|the|his|her|their)$/.test(words[at + 1] ?? '')
    ) {
      const stop = circumstanceEnd(prose, at + 2, end)
      if (stop < 0) return at
      at = stop
    } else return at
  }
}

/** "in an interview with the BBC that…", "at a news conference in Geneva": its end, or -1 when it is no such phrase. */
function circumstanceEnd(prose: Prose, from: number, end: number): number {
  let at = from
  while (
    at < end &&
    !/^(?:that|[.,;:?!])$/.test(prose.words[at] ?? '') &&
    prose.quotationOf[at] === -1 &&
    at - from < 12
  )
    at++
  return at - from < 12 ? at : -1
}

function skipHearer(prose: Prose, from: number, end: number): number {
  const { words, quotationOf } = prose
  for (let at = from; at < end && at - from < 12 && quotationOf[at] === -1; at++) {
    const word = words[at] ?? ''
    if (word === 'that' || (word === 'to' && at > from)) return at
    if (/^[,:.]$/.test(word)) return at
    if (at > from && pronouns.has(word) && word !== 'you') return at
  }
  let at = from
  while (at < end && /^\p{Lu}/u.test(prose.article.tokens[at]?.text ?? '')) at++
  if (at === from) at++
  return skipCircumstances(prose, at, end)
}

function startsAttribution(prose: Prose, from: number, end: number): boolean {
  const { words } = prose
  let at = from
  while (at < end && (adverbial(words[at] ?? '') || words[at] === 'and' || words[at] === 'but')) at++
  return (
    at < end &&
    (isReportParticiple(words[at] ?? '') ||
      (words[at] === 'making' && words[at + 1] === 'it') ||
      (words[at] === 'according' && words[at + 1] === 'to'))
  )
}
