import type { QuotationModelInput } from './quotationModelInput'
import { wordHash } from './tokenTable'
import { formsIn, joinedForm, joinsTo, verbForm } from './verbForms'

/** Token ranges, half open: a cue and the stretch around it in which its source and content are looked for. */
export interface CueWindow {
  readonly cueFrom: number
  readonly cueTo: number
  readonly from: number
  readonly to: number
}

/** What lies between the cue and each token of the window; filled anew for each cue, indexed from the window's start. */
export interface Betweens {
  units: Uint8Array
  /** Commas, verbs, openers, units and cues in one small number. */
  path: Int32Array
  /** What the rule that found the cue says of the token: 1 and 2 begin and inside of the source, 3 and 4 of the content. */
  ruleRole: Uint8Array
  /** What the verb joined on at a token after the cue goes with, see `joinsTo`, and what those before it in the sentence did: see `measureJoins`. */
  joins: Uint8Array
  joined: Uint8Array
  /** The words and fine tags of the window itself, with two that stand for what lies before it and two for what lies after. */
  words: Int32Array
  tags: Uint8Array
}

/** How much further on in `Betweens.words` and `tags` a token is than in the window. */
export const margin = 2

export function betweens(length = 1024): Betweens {
  return {
    units: new Uint8Array(length),
    path: new Int32Array(length),
    ruleRole: new Uint8Array(length),
    joins: new Uint8Array(length),
    joined: new Uint8Array(length),
    words: new Int32Array(length + 2 * margin),
    tags: new Uint8Array(length + 2 * margin)
  }
}

const comma = wordHash(',')
const openers = new Set(
  [
    'that',
    'which',
    'who',
    'what',
    'when',
    'while',
    'if',
    'because',
    'but',
    'and',
    'as',
    'where',
    'whether',
    'after',
    'before',
    'although',
    'though',
    'since',
    'until',
    'how',
    'why',
    ';',
    ':',
    '\u2014',
    '\u2013',
    '--',
    '-',
    '(',
    ')'
  ].map(wordHash)
)
const verb = 2
const auxiliary = 3
const conjunction = 10

/** Fills `into` for the window of a cue. `otherCues` marks the tokens of all cues: 1 where one begins, 2 inside. */
export function measure(
  input: QuotationModelInput,
  { cueFrom, cueTo, from, to }: CueWindow,
  otherCues: Uint8Array,
  into: Betweens
): void {
  if (into.path.length < to - from) Object.assign(into, betweens((to - from) * 2))
  const { word, pos, fine, unitOf } = input
  const end = to - from + margin
  into.words.fill(1, 0, margin)
  into.tags.fill(16, 0, margin)
  into.words.set(word.subarray(from, to), margin)
  into.tags.set(fine.subarray(from, to), margin)
  into.words.fill(2, end, end + margin)
  into.tags.fill(17, end, end + margin)
  const sweep = (start: number, stop: number, step: 1 | -1) => {
    let commas = 0
    let verbs = 0
    let clauses = 0
    let units = 0
    let cues = 0
    for (let at = start; step > 0 ? at < stop : at > stop; at += step) {
      const index = at - from
      if (at !== start && unitOf[at] !== unitOf[at - step]) units++
      into.units[index] = units
      into.path[index] =
        Math.min(commas, 3) |
        (Math.min(verbs, 3) << 2) |
        (Math.min(clauses, 3) << 4) |
        (Math.min(units, 3) << 6) |
        (Math.min(cues, 2) << 8)
      if (word[at] === comma) commas++
      if (openers.has(word[at] as number)) clauses++
      if (pos[at] === verb || (pos[at] === auxiliary && pos[at - step] !== verb && pos[at - step] !== auxiliary))
        verbs++
      if (otherCues[at] === 1) cues++
    }
  }
  sweep(cueFrom - 1, from - 1, -1)
  sweep(cueTo, to, 1)
  measureJoins(input, { cueFrom, cueTo, from, to }, into)
}

/** More than any value of `joinsTo`. */
const furtherJoin = 4

/** Of the cue's sentence after the cue. What is joined on goes with the cue or with a verb between the two; the first join counts, and whether there were more. */
function measureJoins(
  input: QuotationModelInput,
  { cueFrom, cueTo, from, to }: CueWindow,
  { joins, joined }: Betweens
): void {
  const { form, pos, unitOf, words } = input
  joins.fill(0, 0, to - from)
  joined.fill(0, 0, to - from)
  const ofCue = formsIn(form, cueFrom, cueTo)
  const unit = unitOf[cueFrom]
  let between = 0
  let first = 0
  let further = 0
  for (let at = cueTo; at < to && unitOf[at] === unit; at++) {
    if (between !== 0 && (pos[at] === conjunction || words[at] === ',')) {
      const join = joinsTo(joinedForm(input, form, at, to), ofCue, between)
      if (join > 0) {
        joins[at - from] = join
        if (first > 0) further = furtherJoin
        else first = join
      }
    }
    joined[at - from] = first + further
    if (form[at] !== verbForm.none) between |= 1 << (form[at] as number)
  }
}
