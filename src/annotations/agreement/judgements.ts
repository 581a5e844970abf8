import type { Span } from '../../article'
import { grouped } from '../../util/grouped'
import type { Decision, DecisionOf } from '../decision'
import type { Judgement, JudgementKind, Side } from './comparison'
import { factKey, type Held, type HeldFacts, type HeldIdentity, type HeldMention, type HeldQuote } from './held'
import type { ClassOf } from './identityClasses'
import { placesKey, wholeOf } from './places'
import { matchSpans } from './spanMatches'

interface Pair {
  readonly article: string
  readonly annotators: readonly [string, string]
}

export interface PairJudgements {
  readonly judgements: readonly Judgement[]
  /** How many suggestions only one of the two has decided about. */
  readonly undecided: number
}

/** What two annotators decided about an article, alike or not, in order of the text. */
export function judgementsOf(pair: Pair, first: HeldFacts, second: HeldFacts, classOf: ClassOf): PairJudgements {
  const mentions = ofFacts(pair, 'mention', first.mentions, second.mentions)
  const quotes = ofFacts(pair, 'quote', first.quotes, second.quotes)
  const judgements = [
    ...ofArticle(pair, first.article, second.article),
    ...mentions.judgements,
    ...ofIdentities(pair, 'identity', first.identities, second.identities, classOf),
    ...quotes.judgements,
    ...ofIdentities(pair, 'speaker', first.speakers, second.speakers, classOf),
    ...ofCodings(pair, first.codings, second.codings)
  ]
  const start = ({ place }: Judgement) => place?.start ?? -1
  return {
    judgements: judgements.sort((a, b) => start(a) - start(b)),
    undecided: mentions.undecided + quotes.undecided
  }
}

function ofFacts<Fact extends HeldMention | HeldQuote>(
  pair: Pair,
  kind: 'mention' | 'quote',
  first: ReadonlyMap<string, Held<Fact>>,
  second: ReadonlyMap<string, Held<Fact>>
): PairJudgements {
  const judgements: Judgement[] = []
  for (const [key, one] of first) {
    const other = second.get(key)
    if (!other) continue
    const isAgreed = one.fact && other.fact ? factKey(one.fact) === factKey(other.fact) : one.fact === other.fact
    judgements.push(judgement(pair, kind, one.decision, other.decision, isAgreed))
  }
  const own = [ownMarks(first, second), ownMarks(second, first)] as const
  const [ofFirst, ofSecond] = [own[0].map(targetOf), own[1].map(targetOf)]
  for (const [one, other] of pairedOrAlone([ofFirst, ofSecond])) {
    const decisions = [decisionAt(own[0], one), decisionAt(own[1], other)] as const
    judgements.push(judgement(pair, kind, ...decisions, false))
  }
  return { judgements, undecided: undecidedBy(second, first) + undecidedBy(first, second) }
}

type Places = readonly (readonly Span[])[]

function targetOf({ decision }: Held<unknown>): readonly Span[] {
  return decision.target
}

function decisionAt(marks: readonly Held<unknown>[], index: number | undefined): Decision | null {
  return index === undefined ? null : (marks[index]?.decision ?? null)
}

/** What somebody marked from nothing, and the other one did not. */
function ownMarks<Fact>(
  own: ReadonlyMap<string, Held<Fact>>,
  other: ReadonlyMap<string, Held<Fact>>
): readonly Held<Fact>[] {
  return [...own.values()].filter(({ key, isSuggested, fact }) => !isSuggested && fact !== null && !other.has(key))
}

function undecidedBy<Fact>(other: ReadonlyMap<string, Held<Fact>>, own: ReadonlyMap<string, Held<Fact>>): number {
  return [...own.values()].filter(({ key, isSuggested }) => isSuggested && !other.has(key)).length
}

function* pairedOrAlone([first, second]: readonly [Places, Places]): Generator<
  readonly [first: number | undefined, second: number | undefined]
> {
  const { exact, overlapping } = matchSpans(first, second)
  const pairs = [...exact, ...overlapping]
  for (const pair of pairs) yield [pair.first, pair.second]
  const [ofFirst, ofSecond] = [new Set(pairs.map((pair) => pair.first)), new Set(pairs.map((pair) => pair.second))]
  for (const index of first.keys()) if (!ofFirst.has(index)) yield [index, undefined]
  for (const index of second.keys()) if (!ofSecond.has(index)) yield [undefined, index]
}

function ofIdentities(
  pair: Pair,
  kind: 'identity' | 'speaker',
  first: ReadonlyMap<string, HeldIdentity>,
  second: ReadonlyMap<string, HeldIdentity>,
  classOf: ClassOf
): readonly Judgement[] {
  return [...first].flatMap(([key, one]) => {
    const other = second.get(key)
    if (!other) return []
    return [judgement(pair, kind, one.decision, other.decision, classOf(one.who) === classOf(other.who))]
  })
}

/** Codings of the same code first; of those that are left, different codes for the very same words are one thing too. */
function ofCodings(
  pair: Pair,
  first: readonly DecisionOf<'code'>[],
  second: readonly DecisionOf<'code'>[]
): readonly Judgement[] {
  const judgements: Judgement[] = []
  const alone: [DecisionOf<'code'>[], DecisionOf<'code'>[]] = [[], []]
  for (const code of new Set([...first, ...second].map((coding) => coding.code))) {
    const one = first.filter((coding) => coding.code === code)
    const other = second.filter((coding) => coding.code === code)
    for (const [a, b] of pairedOrAlone([one.map(({ target }) => target), other.map(({ target }) => target)])) {
      const [ofFirst, ofSecond] = [a === undefined ? null : one[a]!, b === undefined ? null : other[b]!]
      if (ofFirst && ofSecond) judgements.push(ofCoding(pair, ofFirst, ofSecond))
      else if (ofFirst) alone[0].push(ofFirst)
      else if (ofSecond) alone[1].push(ofSecond)
    }
  }
  const others = new Map(
    [...grouped(alone[1], ({ target }) => placesKey(target))].map(([key, codings]) => [key, [...codings]])
  )
  for (const coding of alone[0])
    judgements.push(ofCoding(pair, coding, others.get(placesKey(coding.target))?.shift() ?? null))
  for (const coding of [...others.values()].flat()) judgements.push(ofCoding(pair, null, coding))
  return judgements
}

function ofCoding(pair: Pair, one: DecisionOf<'code'> | null, other: DecisionOf<'code'> | null): Judgement {
  const isAgreed = one?.code === other?.code && placesKey(one?.target ?? null) === placesKey(other?.target ?? null)
  return judgement(pair, 'code', one, other, isAgreed)
}

function ofArticle(
  pair: Pair,
  one: DecisionOf<'article'> | undefined,
  other: DecisionOf<'article'> | undefined
): readonly Judgement[] {
  return one && other ? [judgement(pair, 'article', one, other, one.isArticle === other.isArticle)] : []
}

function judgement(
  { article, annotators }: Pair,
  kind: JudgementKind,
  one: Decision | null,
  other: Decision | null,
  isAgreed: boolean
): Judgement {
  const target = (one ?? other)?.target ?? []
  const side = (index: 0 | 1, decision: Decision | null): Side => ({ annotator: annotators[index], decision })
  return {
    id: [kind, one?.id ?? '', other?.id ?? '', article].join('\n'),
    article,
    kind,
    place: wholeOf(target),
    words: target.map(({ exact }) => exact).join(' \u2026 '),
    sides: [side(0, one), side(1, other)],
    isAgreed
  }
}
