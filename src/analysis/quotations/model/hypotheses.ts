import type { RuleFinding } from '../byRules'
import { cleanSource, isInRelativeClause } from '../cleanSource'
import { cleanContent } from '../cleaning'
import { meets } from '../ranges'
import type { Range } from '../sources'
import { partsOfSpeech } from './partsOfSpeech'
import type { FoundCue } from './candidates'
import type { QuotationModelInput } from './quotationModelInput'
import type { RoleHypotheses } from './roleHypotheses'
import { sayingDays } from '../words'

/** An attribution that may be: one cue with its source and one of the contents that it may have. Ranges of tokens. */
export interface Hypothesis {
  readonly cue: FoundCue
  readonly source: Range | null
  readonly content: readonly Range[]
  /** What the role model makes of the source and of this content; 0 of a content that only a rule proposes. */
  readonly sourceProbability: number
  readonly contentProbability: number
  /** The most that it makes of any content of this cue. */
  readonly bestProbability: number
  /** The model's own first choice. */
  readonly chosen: boolean
  readonly finding: RuleFinding | null
  /** The rule's own content, or its source. */
  readonly ruleContent: boolean
  readonly ruleSource: boolean
}

const subordinator = partsOfSpeech.indexOf('SCONJ')
const verb = partsOfSpeech.indexOf('VERB')
const auxiliary = partsOfSpeech.indexOf('AUX')

/**
 * All that one cue may report, without doubles; contents that are empty, run over their own cue or source, or lack the clause
 * that the cue must have are left out. Of a rule that decides it is what the rule found alone.
 */
export function hypothesesOf(
  input: QuotationModelInput,
  { cue, source, sourceProbability, contents }: RoleHypotheses
): readonly Hypothesis[] {
  const finding = findingAt(input, cue)
  const byRule = finding?.finding.source ?? null
  const decided = finding?.rule.decides === true
  const isMisread = source !== null && isSayingDay(input, source)
  const takesRules =
    source === null || decided || isMisread || (byRule !== null && isInRelativeClause(input, source, byRule))
  const taken = takesRules ? byRule : source
  const first = taken && cleanSource(input, taken)
  const read = decided || isMisread ? first : cue.read ? cue.read.source && cleanSource(input, cue.read.source) : first
  const sources = sameRange(read, first) ? [first] : [first, read]
  const bestProbability = contents.reduce(
    (most, { probability, pieces }) => (pieces.length > 0 ? Math.max(most, probability) : most),
    0
  )
  const found = new Map<string, Hypothesis>()
  const add = (
    from: Range | null,
    pieces: readonly Range[],
    contentProbability: number,
    chosen: boolean,
    ruleContent: boolean
  ) => {
    const content = ruleContent && finding?.rule.isWhole ? pieces : cleanContent(input, cue, from, pieces)
    if (
      content.length === 0 ||
      content.some((range) => meets(range, cue) || (from !== null && meets(range, from))) ||
      lacksClause(input, cue, content)
    )
      return
    const key = [...(from ? [from] : []), ...content].map((range) => `${range.from}-${range.to}`).join(' ')
    const known = found.get(key)
    found.set(key, {
      cue,
      source: from,
      content,
      sourceProbability: from === first ? sourceProbability : 0,
      contentProbability: known ? Math.max(known.contentProbability, contentProbability) : contentProbability,
      bestProbability,
      chosen: chosen || known?.chosen === true,
      finding,
      ruleContent: ruleContent || known?.ruleContent === true,
      ruleSource: byRule !== null && from !== null && meets(byRule, from)
    })
  }
  for (const from of sources) {
    if (!decided) {
      contents.forEach(({ pieces, probability }, index) => {
        add(from, pieces, probability, index === 0, false)
      })
      for (const pieces of cue.read?.contents ?? []) add(from, pieces, 0, false, false)
    }
    if (finding) add(from, finding.finding.content, 0, false, true)
  }
  return [...found.values()]
}

function sameRange(one: Range | null, other: Range | null): boolean {
  return one?.from === other?.from && one?.to === other?.to
}

/**
 * What follows "that" is a clause, and who adds a thing but no clause or quotation says nothing: without a finite verb the
 * content was cut in the wrong place, or is none.
 */
function lacksClause(
  { prose: { words, quotationOf }, pos }: QuotationModelInput,
  cue: Range,
  content: readonly Range[]
): boolean {
  const [first] = content
  const afterThat = first?.from === cue.to && words[first.from] === 'that' && pos[first.from] === subordinator
  const adds = /^add(?:s|ed|ing)?$/.test(words[cue.to - 1] ?? '')
  if (!afterThat && !adds) return false
  return !content.some(({ from, to }) => {
    for (let at = from; at < to; at++) {
      if (adds && (quotationOf[at] as number) >= 0) return true
      if ((pos[at] === verb || pos[at] === auxiliary) && words[at - 1] !== 'to') return true
    }
    return false
  })
}

function findingAt({ ruleFindings, ruleFindingOf }: QuotationModelInput, { from, to }: Range): RuleFinding | null {
  for (let at = to - 1; at >= from; at--) {
    const finding = ruleFindings[ruleFindingOf[at] as number]
    if (finding) return finding
  }
  return null
}

/** "…, a subsidiary, today announced": no source. */
function isSayingDay({ words }: QuotationModelInput, { from, to }: Range): boolean {
  return to - from === 1 && sayingDays.has(words[from]!)
}
