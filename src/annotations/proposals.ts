import { placeDecisions } from './anchors/placeDecisions'
import { changes } from './deciding/changes'
import type { Deciding } from './deciding/facts'
import { decisionKey, type Layer } from './layer'
import type { Decision, DecisionContent, Identity } from './decision'
import type { Edit } from './step'

/** What an assistant proposes about an article: decisions that were made at once, to be accepted or rejected as one. */
export interface Proposal {
  /** The name of its layer. */
  readonly by: string
  /** When, as `Decision.created`: parts of one proposal in several articles are of the same moment. */
  readonly made: string
  readonly decisions: readonly Decision[]
  /** The one that says what is proposed; the others are needed for it. */
  readonly main: Decision
}

/** A proposal with what is decided from about its article. */
export interface ProposedPlace {
  readonly deciding: Deciding
  readonly proposal: Proposal
}

/**
 * The proposals that nobody has answered, in order of layer and time: a person's decision on the same question answers it. Only
 * who is one with whom stays a question where a person has said who one of them is.
 */
export function openProposals(assistants: readonly Layer[], held: readonly Decision[]): readonly Proposal[] {
  if (assistants.length === 0) return []
  const answered = new Set(held.map(decisionKey))
  return assistants
    .flatMap(proposalsIn)
    .filter(({ main }) => main.kind === 'memo' || main.kind === 'identity' || !answered.has(decisionKey(main)))
}

/**
 * The proposals become decisions of the annotator, as they are in the present text, and are no proposals any more. Whom people have
 * given an identity keeps it. Undefined where people have said that those who would be one are not.
 */
export function acceptProposals(places: readonly ProposedPlace[]): readonly Edit[] | undefined {
  const known = knownIdentities(places)
  if (!known) return undefined
  const made = changes()
  for (const { deciding, proposal } of places)
    for (const { decision, isInText } of placeDecisions(deciding.article.text, proposal.decisions)) {
      const { target, from } = decision
      const content = withIdentity(acceptedContent(deciding, decision), known)
      if (isInText && !(content.kind === 'identity' && identityAt(deciding, decision)?.iri === content.who.iri))
        made.put(deciding, content, { target, ...(from && { from }) })
    }
  const gone = places.flatMap(({ deciding, proposal }) =>
    proposal.decisions.map((before): Edit => ({ kind: 'decision', article: deciding.article.id, before }))
  )
  return [...made.edits(), ...gone]
}

/**
 * It is no proposal any more, but is kept, so that nobody proposes it again (`sameProposals`). `article` is an `AnalyzedArticle.id`,
 * `rejected` the time.
 */
export function rejectProposal(
  article: string,
  { decisions }: Pick<Proposal, 'decisions'>,
  rejected: string
): readonly Edit[] {
  return decisions.map((before) => ({ kind: 'decision', article, before, after: { ...before, rejected } }))
}

function proposalsIn({ annotator, decisions }: Layer): readonly Proposal[] {
  const atOnce = new Map<string, Decision[]>()
  for (const decision of decisions) {
    if (decision.rejected !== undefined) continue
    const known = atOnce.get(decision.created)
    if (known) known.push(decision)
    else atOnce.set(decision.created, [decision])
  }
  return [...atOnce]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([made, own]) => ({ by: annotator, made, decisions: own, main: mainOf(own) }))
}

/** Who somebody is may be said only so that a speaker can be named. */
function mainOf(decisions: readonly Decision[]): Decision {
  return decisions.find(({ kind }) => kind !== 'identity') ?? decisions[0]!
}

/** Who people have said those are whom proposals give an identity, by its IRI. Undefined where they have said two things of one. */
function knownIdentities(places: readonly ProposedPlace[]): ReadonlyMap<string, Identity> | undefined {
  const known = new Map<string, Identity>()
  for (const { deciding, proposal } of places)
    for (const { decision } of placeDecisions(deciding.article.text, proposal.decisions)) {
      const who = decision.kind === 'identity' ? identityAt(deciding, decision) : undefined
      if (!who || decision.kind !== 'identity') continue
      const before = known.get(decision.who.iri)
      if (before && before.iri !== who.iri) return undefined
      known.set(decision.who.iri, who)
    }
  return known
}

/** Who it is that the words of a decision mention, where people have said it. */
function identityAt({ article: { analysis } }: Deciding, { target: [first] }: Decision): Identity | undefined {
  const mention = analysis.mentions.find(({ start, end }) => start === first?.start && end === first.end)
  const entity = mention && analysis.entities.find(({ id }) => id === mention.entity)
  return entity?.identity === undefined ? undefined : { iri: entity.identity, name: entity.name, type: entity.type }
}

function withIdentity(content: DecisionContent, known: ReadonlyMap<string, Identity>): DecisionContent {
  if (!('who' in content) || !content.who) return content
  const who = known.get(content.who.iri)
  return who ? { ...content, who } : content
}

function acceptedContent({ own }: Deciding, decision: Decision): DecisionContent {
  switch (decision.kind) {
    case 'accept':
    case 'reject':
      return { kind: decision.kind }
    case 'mention': {
      const { kind, type, acting, who } = decision
      return { kind, type, acting, ...(who && { who }) }
    }
    case 'identity': {
      const { kind, who, alone } = decision
      return { kind, who, ...(alone && { alone }) }
    }
    case 'quote': {
      const { kind, cue, source, act, quoteKind } = decision
      return { kind, cue, source, act, ...(quoteKind && { quoteKind }) }
    }
    case 'speaker':
      return { kind: 'speaker', who: decision.who }
    case 'code': {
      const { kind, code, memo } = decision
      return { kind, code, ...(memo !== undefined && { memo }) }
    }
    case 'noCode':
      return { kind: 'noCode', code: decision.code }
    case 'memo':
      return { kind: 'memo', text: [...ownMemo(own, decision), decision.text].join('\n\n') }
    case 'article':
      return { kind: 'article', isArticle: decision.isArticle }
  }
}

/** What the annotator has noted there before stays. */
function ownMemo(own: readonly Decision[], { target }: Decision): readonly string[] {
  return own.flatMap((one) => (one.kind === 'memo' && isSamePlace(one.target, target) ? [one.text] : []))
}

function isSamePlace(a: Decision['target'], b: Decision['target']): boolean {
  return a.length === b.length && a.every(({ start, end }, at) => start === b[at]?.start && end === b[at]?.end)
}
