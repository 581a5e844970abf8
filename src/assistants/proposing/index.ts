import type { ProposalTool } from './proposal'
import { proposeCode } from './proposeCode'
import { proposeMemo } from './proposeMemo'
import { proposeMerge } from './proposeMerge'
import { proposeSpeaker } from './proposeSpeaker'

export type { ProposalDesk, ProposedEdit } from './proposalDesk'
export { proposalSession } from './proposalSession'
export { moments, proposingTools } from './proposingTools'
export type { ProposalTool } from './proposal'

/** What assistants may propose. None of it decides anything. */
export const proposalTools: readonly ProposalTool[] = [proposeSpeaker, proposeCode, proposeMemo, proposeMerge]
