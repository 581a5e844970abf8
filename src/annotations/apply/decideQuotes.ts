import { quoteKinds, type AnalyzedText, type Quote } from '../../analysis'
import type { Span } from '../../article'
import type { DecisionOf, SuggestedQuote } from '../decision'
import { decided } from './decideMentions'
import { isSame, placeKey, presentPieces, wholePieces } from './places'
import { quoteFinder } from './quoteFinder'
import { byAge } from './rulings'
import type { HoldingDecisions, QuoteRuling } from './sortDecisions'

/** A quote that holds, before its speaker is known. */
export interface LiveQuote extends Pick<Quote, 'content' | 'cue' | 'source'> {
  /** All that is said of it but who says it; that of an untouched suggestion is the suggestion. */
  readonly fact: Omit<Quote, 'speaker' | 'speakerRule'>
  /** The index of the suggestion that it is, or stands for; -1 for one that a person made from nothing. */
  readonly suggestion: number
  /** Its source is the suggestion's. */
  readonly hasItsSource: boolean
  /** What made it what it is; the decision on its speaker where there is no other. */
  readonly decision: QuoteRuling | DecisionOf<'speaker'> | undefined
  readonly speaker: DecisionOf<'speaker'> | undefined
}

type MadeQuote = Omit<LiveQuote, 'speaker'>

/** Which quotes hold, in order. */
export function decideQuotes(source: AnalyzedText, holding: HoldingDecisions): readonly LiveQuote[] {
  const { quotes: suggested } = source.analysis
  const find = quoteFinder(suggested)
  const kindOf = quoteKinds(source)
  /** What has become of suggestions: another quote, the same one confirmed, or nothing. */
  const ruled = new Map<number, QuoteRuling>()
  const made: MadeQuote[] = []

  const make = (decision: QuoteRuling, target: readonly Span[], parts: MadeParts, suggestion: number | undefined) => {
    const before = suggestion === undefined ? undefined : suggested[suggestion]
    const [cue, origin] = [presentPieces(source.text, parts.cue), presentPieces(source.text, parts.source)]
    // A turn of a transcript has no marks to tell by.
    const isKept = before !== undefined && (before.rule === 'turn' || isSame(before.content, target))
    const kind = parts.kind ?? (isKept ? before.kind : kindOf(target))
    const shape = { content: target, cue, source: origin }
    made.push({
      ...shape,
      fact: { ...shape, kind, act: parts.act, ...decided(decision) },
      suggestion: suggestion ?? -1,
      hasItsSource: before !== undefined && isSame(before.source, origin),
      decision
    })
  }
  for (const decision of [...holding.quotes.values()].sort((a, b) => byAge(b, a))) {
    const target = wholePieces(source.text, decision.target)!
    const from = decision.from?.about === 'quote' ? decision.from : undefined
    const same = find.same(target, from)
    if (decision.kind === 'quote') {
      const answered = from && presentPieces(source.text, from.content)
      const answer = answered ? find.same(answered, from) : same
      const replaced = new Set([answer, same, ...find.restating(target)].filter((index) => index !== undefined))
      for (const index of [...replaced])
        if (ruled.has(index)) replaced.delete(index)
        else ruled.set(index, decision)
      const stoodFor = answer !== undefined && replaced.has(answer) ? answer : [...replaced][0]
      make(decision, target, { ...decision, kind: decision.quoteKind }, stoodFor)
    } else if (same === undefined) {
      if (decision.kind === 'accept' && from) make(decision, target, from, undefined)
    } else if (!ruled.has(same)) {
      ruled.set(same, decision)
      const { content, cue, source: origin, act } = suggested[same]!
      const isAsConfirmed =
        !from || (isSame(content, target) && isSame(cue, from.cue) && isSame(origin, from.source) && act === from.act)
      if (decision.kind === 'accept' && !isAsConfirmed) make(decision, target, from, same)
    }
  }

  const replaced = new Set(made.map(({ suggestion }) => suggestion))
  const live: MadeQuote[] = [...made]
  suggested.forEach((quote, suggestion) => {
    const decision = ruled.get(suggestion)
    if (decision && (decision.kind !== 'accept' || replaced.has(suggestion))) return
    const { content, cue, source: origin } = quote
    const fact = decision ? { ...quote, ...decided(decision) } : quote
    live.push({ content, cue, source: origin, fact, suggestion, hasItsSource: true, decision })
  })
  return withSpeakers(source.text, live.sort(inTextOrder), holding)
}

interface MadeParts extends Pick<SuggestedQuote, 'cue' | 'source' | 'act'> {
  readonly kind?: Quote['kind'] | undefined
}

function withSpeakers(
  text: string,
  quotes: readonly MadeQuote[],
  { speakers }: HoldingDecisions
): readonly LiveQuote[] {
  const said = new Map<number, DecisionOf<'speaker'>>()
  if (speakers.size > 0) {
    const find = quoteFinder(quotes)
    const exact = new Set<number>()
    for (const decision of [...speakers.values()].sort((a, b) => byAge(b, a))) {
      const from = decision.from?.about === 'quote' ? decision.from : undefined
      const target = wholePieces(text, decision.target)!
      const index = find.same(target, from)
      if (index === undefined) continue
      const isExact = isSame(quotes[index]!.content, target)
      if (said.has(index) && (!isExact || exact.has(index))) continue
      said.set(index, decision)
      if (isExact) exact.add(index)
    }
  }
  return quotes.map((quote, index): LiveQuote => {
    const speaker = said.get(index)
    if (!speaker || quote.decision) return Object.assign(quote, { speaker })
    return Object.assign(quote, { speaker, decision: speaker, fact: { ...quote.fact, ...decided(speaker) } })
  })
}

function inTextOrder(a: MadeQuote, b: MadeQuote): number {
  return (
    a.content[0]!.start - b.content[0]!.start ||
    a.suggestion - b.suggestion ||
    b.content.at(-1)!.end - a.content.at(-1)!.end ||
    compare(placeKey(a.content), placeKey(b.content))
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
