import type { AnalyzedText } from '../analysis'
import { placeDecisions } from './anchors/placeDecisions'
import type { Decision } from './decision'
import type { Layer } from './layer'

/** What assistants have proposed about an article before: their layers as they are kept. */
export interface ProposedBefore {
  readonly article: Pick<AnalyzedText, 'id' | 'text'>
  readonly layers: readonly Layer[]
}

/** A decision on an article, by its `AnalyzedText.id`. */
export interface ProposedDecision {
  readonly article: string
  readonly decision: Decision
}

export interface EarlierProposal {
  /** The name of its layer. */
  readonly by: string
  /** When a person rejected it; undefined where nobody has. */
  readonly rejected?: string
}

/**
 * The earlier proposals that say the same, whoever made them and in which text before this one: of somebody new the name tells who is
 * meant, and that two are one is the same whichever of them gives the name.
 */
export function sameProposals(
  proposal: readonly ProposedDecision[],
  before: readonly ProposedBefore[]
): readonly EarlierProposal[] {
  const asked = statementsOf(proposal)
  return earlierIn(before).flatMap(({ earlier, decisions }) =>
    saysTheSame(asked, statementsOf(decisions)) ? [earlier] : []
  )
}

interface Earlier {
  readonly earlier: EarlierProposal
  readonly decisions: ProposedDecision[]
}

/** What was proposed at one moment is one proposal. */
function earlierIn(before: readonly ProposedBefore[]): readonly Earlier[] {
  const found = new Map<string, Earlier>()
  for (const { article, layers } of before)
    for (const { annotator: by, decisions } of layers)
      for (const { decision, isInText } of placeDecisions(article.text, decisions)) {
        if (!isInText) continue
        const { created, rejected } = decision
        const key = `${by} ${created}`
        const known = found.get(key)
        if (known) known.decisions.push({ article: article.id, decision })
        else
          found.set(key, {
            earlier: { by, ...(rejected !== undefined && { rejected }) },
            decisions: [{ article: article.id, decision }]
          })
      }
  return [...found.values()]
}

interface Statement {
  readonly isIdentity: boolean
  /** What it is about. */
  readonly place: string
  readonly says: string
}

/** Who somebody is may be said only so that a speaker can be named. */
function statementsOf(decisions: readonly ProposedDecision[]): readonly Statement[] {
  const all = decisions.map(({ article, decision }) => ({
    isIdentity: decision.kind === 'identity',
    place: [article, decision.kind, ...decision.target.map(({ start, end }) => `${start}-${end}`)].join(' '),
    says: saidIn(decision)
  }))
  const main = all.filter(({ isIdentity }) => !isIdentity)
  return main.length > 0 ? main : all
}

function saidIn(decision: Decision): string {
  if (decision.kind === 'code' || decision.kind === 'noCode') return decision.code
  if (decision.kind === 'memo') return decision.text.trim()
  return 'who' in decision ? (decision.who?.name ?? '') : ''
}

function saysTheSame(asked: readonly Statement[], earlier: readonly Statement[]): boolean {
  const areOne = asked.length > 1 && asked.every(({ isIdentity }) => isIdentity)
  return asked.every(({ place, says }) => earlier.some((one) => one.place === place && (areOne || one.says === says)))
}
