import type { FoundCue } from './model/findCues'
import type { FoundRoles } from './model/findRoles'
import { partsOfSpeech } from './model/partsOfSpeech'
import type { Reading } from './model/reading'
import type { RuleFinding } from './byRules'
import { trimmed } from './contents'
import { withFollowingQuotes } from './following'
import type { Prose } from './prose'
import type { Range } from './sources'
import { hearerVerbs } from './words'

/** What the models found, with the rule that knows the same cue, or a rule's finding that stands by itself. */
export interface Combined {
  readonly roles: FoundRoles
  readonly rule: string
}

/** In the steps of `Reading.lexicon`: the word stands in a cue in more than four of five uses. */
const sureCue = 7

/**
 * The models decide; the rules fill what they leave open. A rule's finding without a cue of the models near it stands
 * when its word is nearly always a cue (or the rule needs no verb), and a rule's source stands where the models found none.
 */
export function combine(reading: Reading, found: readonly FoundRoles[]): readonly Combined[] {
  const { ruleFindings, ruleFindingOf, lexicon } = reading
  const taken = new Set<number>()
  const combined: Combined[] = found.map((roles) => {
    let finding: RuleFinding | undefined
    for (let at = roles.cue.from; at < roles.cue.to; at++) {
      const index = ruleFindingOf[at] as number
      if (index < 0) continue
      taken.add(index)
      finding = ruleFindings[index]
    }
    const ruleSource = finding?.finding.source ?? null
    const source = roles.source === null || ruleSource && isInRelativeClause(reading, roles.source, ruleSource) ? ruleSource : roles.source
    const content = finding && (isFragment(reading, roles) || isEntangled(roles, source)) ? finding.finding.content : roles.content
    return { roles: { ...roles, source: source && tidySource(reading, source), content: tidy(reading, wholeQuotations(reading, roles.cue, withoutHearer(reading, roles.cue, content))) }, rule: finding?.rule.name ?? 'trained' }
  })
  ruleFindings.forEach(({ finding: { cue, source, content, verb }, rule }, index) => {
    if (taken.has(index) || rule.needsVerb && ((lexicon[verb] as number) < sureCue || !isClause(reading, content))) return
    combined.push({ roles: { cue: { ...cue, probability: rule.confidence }, source, content, probability: 1 }, rule: rule.name })
  })
  return combined.filter(({ roles: { cue, content, source } }) => !breaksOut(reading, cue, content) && !isNestedStray(reading, cue, source))
}

function isNestedStray({ prose: { quotationOf } }: Reading, cue: Range, source: Range | null): boolean {
  return source === null && (quotationOf[cue.from] as number) >= 0
}

/** True when the cue is a word of somebody's direct speech and its content lies outside of it: no speaker reports across their own closing mark. */
function breaksOut({ prose: { quotations, quotationOf } }: Reading, cue: Range, content: readonly Range[]): boolean {
  const inside = quotationOf[cue.from] as number
  const quotation = quotations[inside]
  // A quoted cue by itself (`He "vowed" to go`) is the writer's own sentence.
  if (!quotation || quotation.endToken - quotation.firstToken <= cue.to - cue.from + 2) return false
  return content.some(({ from, to }) => quotationOf[from] !== inside || quotationOf[to - 1] !== inside)
}

/** A piece that lies in a quotation whose cue stands outside of it is all of that quotation, whatever part of it the model took. */
function wholeQuotations({ prose: { quotations, quotationOf } }: Reading, cue: Range, content: readonly Range[]): readonly Range[] {
  return content.map(({ from, to }, index) => {
    const inside = quotationOf[from] as number
    const quotation = quotations[inside]
    const before = content[index - 1]
    if (!quotation || quotationOf[to - 1] !== inside || quotationOf[cue.from] === inside || before && before.to > quotation.firstToken) return { from, to }
    const after = content[index + 1]
    return { from: quotation.firstToken, to: after && after.from < quotation.endToken ? to : quotation.closed ? quotation.endToken : to }
  })
}

/** Tokens at most between a cue and its content: "told the members of the county court: ..." */
const longestHearer = 12

/** Who was told is no content: after "told the board: ..." it begins at the mark, after "reminded voters that" at "that". */
function withoutHearer({ prose, pos }: Reading, cue: FoundCue, content: readonly Range[]): readonly Range[] {
  const { words, quotationOf, quotations } = prose
  const hears = hearerVerbs.has(words[cue.to - 1] ?? '')
  return content.map((range) => {
    if (range.from !== cue.to) return range
    const stop = Math.min(range.to - 1, range.from + longestHearer)
    for (let at = range.from; at < stop && quotationOf[at] === -1; at++) {
      if (pos[at] === verbTag || pos[at] === auxiliaryTag) return range
      const opens = quotations[quotationOf[at + 1] as number]?.firstToken === at + 1
      if (opens && (words[at] === ':' || hears && words[at] === ',')) return { from: at + 1, to: range.to }
      if (hears && at > range.from && words[at] === 'that') return { from: at, to: range.to }
    }
    return range
  })
}

/** Marks at the edges do not belong to a content, unless they stand in quotation marks; a quotation that stays open goes on in the next paragraph. */
function tidy(reading: Reading, content: readonly Range[]): readonly Range[] {
  const { prose, unitOf } = reading
  const pieces = content.flatMap((range) => byParagraph(reading, range)).map(({ from, to }) => trimmed(prose, from, withoutForeignMark(prose, from, to))).filter((piece) => piece !== null)
  const last = pieces.at(-1)
  const unit = last && prose.units[unitOf[last.from] as number]
  if (!last || !unit || prose.quotations[prose.quotationOf[last.to - 1] as number]?.closed !== false) return pieces
  return withFollowingQuotes(prose, pieces, unit)
}

/** A piece lies in one paragraph. */
function byParagraph({ prose: { units }, unitOf }: Reading, { from, to }: Range): readonly Range[] {
  const pieces: Range[] = []
  let start = from
  for (let index = (unitOf[from] as number) + 1; index < units.length; index++) {
    const unit = units[index]
    if (!unit || unit.from >= to) break
    if (unit.from <= start || unit.paragraph === units[index - 1]?.paragraph) continue
    pieces.push({ from: start, to: unit.from })
    start = unit.from
  }
  return [...pieces, { from: start, to }]
}

/** The mark that closes a quotation begun before the piece is not the piece's own, nor is the point before it. */
function withoutForeignMark({ quotations, quotationOf, words }: Prose, from: number, end: number): number {
  const quotation = quotations[quotationOf[end - 1] as number]
  if (!quotation?.closed || quotation.endToken !== end || quotation.firstToken >= from) return end
  const to = end - 1
  return /^[.,;!?]$/.test(words[to - 1] ?? '') ? to - 1 : to
}

/** "the witness, who": the pronoun begins a clause about the source, whose end is elsewhere. */
function tidySource({ prose }: Reading, { from, to }: Range): Range {
  let end = to - from > 2 && prose.words[to - 1] === 'who' && prose.words[to - 2] === ',' ? to - 2 : to
  while (end - from > 1 && /^[.;:!?\u25a0]$/.test(prose.words[end - 1] ?? '')) end--
  return { from, to: end }
}

/**
 * Before the source, words in marks that go on a sentence begun outside of them (`Talks "go nowhere," he said.`), or a
 * clause with "that", are only the end of the content.
 */
function isFragment({ prose }: Reading, { content, source, cue }: FoundRoles): boolean {
  const [first] = content
  if (!first || !source || first.from > Math.min(cue.from, source.from)) return false
  const quotation = prose.quotations[prose.quotationOf[first.from] as number]
  const next = prose.article.tokens[first.from + 1]
  if (prose.words[first.from] === 'that') return true
  return quotation?.firstToken === first.from && next !== undefined && /^\p{Ll}/u.test(next.text)
}

/** "The envoy, who met the minister, said": the minister stands in a clause about the source. */
function isInRelativeClause({ prose }: Reading, found: Range, ruleSource: Range): boolean {
  return found.from > ruleSource.to && prose.words[ruleSource.to] === ',' && prose.words[ruleSource.to + 1] === 'who'
}

/** Nothing says itself: a content that runs over its own cue or source is none. */
function isEntangled({ content, cue }: FoundRoles, source: Range | null): boolean {
  return content.some((range) => meets(range, cue) || source !== null && meets(range, source))
}

function meets(a: Range, b: Range): boolean {
  return a.from < b.to && b.from < a.to
}

/** True of a content with words in marks or a verb; "pressure to the talks" is no report. */
function isClause({ prose, pos }: Reading, content: readonly Range[]): boolean {
  return content.some(({ from, to }) => {
    for (let at = from; at < to; at++) if ((prose.quotationOf[at] as number) >= 0 || pos[at] === verbTag || pos[at] === auxiliaryTag) return true
    return false
  })
}

const verbTag = partsOfSpeech.indexOf('VERB')
const auxiliaryTag = partsOfSpeech.indexOf('AUX')
