import { linksOf, type Analysis, type AnalyzedText, type Entity, type Mention, type Quote } from '../../analysis'
import { sortInSteps } from '../../util/sortInSteps'
import { mappedInSteps, type Steps } from '../../util/steps'
import type { Decision, Identity } from '../decision'
import type { RegisteredEntity } from '../project'
import { bearersOf } from './bearers'
import { entityFacts, type EntityFacts, type KnownIdentities } from './decidedEntities'
import { decideMentions, inTextOrder, type LiveMention } from './decideMentions'
import { decideQuotes, type LiveQuote } from './decideQuotes'
import { entityIds } from './entityIds'
import { quoteSpeakers } from './quoteSpeakers'
import { holdingByKey } from './rulings'
import { sortDecisions, type HoldingDecisions } from './sortDecisions'

export interface DecidedAnalysis {
  readonly analysis: Analysis
  /** As in `Decided`. */
  readonly mentions: ReadonlyMap<number, Decision>
  readonly quotes: ReadonlyMap<number, Decision>
}

/** Facts that are looked at in one step. */
const factsPerStep = 500

/** The facts as decided: the suggested analysis itself where no decision has an effect on it. */
export function* decidedAnalysisInSteps(
  source: AnalyzedText,
  decisions: readonly Decision[],
  entities: readonly RegisteredEntity[]
): Steps<DecidedAnalysis> {
  const suggested = source.analysis
  const asSuggested: DecidedAnalysis = { analysis: suggested, mentions: new Map(), quotes: new Map() }
  const holding = yield* sortDecisions(source, decisions)
  if (Object.values(holding).every(({ size }: HoldingDecisions[keyof HoldingDecisions]) => size === 0))
    return asSuggested

  const decided = yield* decideMentions(source, holding)
  yield
  const quotes = decideQuotes(source, holding)
  yield
  if (isUntouched(suggested, decided.live, quotes)) return asSuggested
  const bearers = new Map(bearersOf(source, decided.live))
  yield
  const { speakers, sources } = quoteSpeakers(source, quotes, decided, bearers)
  for (const [mention, bearer] of sources) bearers.set(mention, bearer)
  yield
  const live = eachOnce(yield* sortInSteps([...decided.live, ...sources.keys()], inTextOrder), bearers)
  yield

  const indexes = new Map<string, number[]>()
  live.forEach((mention, index) => {
    const bearer = bearers.get(mention)!
    const known = indexes.get(bearer)
    if (known) known.push(index)
    else indexes.set(bearer, [index])
  })
  const spoken = speakers.flatMap(({ speaker }) => (speaker !== null && !indexes.has(speaker) ? [speaker] : []))
  const ids = entityIds(suggested.entities, live, bearers, spoken)
  const factsOf = entityFacts(source, knownIdentities(decisions, entities))
  const facts = new Map<string, EntityFacts>()
  yield
  for (const bearer of ids.keys()) {
    if (facts.size % factsPerStep === factsPerStep - 1) yield
    facts.set(bearer, factsOf({ bearer, mentions: (indexes.get(bearer) ?? []).map((index) => live[index]!) }))
  }

  const decidedMention = (mention: LiveMention): Mention => {
    const bearer = bearers.get(mention)!
    return mentionOf(suggested, mention, ids.get(bearer)!, facts.get(bearer)!)
  }
  const decidedQuote = (quote: LiveQuote, index: number): Quote => {
    const { speaker, rule } = speakers[index]!
    return quoteOf(suggested, quote, speaker === null ? null : ids.get(speaker)!, rule)
  }
  const mentions = yield* mappedInSteps(live, decidedMention, factsPerStep)
  const decidedQuotes = yield* mappedInSteps(quotes, decidedQuote, factsPerStep)
  return {
    analysis: {
      mentions,
      entities: [...ids].map(([bearer, id]): Entity => entityOf(id, facts.get(bearer)!, indexes.get(bearer) ?? [])),
      quotes: decidedQuotes,
      links: linksOf(decidedQuotes)
    },
    mentions: decisionsOf(live),
    quotes: decisionsOf(quotes)
  }
}

function isUntouched(suggested: Analysis, mentions: readonly LiveMention[], quotes: readonly LiveQuote[]): boolean {
  return (
    mentions.length === suggested.mentions.length &&
    quotes.length === suggested.quotes.length &&
    mentions.every(({ decision, identity }) => !decision && !identity) &&
    quotes.every(({ decision }) => !decision)
  )
}

/** Two mentions of one span that have come to mean the same are one. */
function eachOnce(mentions: readonly LiveMention[], bearers: ReadonlyMap<LiveMention, string>): readonly LiveMention[] {
  const kept: LiveMention[] = []
  for (const mention of mentions) {
    const { start, end } = mention
    let same = kept.length - 1
    while (kept[same]?.start === start && kept[same]!.end === end && bearers.get(kept[same]!) !== bearers.get(mention))
      same--
    if (kept[same]?.start !== start || kept[same]!.end !== end) kept.push(mention)
    else if (!kept[same]!.decision && mention.decision) kept[same] = mention
  }
  return kept
}

/** What nobody decided of a mention follows its decided entity: its type. A body that is a place acts. */
function mentionOf(suggested: Analysis, live: LiveMention, entity: string, facts: EntityFacts): Mention {
  const { suggestion, decision, fact } = live
  const before = suggested.mentions[suggestion]
  const isTyped = decision?.kind === 'mention' || decision?.kind === 'accept'
  if (facts.identity === undefined || isTyped || fact.type === facts.type)
    return before && !decision && before.entity === entity ? before : { ...fact, entity }
  const isBody = fact.type === 'organization' || fact.type === 'group'
  return { ...fact, type: facts.type, acting: facts.type === 'place' && isBody, entity }
}

function quoteOf(suggested: Analysis, live: LiveQuote, speaker: string | null, speakerRule: string | null): Quote {
  const { suggestion, decision, fact } = live
  const before = suggested.quotes[suggestion]
  return before && !decision && before.speaker === speaker ? before : { ...fact, speaker, speakerRule }
}

function entityOf(id: string, facts: EntityFacts, mentions: readonly number[]): Entity {
  return { id, ...facts, mentions }
}

function decisionsOf(facts: readonly { readonly decision: Decision | undefined }[]): ReadonlyMap<number, Decision> {
  return new Map(facts.flatMap(({ decision }, index) => (decision ? [[index, decision] as const] : [])))
}

function knownIdentities(decisions: readonly Decision[], entities: readonly RegisteredEntity[]): KnownIdentities {
  const newest = holdingByKey(decisions, (decision) => identityOf(decision)?.iri ?? null)
  const decided = new Map(Array.from(newest, ([iri, decision]) => [iri, identityOf(decision)!] as const))
  return { decided, registered: new Map(entities.map((entity) => [entity.iri, entity])) }
}

function identityOf(decision: Decision): Identity | null | undefined {
  return 'who' in decision ? decision.who : undefined
}
