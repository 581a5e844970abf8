import type { AnalyzedText, Mention, Quote } from '../../analysis'
import { shownColor, type Code, type Decided, type Mark, type Project } from '../../annotations'
import type { Article, Span } from '../../article'
import { reviewSpans } from '../../editor/decidedSpans'
import { namedMentionsInSteps, namePart } from '../../editor/namedTokens'
import { quotePart } from '../../editor/quoteDecorations'
import type { Look, ReadingCode } from '../../protocol/reading'
import type { HighlightId } from '../../protocol/common'
import { codebookOf } from '../../study/decided/codebook'
import { nameCondition } from '../../util/filterQuery'
import { sortInSteps } from '../../util/sortInSteps'
import { flatMappedInSteps, type Steps } from '../../util/steps'
import type { SourceRanks } from './sources'

/** What is to be seen of a span: a look, whose words they are, whom they name, how they are coded. */
export interface Paint extends Span {
  readonly look?: Look
  readonly quoted?: number
  readonly names?: number
  readonly code?: number
  readonly memo?: string
}

/** What is switched on, as in the editor. */
export interface ReadingOptions {
  readonly highlights: Readonly<Record<HighlightId, boolean>>
  readonly attitudes: boolean
  /** Whether codes and memos are shown. */
  readonly codes: boolean
  readonly project: Project
}

export interface ReadArticleFacts extends AnalyzedText {
  readonly article: Article
  readonly decided?: Decided | undefined
}

/** The codes that are given in an article, in the order of the codebook. */
export interface UsedCodes {
  readonly codes: readonly ReadingCode[]
  /** By `Code.id` an index in `codes`. */
  readonly numbers: ReadonlyMap<Code['id'], number>
}

const factsPerStep = 500

/** All that is seen in an article beside its words, in order of `start`. */
export function* paintsOf(
  facts: ReadArticleFacts,
  ranks: SourceRanks,
  used: UsedCodes,
  options: ReadingOptions
): Steps<readonly Paint[]> {
  const marks = options.codes ? (facts.decided?.marks ?? []) : []
  const named = yield* namedMentionsInSteps(facts.analysis, options.highlights)
  yield
  const lists = [
    partPaints(facts),
    yield* flatMappedInSteps(facts.analysis.quotes, (quote) => quotePaints(quote, ranks, options), factsPerStep),
    yield* flatMappedInSteps(named, namePaints, factsPerStep),
    reviewPaints(facts, options),
    yield* flatMappedInSteps(marks, (mark) => markPaints(mark, used), factsPerStep)
  ]
  yield
  const paints = lists.flat().filter(({ start, end }) => end > start)
  yield
  return yield* sortInSteps(paints, (a, b) => a.start - b.start)
}

export function usedCodes(marks: readonly Mark[], project: Project, unknown: string): UsedCodes {
  const codebook = codebookOf(project)
  const ids = codebook.inOrder(new Set(marks.flatMap((mark) => (mark.kind === 'code' ? mark.code : []))))
  const codes = ids.map((id): ReadingCode => {
    const { path, color } = codebook.code(id)
    const name = path.length > 0 ? path.join(' \u203A ') : unknown
    const own = path.at(-1)
    return {
      name,
      ...(own !== undefined && { filter: nameCondition('code', own) }),
      light: shownColor(color, 'light'),
      dark: shownColor(color, 'dark')
    }
  })
  return { codes, numbers: new Map(ids.map((id, index) => [id, index])) }
}

function partPaints({ article: { dateline } }: ReadArticleFacts): readonly Paint[] {
  return dateline ? [{ start: dateline.start, end: dateline.end, look: 'dateline' }] : []
}

function quotePaints(quote: Quote, ranks: SourceRanks, options: ReadingOptions): readonly Paint[] {
  if (!options.attitudes && quote.act !== 'speech') return []
  const { quotes, sources } = options.highlights
  const rank = quote.speaker === null ? undefined : ranks.get(quote.speaker)
  const isDecided = quote.decidedBy !== undefined
  const look = (span: Span, ...looks: readonly Look[]) =>
    looks.map((one): Paint => ({ start: span.start, end: span.end, look: one }))
  return [
    ...quote.content.flatMap((span) => [
      ...(quotes ? look(span, quotePart(quote)) : []),
      ...(quotes && quote.act === 'speech' ? look(span, 'quoteShade') : []),
      ...(quotes && isDecided ? look(span, 'quoteDecided') : []),
      ...(rank === undefined ? [] : [{ start: span.start, end: span.end, quoted: rank }])
    ]),
    ...(['source', 'cue'] as const).flatMap((part) =>
      (quote[part] ?? []).flatMap((span) => [
        ...(sources ? look(span, part) : []),
        ...(sources && isDecided ? look(span, 'sourceDecided') : []),
        ...(part === 'source' && rank !== undefined ? [{ start: span.start, end: span.end, names: rank }] : [])
      ])
    )
  ]
}

function namePaints(mention: Mention): readonly Paint[] {
  const { start, end } = mention
  const name: Paint = { start, end, look: namePart(mention) }
  return mention.decidedBy === undefined ? [name] : [name, { start, end, look: 'nameDecided' }]
}

function reviewPaints({ decided }: ReadArticleFacts, { highlights }: ReadingOptions): readonly Paint[] {
  const isOn = Object.values(highlights).some((on) => on)
  return decided && isOn ? reviewSpans(decided).map(({ start, end }) => ({ start, end, look: 'review' })) : []
}

function markPaints(mark: Mark, { numbers }: UsedCodes): readonly Paint[] {
  const memo = mark.kind === 'memo' ? mark.text : mark.memo
  const code = mark.kind === 'code' ? numbers.get(mark.code) : undefined
  return mark.target.map(({ start, end }) => ({
    start,
    end,
    ...(code !== undefined && { code }),
    ...(memo !== undefined && memo !== '' && { memo, look: 'memo' as const })
  }))
}
