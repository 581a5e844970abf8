import * as v from 'valibot'
import { decisionKey, sameProposals, type Deciding, type Edit } from '../../annotations'
import { checked, type Entries, type Given } from '../tool'
import type { ProposalDesk, ProposedEdit } from './proposalDesk'

/** A tool by which an assistant proposes something, for people to accept or reject. */
export interface ProposalTool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly schema: v.StrictObjectSchema<Entries, undefined>
  /** What the desk is to save. Rejects with why it cannot be proposed. */
  readonly make: (desk: ProposalDesk, given: unknown) => Promise<readonly ProposedEdit[]>
}

/** What a proposal decides, of one article or several. */
export interface Proposing {
  readonly edits: readonly Edit[]
  /** The articles that it is about, by which it is told whether people have decided about the same. */
  readonly about: readonly Deciding[]
}

/** The types of the arguments follow from their schema. */
export function defineProposal<Shape extends Entries>({
  arguments: entries,
  make,
  ...tool
}: {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly arguments: Shape
  readonly make: (desk: ProposalDesk, given: Given<Shape>) => Promise<Proposing>
}): ProposalTool {
  const schema = v.strictObject(entries)
  return {
    ...tool,
    schema,
    async make(desk, given) {
      const { edits, about } = await make(desk, checked(schema, given))
      const made = edits.filter((edit) => edit.kind === 'decision')
      if (made.length === 0) throw new Error('there is nothing to propose: this is so already')
      for (const { article } of about) refuseDecided(article, made)
      refuseProposed(desk, made, about)
      return made
    }
  }
}

export async function decidingOf(desk: ProposalDesk, article: string): Promise<Deciding> {
  const deciding = await desk.deciding(article)
  if (!deciding) throw new Error('there is no such article: see articleFacts')
  return deciding
}

/** A decision of a person is no question any more. */
function refuseDecided({ id, decided }: Deciding['article'], made: readonly ProposedEdit[]): void {
  const main = made.flatMap(({ article, after }) =>
    article === id && after && after.kind !== 'identity' && after.kind !== 'memo' ? [after] : []
  )
  const held = new Set((decided?.decisions ?? []).map(({ decision }) => decisionKey(decision)))
  if (main.some((draft) => held.has(decisionKey(draft))))
    throw new Error('a person has decided this already: it is not to be proposed')
}

/** Nothing is proposed twice, and nothing again that a person has rejected, whoever proposed it. */
function refuseProposed(desk: ProposalDesk, made: readonly ProposedEdit[], about: readonly Deciding[]): void {
  const drafts = made.flatMap(({ article, after }) => (after ? [{ article, decision: after }] : []))
  const before = about.map(({ article }) => ({ article, layers: desk.assistants(article.id) }))
  const same = sameProposals(drafts, before)
  const rejected = same.find((one) => one.rejected !== undefined)?.rejected
  if (rejected !== undefined)
    throw new Error(`the researcher rejected this on ${rejected.slice(0, 10)}: it is not to be proposed again`)
  if (same.some(({ by }) => drafts.some(({ decision }) => decision.creator === by)))
    throw new Error('this is proposed already')
}
