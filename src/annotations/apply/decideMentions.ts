import type { AnalyzedText, Mention } from '../../analysis'
import type { Span } from '../../article'
import { mapped } from '../../util/mapped'
import { sortInSteps } from '../../util/sortInSteps'
import { mappedInSteps, type Steps } from '../../util/steps'
import type { Decision, Identity } from '../decision'
import { claimsOf, type Claim } from './claims'
import { mentionHomes, type NewMention } from './mentionHomes'
import { placeKey } from './places'
import { removedSuggestions } from './removedSuggestions'
import { byAge } from './rulings'
import type { HoldingDecisions } from './sortDecisions'

/** A mention that holds, before it is known who it is. */
export interface LiveMention extends Span {
  readonly form: Mention['form']
  readonly type: Mention['type']
  /** All that is said of it but who it is; that of an untouched suggestion is the suggestion. */
  readonly fact: Omit<Mention, 'entity'>
  /** The index of the suggestion that it is; -1 for one that a person made. */
  readonly suggestion: number
  /** Suggestions in whose place it stands, the one that it answers first. */
  readonly replaced: readonly number[]
  /** Whom it refers to as far as names tell: an id of the suggested entities, or a key for somebody new. */
  readonly home: string
  /** What made it what it is. */
  readonly decision: Decision | undefined
  readonly identity: DecidedIdentity | undefined
}

/** Who a mention is decided to be, and whether its entity follows. */
export interface DecidedIdentity {
  readonly who: Identity
  readonly isAlone: boolean
  readonly decision: Decision
}

export interface DecidedMentions {
  /** Ordered as in `Analysis.mentions`. */
  readonly live: readonly LiveMention[]
  /** What each suggestion is now, or what stands in its place; undefined for what was rejected. */
  readonly successors: readonly (LiveMention | undefined)[]
  /** Places (`placeKey`) at which a mention was rejected. */
  readonly rejected: ReadonlySet<string>
}

/** Mentions that are looked at in one step. */
const mentionsPerStep = 500

/** Which mentions hold, and what they are. */
export function* decideMentions(source: AnalyzedText, holding: HoldingDecisions): Steps<DecidedMentions> {
  const { mentions: suggested } = source.analysis
  const { kept, made, rejected } = yield* claimsOf(source, holding)
  yield
  const removed = removedSuggestions(suggested, made, (index) => kept.has(index))
  for (const index of rejected) removed.set(index, undefined)
  const replacedBy = new Map<Claim, number[]>(made.map((claim) => [claim, [...claim.answers]]))
  for (const [index, claim] of removed)
    if (claim && !replacedBy.get(claim)!.includes(index)) replacedBy.get(claim)!.push(index)
  for (const claim of made) for (const index of claim.answers) removed.set(index, claim)

  yield
  const newMentions = yield* mappedInSteps(
    made,
    (claim): NewMention => newMention(source, claim, replacedBy.get(claim)!),
    mentionsPerStep
  )
  const homes = yield* mentionHomes(source, newMentions, (index) => removed.has(index))
  const successors = new Array<LiveMention | undefined>(suggested.length)
  const live: LiveMention[] = []
  for (const [suggestion, mention] of suggested.entries()) {
    if (suggestion % mentionsPerStep === mentionsPerStep - 1) yield
    if (removed.has(suggestion)) continue
    const { start, end, form, type, entity: home } = mention
    const decision = kept.get(suggestion)
    const identity = holding.identities.size > 0 ? identityAt(holding, [placeKey([mention])]) : undefined
    const deciding = decision ?? identity?.decision
    const fact = deciding ? { ...mention, ...decided(deciding) } : mention
    const own = { start, end, form, type, fact, suggestion, replaced: none, home, decision: deciding, identity }
    live.push((successors[suggestion] = own))
  }
  for (const [index, mention] of newMentions.entries()) {
    if (index % mentionsPerStep === mentionsPerStep - 1) yield
    const { decision, replaced } = mention
    const stood = replaced.map((suggestion) => placeKey([suggested[suggestion]!]))
    const { start, end, form, type, acting, description } = mention
    const made: LiveMention = {
      start,
      end,
      form,
      type,
      fact: { start, end, type, acting, description, ...decided(decision), form },
      suggestion: -1,
      replaced,
      home: homes[index]!,
      decision,
      identity: identityAt(holding, [placeKey([mention]), ...stood], decision)
    }
    live.push(made)
    for (const suggestion of replaced) if (removed.get(suggestion)) successors[suggestion] = made
  }
  return {
    live: yield* sortInSteps(live, inTextOrder),
    successors,
    rejected: new Set(mapped([...rejected], (index) => placeKey([suggested[index]!])))
  }
}

/** By the first character, the longer first, a name before what else has its span, a person's own before suggestions. */
export function inTextOrder(a: LiveMention, b: LiveMention): number {
  return (
    a.start - b.start ||
    b.end - a.end ||
    Number(b.form === 'name') - Number(a.form === 'name') ||
    a.suggestion - b.suggestion
  )
}

/** What makes a fact one that a person decided. */
export function decided({ creator }: Decision) {
  return { rule: 'decided', confidence: 1, decidedBy: creator } as const
}

function newMention({ analysis }: AnalyzedText, claim: Claim, replaced: readonly number[]): NewMention {
  const { start, end, type, acting, form, decision, entityName } = claim
  const description = replaced
    .map((index) => analysis.mentions[index]!.description)
    .find((one) => one && (one.end <= start || one.start >= end))
  return {
    start,
    end,
    type,
    acting,
    form,
    description: description ?? null,
    decision,
    replaced,
    ...(entityName !== undefined && { entityName })
  }
}

const none: readonly never[] = []

/** The identity decided at the first of some places, or else the newest at the others; a mention's own `who` counts with the first. */
function identityAt(
  { identities }: HoldingDecisions,
  [own, ...others]: readonly string[],
  made?: Decision
): DecidedIdentity | undefined {
  const said: DecidedIdentity[] = []
  const at = (key: string) => {
    const decision = identities.get(key)
    return decision ? [{ who: decision.who, isAlone: decision.alone === true, decision }] : []
  }
  said.push(...at(own!))
  if (made?.kind === 'mention' && made.who) said.push({ who: made.who, isAlone: true, decision: made })
  const found = said.length > 0 ? said : others.flatMap(at)
  return found.sort((a, b) => byAge(b.decision, a.decision))[0]
}
