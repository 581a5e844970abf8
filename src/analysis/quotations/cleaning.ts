import { flatMapped, mapped } from '../../util/mapped'
import type { FoundCue } from './model/candidates'
import { partsOfSpeech } from './model/partsOfSpeech'
import type { QuotationModelInput } from './model/quotationModelInput'
import { trimmed } from './contents'
import { withFollowingQuotes } from './following'
import { mainVerbBehind } from './mainClause'
import type { Prose } from './prose'
import { meets } from './ranges'
import type { Range } from './sources'
import { hearerVerbs } from './words'

/** The pieces of a content as an annotator would mark them: quotations whole, without the hearer or what the source goes on to report, without marks at the edges, each in one paragraph. */
export function cleanContent(
  input: QuotationModelInput,
  cue: FoundCue,
  source: Range | null,
  content: readonly Range[]
): readonly Range[] {
  const heard = withoutRelative(input, source, withoutHearer(input, cue, content))
  const reported = withoutOwnWords(input, cue, source, withoutNextReport(input, cue, source, heard))
  const parts = flatMapped(reported, (range) => byParagraph(input, range)).filter((part) => !isAboutText(input, part))
  const whole = mapped(wholeQuotations(input, cue, parts), (piece) =>
    withinSentence(input, cue, withoutCircumstances(input, piece))
  )
  return tidy(input, withRestOfParagraph(input, cue, whole))
}

/** `"It is late," she said. "Go home."`: the sentences of the paragraph that are nothing but quotation go on with the same quote, in 96 % of annotated ones. */
function withRestOfParagraph(
  { prose, unitOf }: QuotationModelInput,
  cue: Range,
  content: readonly Range[]
): readonly Range[] {
  const [first] = content
  const unit = prose.units[unitOf[cue.from] as number]
  if (
    !first ||
    !unit ||
    first.from >= cue.from ||
    prose.quotations[prose.quotationOf[first.from] as number]?.firstToken !== first.from
  )
    return content
  const ofSentence = content.filter(({ from }) => from < unit.to)
  const whole = withFollowingQuotes(prose, ofSentence, unit)
  const { to } = whole[whole.length - 1] as Range
  return whole.length > ofSentence.length ? [...whole, ...content.filter(({ from }) => from >= to)] : content
}

/**
 * "She stressed the risk, saying it had grown": with "saying" the source reports something else. Nine of ten such contents of
 * annotated articles end at the comma, and all of those whose "saying" is annotated as a cue itself.
 */
function withoutNextReport(
  { ruleFindings, ruleFindingOf }: QuotationModelInput,
  cue: Range,
  source: Range | null,
  content: readonly Range[]
): readonly Range[] {
  if (source === null) return content
  return mapped(content, ({ from, to }) => {
    for (let at = Math.max(from + 1, cue.to); at < to; at++) {
      const next = ruleFindings[ruleFindingOf[at] as number]
      if (
        next?.rule.name === 'participle' &&
        next.finding.cue.from === at &&
        next.finding.source !== null &&
        meets(next.finding.source, source)
      )
        return { from, to: at }
    }
    return { from, to }
  })
}

/** True when the cue is a word of somebody's direct speech and its content lies outside of it: no speaker reports across their own closing mark. */
export function breaksOut(
  { prose: { quotations, quotationOf } }: QuotationModelInput,
  cue: Range,
  content: readonly Range[]
): boolean {
  const inside = quotationOf[cue.from] as number
  const quotation = quotations[inside]
  // A quoted cue by itself (`He "vowed" to go`) is the writer's own sentence.
  if (!quotation || quotation.endToken - quotation.firstToken <= cue.to - cue.from + 2) return false
  return content.some(({ from, to }) => quotationOf[from] !== inside || quotationOf[to - 1] !== inside)
}

/** A piece that lies in a quotation whose cue stands outside of it is all of that quotation, whatever part of it the model took. */
function wholeQuotations(
  { prose: { quotations, quotationOf } }: QuotationModelInput,
  cue: Range,
  content: readonly Range[]
): readonly Range[] {
  return mapped(content, ({ from, to }, index) => {
    const inside = quotationOf[from] as number
    const quotation = quotations[inside]
    const before = content[index - 1]
    if (
      !quotation ||
      quotationOf[to - 1] !== inside ||
      quotationOf[cue.from] === inside ||
      (before && before.to > quotation.firstToken)
    )
      return { from, to }
    const after = content[index + 1]
    // One that stays open is whole where the next paragraph opens again.
    const isWhole = quotation.closed || quotations[inside + 1]?.firstToken === quotation.endToken
    return {
      from: quotation.firstToken,
      to: isWhole && !(after && after.from < quotation.endToken) ? quotation.endToken : to
    }
  })
}

/**
 * What is told beside the words is no content: `"It is late," when the whistle blew` and `"Look out!" right before it fell` end
 * at the mark, and so does a whole clause with a comma at its end: `"the worst day of my life," and then she wept`.
 */
function withoutCircumstances({ prose, pos }: QuotationModelInput, { from, to }: Range): Range {
  const { quotations, quotationOf, words } = prose
  const opening = words[from] === 'that' ? from + 1 : from
  const quotation = quotations[quotationOf[opening] as number]
  if (!quotation?.closed || quotation.firstToken !== opening || quotation.endToken >= to) return { from, to }
  const { endToken } = quotation
  for (let at = endToken; at < to; at++) if ((quotationOf[at] as number) >= 0) return { from, to }
  const mark = words[endToken - 2] ?? ''
  const isClause = pos.subarray(opening, endToken).some((tag) => tag === verbTag || tag === auxiliaryTag)
  let next = endToken
  while (next < endToken + mostAdverbs && justBefore.has(words[next] ?? '')) next++
  const ends = circumstances.has(words[next] ?? '')
    ? isClause || /^[,.!?]$/.test(mark)
    : isClause && /^[,.!?]$/.test(mark)
  return { from, to: ends ? endToken : to }
}

/** "She said that the ferry would sail. The pier is closed": what is reported without marks, behind its cue, ends with the cue's sentence. */
function withinSentence({ prose, unitOf }: QuotationModelInput, cue: Range, piece: Range): Range {
  const { units, words, quotationOf } = prose
  const unit = units[unitOf[cue.from] as number]
  if (!unit || piece.from < cue.to || piece.from >= unit.to || piece.to <= unit.to) return piece
  if (words[piece.from - 1] === ':' || words[piece.from] === ':') return piece
  for (let at = piece.from; at < piece.to; at++) if ((quotationOf[at] as number) >= 0) return piece
  // "That the pier was closed. That nobody cared." goes on.
  let last = unit
  for (
    let next = units[last.index + 1];
    next && next.from < piece.to && words[next.from] === 'that';
    next = units[last.index + 1]
  )
    last = next
  return { from: piece.from, to: Math.min(piece.to, last.to) }
}

/** Who was told is no content: after "told the board: ..." it begins at the mark, after "reminded voters that" at "that". */
function withoutHearer(
  { prose, pos }: QuotationModelInput,
  cue: FoundCue,
  content: readonly Range[]
): readonly Range[] {
  const { words, quotationOf, quotations } = prose
  const hears = hearerVerbs.has(words[cue.to - 1] ?? '')
  return mapped(content, (range) => {
    if (range.from !== cue.to) return range
    const stop = Math.min(range.to - 1, range.from + longestHearer)
    for (let at = range.from; at < stop && quotationOf[at] === -1; at++) {
      if (pos[at] === verbTag || pos[at] === auxiliaryTag) return range
      const opens = quotations[quotationOf[at + 1] as number]?.firstToken === at + 1
      if (opens && (words[at] === ':' || (hears && words[at] === ','))) return { from: at + 1, to: range.to }
      if (hears && at > range.from && words[at] === 'that') return { from: at, to: range.to }
    }
    return range
  })
}

/** "According to the report, which was printed in May, the pier is closed": what stands behind the source's own clause. */
function withoutRelative(
  { prose: { words }, pos }: QuotationModelInput,
  source: Range | null,
  content: readonly Range[]
): readonly Range[] {
  const [first, ...rest] = content
  if (!source || !first || words[source.to] !== ',') return content
  const opening = words[first.from] === ',' ? first.from + 1 : first.from
  if (opening !== source.to + 1 || !/^(?:wh(?:ich|o|ose))$/.test(words[opening] ?? '')) return content
  let comma = opening
  while (comma < first.to && words[comma] !== ',') comma++
  const isClause = (from: number, to: number) =>
    pos.subarray(from, to).some((tag) => tag === verbTag || tag === auxiliaryTag)
  if (comma >= first.to - 1 || !isClause(opening, comma) || !isClause(comma, first.to)) return content
  return [{ from: comma + 1, to: first.to }, ...rest]
}

/** "Her claim that he had paid angered the board": of a report that is a sentence's subject, what stands before the sentence's verb. */
export function withoutMainClause(input: QuotationModelInput, cue: Range, content: readonly Range[]): readonly Range[] {
  const [first] = content
  const verb = first ? mainVerbBehind(input, cue, first) : -1
  const piece = first && verb >= 0 ? trimmed(input.prose, first.from, verb) : null
  return piece ? [piece] : content
}

/** "The crew said that the pier was shut, and we have asked why": with "we" somebody else goes on than those who are told of. */
function withoutOwnWords(
  { prose: { words, units, quotationOf }, unitOf }: QuotationModelInput,
  cue: Range,
  source: Range | null,
  content: readonly Range[]
): readonly Range[] {
  const [first] = content
  if (!source || !first || content.length > 1 || first.from < cue.to || words[first.from - 1] === ':') return content
  if (words.slice(source.from, source.to).some((word) => selves.has(word))) return content
  const end = Math.min(first.to - 1, units[unitOf[cue.from] as number]!.to)
  for (let at = first.from + 1; at < end; at++) {
    if (quotationOf[at] !== quotationOf[cue.from]) return content
    if (words[at - 1] === ',' && clauseJoins.has(words[at]!) && selves.has(words[at + 1]!))
      return [{ from: first.from, to: at - 1 }]
  }
  return content
}

const selves = new Set(['i', 'we', 'my', 'our'])
const clauseJoins = new Set(['and', 'but', 'so'])

/** Marks at the edges do not belong to a content, unless they stand in quotation marks; a quotation that stays open goes on in the next paragraph. */
function tidy(input: QuotationModelInput, content: readonly Range[]): readonly Range[] {
  const { prose, unitOf } = input
  const pieces = mapped(
    flatMapped(content, (range) => byParagraph(input, range)),
    ({ from, to }) => trimmed(prose, from, withoutForeignMark(prose, from, to))
  ).filter((piece) => piece !== null)
  const last = pieces.at(-1)
  const unit = last && prose.units[unitOf[last.from] as number]
  if (!last || !unit || prose.quotations[prose.quotationOf[last.to - 1] as number]?.closed !== false) return pieces
  return withFollowingQuotes(prose, pieces, unit)
}

/** Who reported, or when something was put on a page, is no part of what anybody says. */
function isAboutText({ prose: { article, units }, unitOf }: QuotationModelInput, { from }: Range): boolean {
  const unit = units[unitOf[from] as number]
  return unit !== undefined && article.paragraphs[unit.paragraph]?.role === 'credit'
}

/** A piece lies in one paragraph. */
function byParagraph({ prose: { units }, unitOf }: QuotationModelInput, { from, to }: Range): readonly Range[] {
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

const justBefore = new Set('right just shortly moments minutes seconds even only'.split(' '))
const mostAdverbs = 2
const circumstances = new Set(['when', 'while', 'as', 'after', 'before', 'until'])
/** Tokens at most between a cue and its content: "told the members of the county court: ..." */
const longestHearer = 12
const verbTag = partsOfSpeech.indexOf('VERB')
const auxiliaryTag = partsOfSpeech.indexOf('AUX')
