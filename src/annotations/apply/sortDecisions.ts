import type { AnalyzedText } from '../../analysis'
import type { Steps } from '../../util/steps'
import { isAboutFact, type Decision, type DecisionOf } from '../decision'
import { mentionsAt, placeKey, wholePieces } from './places'
import { holdingByKey } from './rulings'

/** Says whether something is a mention or a quote, and of which kind. */
export type MentionRuling = DecisionOf<'accept'> | DecisionOf<'reject'> | DecisionOf<'mention'>
export type QuoteRuling = DecisionOf<'accept'> | DecisionOf<'reject'> | DecisionOf<'quote'>

/** The decisions on facts that hold, each by the places (`placeKey`) of its target. */
export interface HoldingDecisions {
  readonly mentions: ReadonlyMap<string, MentionRuling>
  readonly identities: ReadonlyMap<string, DecisionOf<'identity'>>
  readonly quotes: ReadonlyMap<string, QuoteRuling>
  readonly speakers: ReadonlyMap<string, DecisionOf<'speaker'>>
}

/** Decisions that are looked at in one step. */
const decisionsPerStep = 1000

/** Of decisions of any order those that say something about facts, the newest for each question. */
export function* sortDecisions(
  { text, analysis }: Pick<AnalyzedText, 'text' | 'analysis'>,
  decisions: readonly Decision[]
): Steps<HoldingDecisions> {
  const places = new Map<Decision, string>()
  const keyOf = (decision: Decision) => places.get(decision) ?? null
  const ofMentions: MentionRuling[] = []
  const ofQuotes: QuoteRuling[] = []
  const identities: DecisionOf<'identity'>[] = []
  const speakers: DecisionOf<'speaker'>[] = []
  const isOfMention = ({ target, from }: Decision) =>
    target.length === 1 && (from ? from.about === 'mention' : mentionsAt(analysis.mentions, target[0]!).length > 0)
  for (const [index, decision] of decisions.entries()) {
    if (index % decisionsPerStep === decisionsPerStep - 1) yield
    if (!isAboutFact(decision)) continue
    const pieces = wholePieces(text, decision.target)
    if (!pieces) continue
    const key = placeKey(pieces)
    places.set(decision, key)
    switch (decision.kind) {
      case 'accept':
      case 'reject':
        // Without the suggestion that it answers, it speaks of a mention where there is one.
        if (isOfMention(decision)) ofMentions.push(decision)
        else ofQuotes.push(decision)
        break
      case 'mention':
        if (decision.target.length === 1) ofMentions.push(decision)
        break
      case 'identity':
        if (decision.target.length === 1) identities.push(decision)
        break
      case 'quote':
        ofQuotes.push(decision)
        break
      case 'speaker':
        speakers.push(decision)
        break
    }
  }
  yield
  return {
    mentions: holdingByKey(ofMentions, keyOf),
    identities: holdingByKey(identities, keyOf),
    quotes: holdingByKey(ofQuotes, keyOf),
    speakers: holdingByKey(speakers, keyOf)
  }
}
