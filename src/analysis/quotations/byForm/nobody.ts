import { isSpeech } from '../act'
import { kindOf } from '../kind'
import { partsOfSpeech } from '../model/partsOfSpeech'
import type { QuotationModelInput } from '../model/quotationModelInput'
import type { Range } from '../sources'
import { adverbial, auxiliaries } from '../words'
import type { Said } from './said'

const verbs: ReadonlySet<number> = new Set([partsOfSpeech.indexOf('VERB'), partsOfSpeech.indexOf('AUX')])
const fewestWithoutSource = 4
/** What is left of a cue that was cut at its noun. */
const articles = new Set(['a', 'an', 'the'])

/** True of what is done, told of or mentioned, and reports nobody's words or thoughts. */
export function isNobodys(input: QuotationModelInput, said: Said): boolean {
  const { prose } = input
  const { content, cue, source } = said
  if (!cue || kindOf(prose, content) === 'direct') return false
  const words = prose.words.slice(cue.from, cue.to)
  const verb = words.at(-1)!
  const isMixed = kindOf(prose, content) === 'mixed'
  if (isAuxiliary(words) || words.every((word) => articles.has(word))) return true
  if (!words.some(isSpeech) && namesWord(input, content)) return true
  if (appointing.has(verb) && !content.some((piece) => hasVerb(input, piece))) return true
  // "known as 'the Hammer'": what somebody is called.
  if (source === null && words.includes('known') && words.at(-1) === 'as') return true
  if (isMixed) return false
  if (isAskedFor(input, said)) return true
  return (
    isOpeningClause(input, said) ||
    (source === null && length(content) < fewestWithoutSource && content[0]!.to <= cue.from) ||
    (content[0]!.from === cue.to && isDone(input, verb, content[0]!))
  )
}

/** "must", "was", "will be" tell nothing by themselves; "'s" may be somebody's word for it. */
function isAuxiliary(words: readonly string[]): boolean {
  return (
    words.every((word) => auxiliaries.has(word) || word === 'to' || adverbial(word)) &&
    words.some((word) => /^\p{L}+$/u.test(word) && !adverbial(word)) &&
    // "supply", "rely"
    !/(?:[pf]l|rel)y$/.test(words.at(-1)!)
  )
}

/** "What did your father say?" */
function isAskedFor({ prose: { words, units }, unitOf }: QuotationModelInput, { content, cue }: Said): boolean {
  const [first] = content
  if (!first || length(content) > 1 || first.to > cue!.from || !questionWords.has(words[first.from]!)) return false
  return words[units[unitOf[first.from] as number]!.to - 1] === '?'
}

/** "After Hall left the council, Vinder reported": when it was, and not what was reported. */
function isOpeningClause({ prose: { words } }: QuotationModelInput, { content, cue }: Said): boolean {
  const [first] = content
  if (content.length !== 1 || !first || first.to > cue!.from || !subordinators.has(words[first.from]!)) return false
  return !words.slice(first.from, first.to).includes(',')
}

/** "claimed bronze", "announced herself", "promised much": no clause, and nothing that anybody said. */
function isDone(input: QuotationModelInput, verb: string, content: Range): boolean {
  const { words } = input.prose
  const first = words[content.from]!
  if (/^(?:announc|assert)/.test(verb) && /^(?:him|her|it|them)sel(?:f|ves)$/.test(first)) return true
  if (/^promis/.test(verb)) return /^(?:much|little|more|so)$/.test(first) && words[content.from + 1] !== 'money'
  if (!/^claim/.test(verb) || declared.has(words[content.from]!)) return false
  return !hasVerb(input, { from: content.from, to: clauseEnd(input, content) })
}

function clauseEnd({ prose: { words } }: QuotationModelInput, { from, to }: Range): number {
  let at = from
  while (at < to && !subordinators.has(words[at]!) && words[at] !== 'who' && words[at] !== 'which') at++
  return at
}

/** "The word “resilience” appears": the marks show a word. */
function namesWord(
  { prose: { words, quotations, quotationOf } }: QuotationModelInput,
  content: readonly Range[]
): boolean {
  return content.some(({ from, to }) => {
    for (let at = from; at < to; at++) {
      const quotation = quotations[quotationOf[at] as number]
      if (quotation?.firstToken === at && shownWords.has(words[at - 1] ?? '')) return true
    }
    return false
  })
}

function hasVerb({ pos }: QuotationModelInput, { from, to }: Range): boolean {
  return pos.subarray(from, to).some((tag) => verbs.has(tag))
}

function length(content: readonly Range[]): number {
  return content.reduce((sum, { from, to }) => sum + to - from, 0)
}

/** What is claimed by saying so. */
const declared = new Set(
  'responsibility credit innocence ownership sovereignty authorship immunity self-defence self-defense'.split(' ')
)
const questionWords = new Set('what which who whom how'.split(' '))
const subordinators = new Set('after when before since while as although though once until'.split(' '))
const shownWords = new Set('word words term terms phrase phrases letter letters syllable verb noun name'.split(' '))
const appointing = new Set('named hired appointed elected nominated crowned awarded'.split(' '))
