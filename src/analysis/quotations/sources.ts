import {
  adverbial,
  auxiliaries,
  clauseOpeners,
  dayParts,
  days,
  determiners,
  indefinites,
  months,
  prepositions,
  pronouns,
  sayingDays
} from './words'
import { isReportVerb } from './cueWords'
import type { Prose } from './prose'

/** A range of tokens, half open. */
export interface Range {
  readonly from: number
  readonly to: number
}

const longestSource = 40

/**
 * The verb with its auxiliaries and adverbs ("has consistently warned"), and the noun phrase directly before it.
 * An apposition belongs to the source ("Ms. Doe, a spokeswoman for the city,"), other insertions do not
 * ("Mr. Roe, speaking in Geneva,"). Null when no noun phrase stands there.
 */
export function subjectBefore(
  prose: Prose,
  verb: number,
  sentenceStart: number
): { source: Range; cueFrom: number } | null {
  const { words, quotationOf } = prose
  let cueFrom = verb
  const isBeside = (word: string) => auxiliaries.has(word) || adverbial(word) || sayingDays.has(word)
  while (cueFrom > sentenceStart && isBeside(words[cueFrom - 1] ?? '')) cueFrom--
  let to = cueFrom
  let insertion = -1
  if (words[to - 1] === ',') {
    let comma = to - 2
    while (comma > sentenceStart && words[comma] !== ',' && quotationOf[comma] === -1 && to - comma < longestSource)
      comma--
    if (words[comma] !== ',' || quotationOf[comma - 1] !== -1) return null
    insertion = comma
    to = comma
  }
  const source = nounPhraseBefore(prose, to, sentenceStart)
  if (!source) return null
  const afterInsertion = words[insertion + 1] ?? ''
  const apposition =
    insertion >= 0 &&
    (determiners.has(afterInsertion) || (isCapital(prose, insertion + 1) && !days.has(afterInsertion)))
  return {
    source: apposition ? { from: source.from, to: cueFrom - 1 } : source,
    cueFrom: keepAuxiliaries(words, cueFrom, verb)
  }
}

/** The noun phrase directly after an inverted verb: "said the official", "according to a person close to the talks". */
export function nounPhraseAfter(prose: Prose, from: number, end: number): Range | null {
  const { words, quotationOf } = prose
  let to = from
  while (to < end && to - from < longestSource && quotationOf[to] === -1) {
    const word = words[to] ?? ''
    if (/^[,;:()\u2014\u2013]$|^--?$/.test(word) && !(word === ',' && isListComma(prose, to))) break
    if (
      to > from &&
      ((clauseOpeners.has(word) && word !== 'who' && word !== 'that') ||
        (isReportVerb(word) && !isReportVerbUsedAsNoun(words, to)))
    )
      break
    to++
  }
  while (
    to > from &&
    (words[to - 1] === '.' || isTimeWord(words[to - 1] ?? '') || words[to - 1] === 'on' || words[to - 1] === 'in')
  )
    to--
  return to > from ? { from, to } : null
}

export function isCapital(prose: Prose, token: number): boolean {
  return /^\p{Lu}/u.test(prose.article.tokens[token]?.text ?? '')
}

export function isTimeWord(word: string): boolean {
  return days.has(word) || months.has(word) || dayParts.has(word)
}

/** Walks left over one noun phrase with its prepositional phrases and takes adverbials off both its ends. */
function nounPhraseBefore(prose: Prose, end: number, sentenceStart: number): Range | null {
  const { words, quotationOf } = prose
  let to = end
  const trimmed = trailingTime(words, to, sentenceStart)
  to = trimmed
  if (to <= sentenceStart) return null
  if (pronouns.has(words[to - 1] ?? '') || indefinites.has(words[to - 1] ?? '')) return { from: to - 1, to }
  let from = to
  while (from > sentenceStart && to - from < longestSource && quotationOf[from - 1] === -1) {
    const word = words[from - 1] ?? ''
    if (/^[,;:()\u2014\u2013"]$|^--?$/.test(word) && !(word === ',' && isListComma(prose, from - 1))) break
    if (
      clauseOpeners.has(word) ||
      pronouns.has(word) ||
      (auxiliaries.has(word) && word.length > 2) ||
      isReportVerb(word)
    )
      break
    if (word === 'and' && !(isCapital(prose, from) && from - 2 >= sentenceStart && isCapital(prose, from - 2))) break
    from--
  }
  while (from < to && (adverbial(words[from] ?? '') || words[from] === 'meanwhile' || words[from] === 'and')) from++
  if (prepositions.has(words[from] ?? '')) {
    let start = to - 1
    while (start > from && !determiners.has(words[start] ?? '')) start--
    if (start === from) return null
    from = start
  }
  return from < to ? { from, to } : null
}

/** "Roe on Monday", "the council late Sunday": the time is not part of the source. */
function trailingTime(words: readonly string[], end: number, sentenceStart: number): number {
  let to = end
  while (to > sentenceStart && isTimeWord(words[to - 1] ?? '')) to--
  if (to < end && words[to - 1] === 'on') to--
  return to
}

/** In "Danish, Swedish, and Finnish envoys" the commas do not end the phrase: both neighbours are capitalised modifiers. */
function isListComma(prose: Prose, comma: number): boolean {
  const next = prose.words[comma + 1] === 'and' ? comma + 2 : comma + 1
  return (
    isCapital(prose, comma - 1) &&
    isCapital(prose, next) &&
    (prose.words[comma + 1] === 'and' || prose.words[next + 1] === ',' || prose.words[next + 1] === 'and')
  )
}

function isReportVerbUsedAsNoun(words: readonly string[], at: number): boolean {
  return determiners.has(words[at - 1] ?? '') || prepositions.has(words[at - 1] ?? '')
}

/** A cue begins with its auxiliary ("has said"), but not with an adverb alone ("later said" keeps "said"). */
function keepAuxiliaries(words: readonly string[], from: number, verb: number): number {
  for (let at = from; at < verb; at++) if (auxiliaries.has(words[at] ?? '')) return at
  return from
}
