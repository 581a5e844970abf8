import type { Steps } from '../../../util/steps'
import type { Lexicon } from '../../entities/tagger/lexicon'
import { findByRules, ruleNames, type RuleFinding } from '../byRules'
import type { Prose } from '../prose'
import { tagPartsOfSpeech, type PartOfSpeechModel } from './partsOfSpeech'
import { fineTags } from './fineTags'
import { tokenTable, wordHash, type TokenTable } from './tokenTable'
import { verbForms } from './verbForms'

/** What the cue and the role model know of an article before they decide. Arrays are indexed like `article.tokens`. */
export interface QuotationModelInput extends TokenTable {
  readonly prose: Prose
  /** `prose.words`. */
  readonly words: readonly string[]
  readonly pos: Uint8Array
  /** The forms of verbs, see `verbForm`, and parts of speech told apart further, see `fineTags`. */
  readonly form: Uint8Array
  readonly fine: Uint8Array
  /** Quotation marks: 0 outside, 1 opening, 2 inside, 3 closing, 4 right after one, 5 right before one. */
  readonly marks: Uint8Array
  /** How often the word stands in a cue, in eight steps. */
  readonly lexicon: Uint8Array
  /** The nearest words likely to be a cue in the same unit, as hashes, and how far they are, in steps. */
  readonly cueBefore: Int32Array
  readonly cueAfter: Int32Array
  readonly cueBeforeDistance: Uint8Array
  readonly cueAfterDistance: Uint8Array
  /** How far the nearest end of a quotation before and the nearest start of one after are, in steps; 0 for none in the unit. */
  readonly quoteBefore: Uint8Array
  readonly quoteAfter: Uint8Array
  /** Of the unit: has a quotation (1), is all quotation (2), ends with a colon (4), first of its paragraph (8), title or heading (16). */
  readonly unitFlags: Uint8Array
  readonly unitOf: Int32Array
  /** What the rules make of the token: 0 nothing, else twice the number of the rule whose cue begins here, plus one inside of it. */
  readonly ruleCue: Uint8Array
  /** For each token in a rule's cue that finding, an index of `ruleFindings`, or -1. */
  readonly ruleFindingOf: Int32Array
  readonly ruleFindings: readonly RuleFinding[]
  readonly clusterFine: Uint16Array
  readonly clusterCoarse: Uint8Array
}

const comma = wordHash(',')

/** Steps of distance: exact while near, then wider. */
export function distanceStep(distance: number): number {
  if (distance <= 6) return distance
  if (distance <= 8) return 7
  if (distance <= 11) return 8
  if (distance <= 15) return 9
  if (distance <= 20) return 10
  if (distance <= 30) return 11
  if (distance <= 50) return 12
  return 13
}

export function* quotationModelInput(
  prose: Prose,
  model: PartOfSpeechModel,
  lexiconOf: ReadonlyMap<number, number>,
  words: Lexicon
): Steps<QuotationModelInput> {
  const { article, words: text, quotationOf, quotations, units } = prose
  const table = tokenTable(article.tokens)
  yield
  const { size, word } = table
  const pos = yield* tagPartsOfSpeech(table, model)
  const form = verbForms({ words: text, pos })
  yield
  const fine = fineTags({ words: text, pos }, form)
  yield
  const marks = new Uint8Array(size)
  for (const { firstToken, endToken } of quotations) {
    marks.fill(2, firstToken, endToken)
    marks[firstToken] = 1
    marks[endToken - 1] = 3
  }
  const lexicon = new Uint8Array(size)
  const clusterFine = new Uint16Array(size)
  const clusterCoarse = new Uint8Array(size)
  for (let at = 0; at < size; at++) {
    const hash = word[at] as number
    lexicon[at] = lexiconOf.get(hash) ?? 0
    const row = words.row(hash)
    clusterFine[at] = words.cluster[row] as number
    clusterCoarse[at] = words.kind[row] as number
    if (marks[at] === 0) {
      if (at > 0 && marks[at - 1] === 3) marks[at] = word[at] === comma ? 6 : 4
      else if (at > 1 && marks[at - 1] === 6) marks[at] = 4
      else if (at + 1 < size && (quotationOf[at + 1] as number) >= 0) marks[at] = 5
    }
  }
  yield
  const cueBefore = new Int32Array(size)
  const cueAfter = new Int32Array(size)
  const cueBeforeDistance = new Uint8Array(size)
  const cueAfterDistance = new Uint8Array(size)
  const quoteBefore = new Uint8Array(size)
  const quoteAfter = new Uint8Array(size)
  const unitFlags = new Uint8Array(size)
  const unitOf = new Int32Array(size).fill(-1)
  let paragraph = -1
  for (const unit of units) {
    const { from, to } = unit
    let quoted = 0
    let cue = -1
    let quote = -1
    for (let at = from; at < to; at++) {
      if ((quotationOf[at] as number) >= 0) quoted++
      if (cue >= 0) {
        cueBefore[at] = word[cue] as number
        cueBeforeDistance[at] = distanceStep(at - cue)
      }
      if (quote >= 0) quoteBefore[at] = distanceStep(at - quote)
      if ((lexicon[at] as number) >= likelyCue) cue = at
      if (marks[at] === 3) quote = at
    }
    cue = -1
    quote = -1
    for (let at = to - 1; at >= from; at--) {
      if (cue >= 0) {
        cueAfter[at] = word[cue] as number
        cueAfterDistance[at] = distanceStep(cue - at)
      }
      if (quote >= 0) quoteAfter[at] = distanceStep(quote - at)
      if ((lexicon[at] as number) >= likelyCue) cue = at
      if (marks[at] === 1) quote = at
    }
    const role = article.paragraphs[unit.paragraph]?.role
    const flags =
      (quoted > 0 ? 1 : 0) |
      (quoted >= to - from - 1 && quoted > 0 ? 2 : 0) |
      (article.tokens[to - 1]?.text === ':' ? 4 : 0) |
      (unit.paragraph !== paragraph ? 8 : 0) |
      (role === 'title' || role === 'heading' ? 16 : 0)
    paragraph = unit.paragraph
    unitFlags.fill(flags, from, to)
    unitOf.fill(unit.index, from, to)
  }
  const ruleCue = new Uint8Array(size)
  const ruleFindingOf = new Int32Array(size).fill(-1)
  yield
  const ruleFindings = yield* findByRules(prose)
  ruleFindings.forEach(({ finding: { cue }, rule }, index) => {
    const number = 2 + ruleNames.indexOf(rule.name) * 2
    ruleCue.fill(number + 1, cue.from, cue.to)
    ruleCue[cue.from] = number
    ruleFindingOf.fill(index, cue.from, cue.to)
  })
  return {
    ...table,
    prose,
    words: text,
    form,
    fine,
    ruleCue,
    ruleFindingOf,
    ruleFindings,
    pos,
    marks,
    lexicon,
    cueBefore,
    cueAfter,
    cueBeforeDistance,
    cueAfterDistance,
    quoteBefore,
    quoteAfter,
    unitFlags,
    unitOf,
    clusterFine,
    clusterCoarse
  }
}

/** From this step on a word is likely enough a cue to be named to its neighbours. */
const likelyCue = 5
