import type { EntityType, QuoteAct } from '../../analysis'
import type { Span } from '../../article'
import type { Decision, DecisionOf, Suggestion } from '../decision'
import { placesKey } from './places'

export interface HeldMention {
  readonly place: readonly Span[]
  readonly type: EntityType
  readonly acting: boolean
}

export interface HeldQuote {
  readonly place: readonly Span[]
  readonly cue: readonly Span[] | null
  readonly source: readonly Span[] | null
  readonly act: QuoteAct
}

/** What one annotator holds of one suggestion, or of a place that they marked themselves. */
export interface Held<Fact> {
  /** The place of the suggestion, or of the mark: equal for all annotators who decided about the same. */
  readonly key: string
  readonly isSuggested: boolean
  /** Whether it is what was suggested; false too where nothing was. */
  readonly isAsSuggested: boolean
  /** Null where it was rejected. */
  readonly fact: Fact | null
  readonly decision: Decision
}

/** Who somebody is for one annotator: an identity that was decided, or the name of a suggestion that was accepted. */
export interface HeldIdentity {
  readonly key: string
  /** Null: nobody can be named. */
  readonly who: { readonly iri?: string; readonly name: string } | null
  readonly decision: Decision
}

/** All that one annotator holds of one article. Maps are by `key`. */
export interface HeldFacts {
  readonly mentions: ReadonlyMap<string, Held<HeldMention>>
  readonly quotes: ReadonlyMap<string, Held<HeldQuote>>
  readonly identities: ReadonlyMap<string, HeldIdentity>
  readonly speakers: ReadonlyMap<string, HeldIdentity>
  readonly codings: readonly DecisionOf<'code'>[]
  /** Codes that were said not to apply. Whoever does not give a code says as much: no figure counts them. */
  readonly refusals: readonly DecisionOf<'noCode'>[]
  readonly article: DecisionOf<'article'> | undefined
}

/**
 * Reads a layer: who accepts a suggestion holds all of it, its type, its words and who it is; who says who somebody is without a
 * word on the suggestion itself holds it too. Memos say nothing that could be compared.
 */
export function heldFacts(decisions: readonly Decision[]): HeldFacts {
  const mentions = new Map<string, Held<HeldMention>>()
  const quotes = new Map<string, Held<HeldQuote>>()
  const identities = new Map<string, HeldIdentity>()
  const speakers = new Map<string, HeldIdentity>()
  const codings: DecisionOf<'code'>[] = []
  const refusals: DecisionOf<'noCode'>[] = []
  let article: DecisionOf<'article'> | undefined
  for (const decision of [...decisions].sort(byDirectness)) {
    const key = unitKey(decision)
    switch (decision.kind) {
      case 'accept':
      case 'identity':
      case 'speaker':
        holdSuggestion(decision.from, key, decision, mentions, quotes)
        break
      case 'reject':
        if (decision.from?.about === 'quote') hold(quotes, key, null, decision)
        else hold(mentions, key, null, decision)
        break
      case 'mention':
        hold(mentions, key, { place: decision.target, type: decision.type, acting: decision.acting }, decision)
        break
      case 'quote':
        hold(
          quotes,
          key,
          { place: decision.target, cue: decision.cue, source: decision.source, act: decision.act },
          decision
        )
        break
      case 'code':
        codings.push(decision)
        break
      case 'noCode':
        refusals.push(decision)
        break
      case 'article':
        article = decision
        break
      case 'memo':
        break
    }
    const identity = identityOf(decision)
    if (identity !== undefined) holdIdentity(isAboutQuote(decision) ? speakers : identities, key, identity, decision)
  }
  return { mentions, quotes, identities, speakers, codings, refusals, article }
}

/** What says something of the suggestion itself comes before what takes it for granted. */
function byDirectness(a: Decision, b: Decision): number {
  const rank = ({ kind }: Decision) => (kind === 'accept' ? 1 : 0)
  const isIdentity = ({ kind }: Decision) => (kind === 'identity' || kind === 'speaker' ? 1 : 0)
  return isIdentity(a) - isIdentity(b) || rank(a) - rank(b)
}

/** The place of the suggestion that is answered, or of what was marked from nothing. */
export function unitKey({ from, target }: Pick<Decision, 'from' | 'target'>): string {
  return placesKey(from ? (from.about === 'mention' ? [from.span] : from.content) : target)
}

function isAboutQuote({ kind, from }: Decision): boolean {
  return kind === 'speaker' || (kind === 'accept' && from?.about === 'quote')
}

/** Undefined where the decision says nothing of who it is. */
function identityOf(decision: Decision): HeldIdentity['who'] | undefined {
  if ('who' in decision) return decision.who
  const { kind, from } = decision
  if (kind !== 'accept' || !from) return undefined
  if (from.about === 'mention') return { name: from.entity }
  return from.speaker === null ? null : { name: from.speaker }
}

/** What was said of who it is stands above what was accepted with a suggestion. */
function holdIdentity(
  identities: Map<string, HeldIdentity>,
  key: string,
  who: HeldIdentity['who'],
  decision: Decision
): void {
  if (!identities.has(key) || decision.kind !== 'accept') identities.set(key, { key, who, decision })
}

function holdSuggestion(
  from: Suggestion | undefined,
  key: string,
  decision: Decision,
  mentions: Map<string, Held<HeldMention>>,
  quotes: Map<string, Held<HeldQuote>>
): void {
  if (from?.about === 'mention') hold(mentions, key, suggestedMention(from), decision)
  else if (from) hold(quotes, key, suggestedQuote(from), decision)
}

function hold<Fact extends HeldMention | HeldQuote>(
  facts: Map<string, Held<Fact>>,
  key: string,
  fact: Fact | null,
  decision: Decision
): void {
  if (facts.has(key)) return
  const { from } = decision
  const suggested = from && (from.about === 'mention' ? suggestedMention(from) : suggestedQuote(from))
  const isAsSuggested = suggested !== undefined && fact !== null && factKey(fact) === factKey(suggested)
  facts.set(key, { key, isSuggested: from !== undefined, isAsSuggested, fact, decision })
}

function suggestedMention(from: Suggestion & { about: 'mention' }): HeldMention {
  return { place: [from.span], type: from.type, acting: from.acting }
}

function suggestedQuote(from: Suggestion & { about: 'quote' }): HeldQuote {
  return { place: from.content, cue: from.cue, source: from.source, act: from.act }
}

/** Facts are equal where their keys are. */
export function factKey(fact: HeldMention | HeldQuote): string {
  const parts = 'type' in fact ? [fact.type, fact.acting] : [placesKey(fact.cue), placesKey(fact.source), fact.act]
  return [placesKey(fact.place), ...parts].join('|')
}
