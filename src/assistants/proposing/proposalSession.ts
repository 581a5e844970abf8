import type { ProposalTool } from './proposal'
import type { ProposalDesk, ProposedEdit } from './proposalDesk'

export interface Proposed {
  readonly tool: ProposalTool
  readonly given: unknown
  /** A new one for each proposal. */
  readonly desk: () => Promise<ProposalDesk>
  /** Throws where this is not what the person has agreed to. */
  readonly check?: (edits: readonly ProposedEdit[]) => void
}

/** Writes what is proposed, one after the other, and gives what the assistant is told. Of one session, no more than a person can read. */
export function proposalSession(): (proposed: Proposed) => Promise<string> {
  let count = 0
  let last: Promise<unknown> = Promise.resolve()
  async function propose({ tool, given, desk, check }: Proposed): Promise<string> {
    if (count >= mostProposals)
      throw new Error(`no more than ${mostProposals} proposals in a session: a person has to read them`)
    const at = await desk()
    const edits = await tool.make(at, given)
    check?.(edits)
    await at.save(edits)
    count++
    return 'Proposed. It decides nothing until a person accepts it in the review.'
  }
  return (proposed) => {
    const result = last.then(() => propose(proposed))
    last = result.catch(() => undefined)
    return result
  }
}

const mostProposals = 200
