import type { Analysis, Entity, Quote } from '../../analysis'
import { waitsForReview, type Decided, type Decision, type Mark } from '../../annotations'
import type { Span } from '../../article'
import type { EntryState, EntryStatus } from '../../protocol/common'
import { extent } from '../surface'
import { placedDecision } from './decidedArticle'
import { firstLine } from './firstLine'
import { overlapFinder } from './overlaps'

/** What researchers have said of the facts of one analysis. Undefined of those that are mere suggestions. */
export interface FactStates {
  /** `index` is of `Analysis.mentions`. */
  mention(index: number): EntryStatus | undefined
  /** `index` is of `Analysis.quotes`. */
  quote(index: number): EntryStatus | undefined
  /** Of some of an entity's mentions: indexes of `Analysis.mentions`. */
  entity(entity: Entity, mentions: readonly number[]): EntryStatus | undefined
}

const nobodyDecided: FactStates = { mention: () => undefined, quote: () => undefined, entity: () => undefined }
const statesOf = new WeakMap<Decided, FactStates>()

/** Of an article on which nobody has decided anything, nothing is unpacked. */
export function factStates(article: {
  readonly analysis: Analysis
  readonly decided?: Decided | undefined
}): FactStates {
  const { decided } = article
  if (!decided) return nobodyDecided
  const known = statesOf.get(decided)
  if (known) return known
  const states = statesIn(article.analysis, decided)
  statesOf.set(decided, states)
  return states
}

function statesIn({ mentions, quotes }: Analysis, decided: Decided): FactStates {
  const inText = decided.marks.filter(({ target }) => target.length > 0)
  const overlapping = overlapFinder(inText, ({ target }) => extent(target))

  /** The codings inside a mention, and the memos about it or words in it. */
  function marksInside(span: Span): readonly Mark[] {
    return overlapping(span).filter(({ target }) => isInside(extent(target), span))
  }

  /** Of a quote also the codes that reach over its edges: whoever codes a paragraph codes what is said in it. */
  function marksOf({ content }: Quote): readonly Mark[] {
    const whole = extent(content)
    return overlapping(whole).filter(
      ({ kind, target }) =>
        (kind === 'code' && target.some((piece) => content.some((part) => overlap(piece, part)))) ||
        isInside(extent(target), whole)
    )
  }

  const mention = cached((index: number) => {
    const found = mentions[index]
    if (!found) return undefined
    return status(stateOf(decided, found.decidedBy, decided.mentions.get(index)), found.decidedBy, marksInside(found))
  })
  const quote = cached((index: number) => {
    const found = quotes[index]
    if (!found) return undefined
    return status(stateOf(decided, found.decidedBy, decided.quotes.get(index)), found.decidedBy, marksOf(found))
  })
  return {
    mention,
    quote,
    entity(entity, indexes) {
      const found = indexes.map(mention)
      const states = found.map((one) => one?.state ?? 'suggested')
      const state = entity.identity !== undefined && !states.includes('review') ? 'decided' : common(states)
      const joined: EntryStatus = {
        state,
        by: distinct(found.flatMap((one) => one?.by ?? [])),
        codes: distinct(found.flatMap((one) => one?.codes ?? [])),
        memo: found.find((one) => one?.memo)?.memo ?? '',
        markedBy: distinct(found.flatMap((one) => one?.markedBy ?? []))
      }
      return state === 'suggested' && joined.markedBy.length === 0 ? undefined : joined
    }
  }
}

function stateOf(decided: Decided, by: string | undefined, decision: Decision | undefined): EntryState {
  if (by === undefined && !decision) return 'suggested'
  const placed = decision && placedDecision(decided, decision.id)
  return placed && waitsForReview(placed) ? 'review' : 'decided'
}

function status(state: EntryState, by: string | undefined, marks: readonly Mark[]): EntryStatus | undefined {
  if (state === 'suggested' && marks.length === 0) return undefined
  const memos = marks.map((mark) => firstLine(mark.kind === 'memo' ? mark.text : (mark.memo ?? '')))
  return {
    state,
    by: by === undefined ? [] : [by],
    codes: distinct(marks.flatMap((mark) => (mark.kind === 'code' ? mark.code : []))),
    memo: memos.find(Boolean) ?? '',
    markedBy: distinct(marks.map(({ creator }) => creator))
  }
}

/** A review of one is a review of all; all decided is decided; some are some. */
function common(states: readonly EntryState[]): EntryState {
  if (states.includes('review')) return 'review'
  if (states.length > 0 && states.every((state) => state === 'decided')) return 'decided'
  return states.some((state) => state !== 'suggested') ? 'partly' : 'suggested'
}

function isInside(span: Span, whole: Span): boolean {
  return span.start >= whole.start && span.end <= whole.end
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}

function cached<T>(compute: (index: number) => T): (index: number) => T {
  const known = new Map<number, T>()
  return (index) => {
    if (!known.has(index)) known.set(index, compute(index))
    return known.get(index) as T
  }
}
