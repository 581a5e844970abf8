import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { proposalSession, proposalTools, type ProposalDesk, type ProposalTool } from '../../assistants/proposing'
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

export function proposals({
  desk
}: Proposing): (tool: ProposalTool, given: unknown, client: string | undefined) => Promise<CallToolResult> {
  const propose = proposalSession()
  return async (tool, given, client) => {
    const text = await propose({ tool, given, desk: () => desk(client) })
    return { content: [{ type: 'text', text }] }
  }
}
