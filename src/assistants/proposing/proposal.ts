import * as v from 'valibot'
import { decisionKey, type Deciding, type Decision, type Edit } from '../../annotations'
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
      const drafts = made.flatMap(({ after }) => after ?? [])
      for (const { article } of about) refuseAnswered(article, desk.proposed(article.id), drafts)
      return made
    }
  }
}

export async function decidingOf(desk: ProposalDesk, article: string): Promise<Deciding> {
  const deciding = await desk.deciding(article)
  if (!deciding) throw new Error('there is no such article: see articleFacts')
  return deciding
}

/** A decision of a person is no question any more, and nothing is proposed twice. */
function refuseAnswered(
  article: Deciding['article'],
  proposed: readonly Decision[],
  drafts: readonly Decision[]
): void {
  const main = drafts.filter(({ kind }) => kind !== 'identity' && kind !== 'memo')
  const held = new Set((article.decided?.decisions ?? []).map(({ decision }) => decisionKey(decision)))
  if (main.some((draft) => held.has(decisionKey(draft))))
    throw new Error('a person has decided this already: it is not to be proposed')
  const known = new Set(proposed.map(said))
  if (drafts.some((draft) => draft.kind !== 'identity' && known.has(said(draft))))
    throw new Error('this is proposed already')
}

/** What a decision says, apart from who it is by: of somebody new the name. */
function said(decision: Decision): string {
  const who = 'who' in decision ? decision.who?.name : undefined
  return `${decisionKey(decision)}\n${decision.kind === 'memo' ? decision.text : ''}\n${who ?? ''}`
}
