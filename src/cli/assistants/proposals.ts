import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { proposalTools, type ProposalDesk, type ProposalTool } from '../../assistants/proposing'
import { inputSchema } from './inputSchema'

/** Where an assistant proposes: a desk for each proposal, in the name that the client gives itself. */
export interface Proposing {
  readonly desk: (client: string | undefined) => Promise<ProposalDesk>
}

export function listedProposals() {
  return proposalTools.map((tool) => {
    const { name, title, description } = tool
    const annotations = { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false }
    return { name, title, description, inputSchema: inputSchema(tool), annotations }
  })
}

export function proposalTool(name: string): ProposalTool | undefined {
  return proposalTools.find((one) => one.name === name)
}

/** Proposes, one after the other. A session proposes no more than a person can read. */
export function proposals({
  desk
}: Proposing): (tool: ProposalTool, given: unknown, client: string | undefined) => Promise<CallToolResult> {
  let count = 0
  let last: Promise<unknown> = Promise.resolve()
  async function propose(tool: ProposalTool, given: unknown, client: string | undefined): Promise<CallToolResult> {
    if (count >= mostProposals)
      throw new Error(`no more than ${mostProposals} proposals in a session: a person has to read them`)
    await tool.propose(await desk(client), given)
    count++
    return {
      content: [{ type: 'text', text: 'Proposed. It decides nothing until a person accepts it in the review.' }]
    }
  }
  return (tool, given, client) => {
    const result = last.then(() => propose(tool, given, client))
    last = result.catch(() => undefined)
    return result
  }
}

const mostProposals = 200
