import * as vscode from 'vscode'
import { answerText, assistantTools, type Tool } from '../assistants'
import { proposalTools } from '../assistants/proposing'
import { disposableList } from '../util/disposable'
import type { Annotations } from '../workspace/annotations/annotations'
import type { ArticleFolder } from '../workspace/articleFolder'
import { l10n } from '../workspace/l10n'
import type { Log } from '../workspace/log'
import { askedFolder, type AskedFolder } from './askedFolder'
import { languageToolInterface, type LanguageToolInterface } from './languageToolInterface'
import { proposingTool } from './proposingTool'

export interface LanguageToolsOptions {
  readonly folder: ArticleFolder
  readonly annotations: Annotations
  readonly log: Log
}

/**
 * The tools by which a language model in VS Code's chat asks about the articles of the folder, and, where the setting says so, proposes
 * what a person accepts or rejects. None where VS Code has no such thing.
 */
export function registerLanguageTools({ folder, annotations, log }: LanguageToolsOptions): vscode.Disposable {
  const owned = disposableList()
  const api = languageToolInterface(vscode)
  if (!api) return owned
  const asked = owned.add(askedFolder(folder, annotations))
  for (const tool of assistantTools) owned.add(api.lm.registerTool(tool.name, languageTool(tool, asked, api, log)))
  const propose = proposingTool({ asked, annotations, api, log })
  for (const tool of proposalTools) owned.add(api.lm.registerTool(tool.name, propose(tool)))
  return owned
}

function languageTool(
  tool: Tool,
  folder: AskedFolder,
  { LanguageModelToolResult, LanguageModelTextPart }: LanguageToolInterface,
  log: Log
): vscode.LanguageModelTool<object> {
  return {
    prepareInvocation: () => ({
      invocationMessage: l10n.t('Looking in your articles'),
      confirmationMessages: {
        title: l10n.t('Let the assistant read in your articles?'),
        message: l10n.t(
          'It asks for {0}. What it is told may be sent to the maker of its language model. Nothing is changed.',
          askedFor(tool)
        )
      }
    }),
    async invoke({ input }, token) {
      try {
        const { asked } = await folder.current(token)
        const answer = await tool.answer(asked, input)
        return new LanguageModelToolResult([new LanguageModelTextPart(answerText(answer))])
      } catch (error) {
        log.warn(`${tool.name} had no answer`, error)
        throw error
      }
    }
  }
}

function askedFor({ name }: Tool): string {
  switch (name) {
    case 'articleSources':
      return l10n.t('the sources and their names')
    case 'articleQuotes':
      return l10n.t('quotes with their sources')
    case 'articlePassages':
      return l10n.t('passages of the text')
    default:
      return l10n.t('facts about the articles')
  }
}
