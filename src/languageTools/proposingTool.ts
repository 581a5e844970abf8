import { MarkdownString, workspace, type CancellationToken, type LanguageModelTool } from 'vscode'
import { assistantName } from '../annotations'
import {
  moments,
  proposalSession,
  type ProposalDesk,
  type ProposalTool,
  type ProposedEdit
} from '../assistants/proposing'
import type { Annotations } from '../workspace/annotations/annotations'
import { l10n } from '../workspace/l10n'
import type { Log } from '../workspace/log'
import { assistantsMayPropose } from '../workspace/settings'
import { agreements } from './agreements'
import type { AskedFolder, AskedMoment } from './askedFolder'
import { folderDesk } from './folderDesk'
import type { LanguageToolInterface } from './languageToolInterface'
import { proposedLabel, proposedWords } from './proposedWords'

export interface ProposingToolOptions {
  readonly asked: AskedFolder
  readonly annotations: Annotations
  readonly api: LanguageToolInterface
  readonly log: Log
}

/** VS Code does not say which of its assistants calls. */
const assistant = assistantName('VS Code Chat')

/**
 * Tools that propose, all in one session. Twice a person has to say yes: in the settings, and to each call, in words that say what would
 * be proposed for which words. What is meant by a call at that moment, and nothing else, is then proposed.
 */
export function proposingTool({
  asked,
  annotations,
  api: { LanguageModelToolResult, LanguageModelTextPart },
  log
}: ProposingToolOptions): (tool: ProposalTool) => LanguageModelTool<object> {
  const propose = proposalSession()
  const agreed = agreements()
  const moment = moments()

  function deskAt(at: AskedMoment): ProposalDesk {
    return folderDesk({
      moment: at,
      annotations,
      openText: (uri) => workspace.textDocuments.find((one) => one.uri.toString() === uri.toString())?.getText(),
      assistant,
      made: moment(),
      perform: (edits) => annotations.perform({ label: l10n.t('Propose {0}', proposedLabel(edits)), edits })
    })
  }

  /** The folder at this moment, and how what is proposed in it is told. */
  async function told(token: CancellationToken) {
    if (!assistantsMayPropose()) throw new Error('your user has not allowed that assistants propose anything')
    const at = await asked.current(token)
    return { desk: deskAt(at), words: (edits: readonly ProposedEdit[]) => proposedWords(edits, at, annotations) }
  }

  async function logged<T>({ name }: ProposalTool, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      log.warn(`${name} proposed nothing`, error)
      throw error
    }
  }

  return (tool) => ({
    prepareInvocation: ({ input }, token) =>
      logged(tool, async () => {
        const { desk, words } = await told(token)
        const text = words(await tool.make(desk, input))
        agreed.asked(callOf(tool, input), text)
        return {
          invocationMessage: l10n.t('Proposing something about your articles'),
          confirmationMessages: {
            title: l10n.t('Let the assistant propose this?'),
            message: new MarkdownString(
              `${text}\n\n${l10n.t('It decides nothing: you accept or reject it in the review.')}`
            )
          }
        }
      }),
    invoke: ({ input }, token) =>
      logged(tool, async () => {
        const { desk, words } = await told(token)
        const answer = await propose({
          tool,
          given: input,
          desk: () => Promise.resolve(desk),
          check: (edits) => agreed.check(callOf(tool, input), words(edits))
        })
        return new LanguageModelToolResult([new LanguageModelTextPart(answer)])
      })
  })
}

function callOf({ name }: ProposalTool, input: object): string {
  return `${name} ${JSON.stringify(input)}`
}
