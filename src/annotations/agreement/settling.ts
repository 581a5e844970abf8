import type { Anchor, Decision, DecisionContent, DecisionOf, Suggestion } from '../decision'
import type { DecisionEdit } from '../disk'
import { decisionKey } from '../layer'
import type { Judgement } from './comparison'
import { heldFacts, unitKey } from './held'
import { areTouching, placesKey, wholeOf } from './places'

/** Which side of a judgement is right; `neither` of two codes. */
export type Choice = 'first' | 'second' | 'both' | 'neither'

/** What a decision of the third layer has of its own. */
export interface NewDecision {
  readonly id: string
  readonly created: string
}

/**
 * What an annotator of a third layer has decided about each judgement; those without are still to be settled. `decisions` is all
 * that the layer has on the judgements' article.
 */
export function settlements(
  judgements: readonly Judgement[],
  decisions: readonly Decision[]
): ReadonlyMap<Judgement, readonly Decision[]> {
  if (decisions.length === 0) return new Map()
  const { mentions, quotes, identities, speakers, codings, refusals, article } = heldFacts(decisions)
  const found = (judgement: Judgement): readonly (Decision | undefined)[] => {
    switch (judgement.kind) {
      case 'mention':
        return keysOf(judgement).map((key) => mentions.get(key)?.decision)
      case 'quote':
        return keysOf(judgement).map((key) => quotes.get(key)?.decision)
      case 'identity':
        return keysOf(judgement).map((key) => identities.get(key)?.decision)
      case 'speaker':
        return keysOf(judgement).map((key) => speakers.get(key)?.decision)
      case 'code':
        return [...codings.filter((coding) => isOutcome(judgement, coding)), ...outrightRefusals(judgement, refusals)]
      case 'article':
        return [article]
    }
  }
  return new Map(
    judgements
      .map((judgement) => [judgement, [...new Set(found(judgement))].filter((one) => one !== undefined)] as const)
      .filter(([, settling]) => settling.length > 0)
  )
}

function keysOf({ sides }: Judgement): readonly string[] {
  return [...new Set(sides.flatMap(({ decision }) => (decision ? [unitKey(decision)] : [])))]
}

/**
 * One of the two codes on the very words; where both gave the same code to different words, also on others that have a character
 * in common with them.
 */
function isOutcome({ sides }: Judgement, coding: DecisionOf<'code'>): boolean {
  const both = codingsOf(sides)
  const isOneCode = both.length === 2 && both[0]?.code === both[1]?.code
  return both.some(
    ({ code, target }) =>
      code === coding.code &&
      (placesKey(target) === placesKey(coding.target) ||
        (isOneCode && areTouching(wholeOf(target), wholeOf(coding.target))))
  )
}

/** Those of each of the codes on its very words; none where one of them may still be right. */
function outrightRefusals(
  { sides }: Judgement,
  refusals: readonly DecisionOf<'noCode'>[]
): readonly DecisionOf<'noCode'>[] {
  const found = codingsOf(sides).map(({ code, target }) =>
    refusals.filter((refusal) => refusal.code === code && placesKey(refusal.target) === placesKey(target))
  )
  return found.every((ofCode) => ofCode.length > 0) ? found.flat() : []
}

function codingsOf(sides: Judgement['sides']): readonly DecisionOf<'code'>[] {
  return sides.flatMap(({ decision }) => (decision?.kind === 'code' ? [decision] : []))
}

/** Whether both sides can hold at once: two codes, or marks of different words. */
export function canTakeBoth({ kind, sides }: Judgement): boolean {
  const [one, other] = [sides[0].decision, sides[1].decision]
  if (!one || !other || !['code', 'mention', 'quote'].includes(kind)) return false
  return unitKey(one) !== unitKey(other) || kind === 'code'
}

/** Whether both sides gave a code, so that neither may be right. */
export function canTakeNeither({ kind, sides }: Judgement): boolean {
  return kind === 'code' && sides.every(({ decision }) => decision !== null)
}

/**
 * The edits of the third layer that take one side or both: their decisions again, in the name of the layer's annotator, in place of
 * what it had decided about the judgement. Taking the side that marked nothing rejects the other one's mark, or says that its code
 * does not apply; taking neither says so of both codes.
 */
export function takeSides(
  judgement: Judgement,
  choice: Choice,
  annotator: string,
  decisions: readonly Decision[],
  create: () => NewDecision
): readonly DecisionEdit[] {
  const [first, second] = judgement.sides
  if (choice === 'neither') return settled(judgement, refusedCodes(judgement, annotator, create), decisions)
  const chosen = choice === 'both' ? [first, second] : [choice === 'first' ? first : second]
  const other = choice === 'first' ? second : first
  const taken = chosen.flatMap(({ decision }) =>
    decision
      ? [copied(withoutVerdict(judgement, decision, decisions, create), annotator, create())]
      : rejected(other.decision, annotator, create)
  )
  return settled(judgement, taken, decisions)
}

/**
 * Who accepted a suggestion said with it who it is. Where that alone is settled, and the layer has changed the suggestion already, only
 * that is taken.
 */
function withoutVerdict(
  { kind }: Judgement,
  decision: Decision,
  decisions: readonly Decision[],
  create: () => NewDecision
): Decision {
  const { from } = decision
  if (decision.kind !== 'accept' || !from || (kind !== 'identity' && kind !== 'speaker')) return decision
  const isChanged = decisions.some(
    (one) => (one.kind === 'mention' || one.kind === 'quote') && unitKey(one) === unitKey(decision)
  )
  if (!isChanged) return decision
  const name = from.about === 'mention' ? from.entity : from.speaker
  const type = from.about === 'mention' ? from.type : 'person'
  const who = name === null ? null : { iri: create().id, name, type }
  const { id, creator, created, target } = decision
  const facts = { id, creator, created, target, from }
  if (from.about === 'quote') return { ...facts, kind: 'speaker', who }
  return who ? { ...facts, kind: 'identity', who } : decision
}

/** The edits of the third layer that decide anew: `taken` are its decisions, in its annotator's name. */
export function settled(
  judgement: Judgement,
  taken: readonly Decision[],
  decisions: readonly Decision[]
): readonly DecisionEdit[] {
  const keys = new Set(taken.map(decisionKey))
  const before = settlements([judgement], decisions).get(judgement) ?? []
  // A decision about who it is also tells that the suggestion is right; it stays when only that is settled.
  const isReplaced = (decision: Decision) =>
    keys.has(decisionKey(decision)) || (before.includes(decision) && answers[judgement.kind].includes(decision.kind))
  return [
    ...decisions.filter(isReplaced).map((decision) => ({ before: decision })),
    ...taken.map((decision) => ({ after: decision }))
  ]
}

/** What kinds of decisions settle what. */
const answers: Readonly<Record<Judgement['kind'], readonly Decision['kind'][]>> = {
  mention: ['accept', 'reject', 'mention'],
  quote: ['accept', 'reject', 'quote'],
  identity: ['identity'],
  speaker: ['speaker'],
  code: ['code', 'noCode'],
  article: ['article']
}

/** The decision again, by another annotator. */
export function copied({ modified: _, ...decision }: Decision, creator: string, created: NewDecision): Decision {
  return { ...decision, ...created, creator }
}

function rejected(mark: Decision | null, creator: string, create: () => NewDecision): readonly Decision[] {
  if (mark?.kind === 'code') return [refused(mark, creator, create())]
  const from = mark && suggestionOf(mark)
  return mark && from ? [{ ...create(), creator, target: mark.target, from, kind: 'reject' }] : []
}

/** That the codes of both sides do not apply to their words. */
function refusedCodes({ sides }: Judgement, creator: string, create: () => NewDecision): readonly Decision[] {
  return codingsOf(sides).map((coding) => refused(coding, creator, create()))
}

function refused({ target, code }: DecisionOf<'code'>, creator: string, created: NewDecision): Decision {
  return { ...created, creator, target, kind: 'noCode', code }
}

/** What somebody marked from nothing, as a suggestion that can be answered. */
export function suggestionOf(mark: Decision): Suggestion | undefined {
  const { target } = mark
  const [span] = target
  const evidence = { rule: 'decided', confidence: 1 }
  if (mark.kind === 'mention' && span) {
    return {
      about: 'mention',
      span,
      type: mark.type,
      acting: mark.acting,
      entity: mark.who?.name ?? span.exact,
      ...evidence
    }
  }
  if (mark.kind === 'quote') {
    return {
      about: 'quote',
      content: target,
      cue: mark.cue,
      source: mark.source,
      act: mark.act,
      speaker: null,
      ...evidence
    }
  }
  return undefined
}

/**
 * The edits that take over into the third layer what two annotators agree on, as the first of them has it: without what it has
 * decided already, and without suggestions on which something else is still to be settled.
 */
export function takeAgreements(
  judgements: readonly Judgement[],
  annotator: string,
  decisions: readonly Decision[],
  create: () => NewDecision
): readonly DecisionEdit[] {
  const isSettled = settlements(judgements, decisions)
  const disputed = new Set(judgements.filter(({ isAgreed }) => !isAgreed).flatMap(keysWithSubject))
  const known = new Set(decisions.map(decisionKey))
  return judgements.flatMap((judgement) => {
    const { decision } = judgement.sides[0]
    if (!judgement.isAgreed || !decision || isSettled.has(judgement)) return []
    const isDisputed = judgement.kind !== 'code' && keysWithSubject(judgement).some((key) => disputed.has(key))
    if (isDisputed || known.has(decisionKey(decision))) return []
    known.add(decisionKey(decision))
    return [{ after: copied(decision, annotator, create()) }]
  })
}

/** Who a mention is and what it is are one subject, and so are a quote and its speaker. */
function keysWithSubject(judgement: Judgement): readonly string[] {
  const subject = {
    mention: 'mention',
    identity: 'mention',
    quote: 'quote',
    speaker: 'quote',
    code: 'code',
    article: 'article'
  }
  return keysOf(judgement).map((key) => `${subject[judgement.kind]} ${key}`)
}

/** The different words that the sides of a judgement are about: of a mention marked as "Starmer" and "Keir Starmer" both. */
export function placesOf({ sides }: Judgement): readonly (readonly Anchor[])[] {
  const places = new Map<string, readonly Anchor[]>()
  for (const { decision } of sides) if (decision) places.set(placesKey(decision.target), decision.target)
  return [...places.values()]
}

/**
 * The edits of the third layer that decide what neither side did, about the same suggestion. Where that is another code, or the
 * code for other words, those of the sides do not apply.
 */
export function decideAnew(
  judgement: Judgement,
  content: DecisionContent,
  target: readonly Anchor[],
  creator: string,
  decisions: readonly Decision[],
  create: () => NewDecision
): readonly DecisionEdit[] {
  const taken = decidedAnew(judgement, content, target, creator, create())
  const isOther = settlements([judgement], [taken]).size === 0
  const refusals = isOther ? refusedCodes(judgement, creator, create) : []
  return settled(judgement, [taken, ...refusals], decisions)
}

function decidedAnew(
  { sides }: Judgement,
  content: DecisionContent,
  target: readonly Anchor[],
  creator: string,
  created: NewDecision
): Decision {
  const decision = sides[0].decision ?? sides[1].decision
  const from = sides[0].decision?.from ?? sides[1].decision?.from ?? (decision && suggestionOf(decision))
  const answers = content.kind === 'code' || content.kind === 'article' || !from ? {} : { from }
  return { ...created, creator, target, ...answers, ...content }
}
