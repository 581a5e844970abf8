import { commands, window, workspace, type Disposable, type LogOutputChannel, type TextDocument } from 'vscode'
import { disposableList } from '../util/disposable'
import type { ArticleDocuments, OpenArticle } from '../workspace/articleDocuments'
import { guarded } from './guard'

/**
 * Wraps the lines of articles, which have a paragraph on each, and of nothing else: a default for all plain text would also wrap logs
 * and tables, and VS Code has no default for some files of a language. So VS Code's own "Toggle Word Wrap" is asked, once for each
 * article that is opened, where neither the user nor the workspace has set `editor.wordWrap`; it holds until the file is closed.
 */
export function registerArticleWrap(documents: ArticleDocuments, log: LogOutputChannel): Disposable {
  const asked = new WeakSet<TextDocument>()
  const owned = disposableList()

  async function wrap(): Promise<void> {
    const document = window.activeTextEditor?.document
    const analyzed = document && documents.peek(document.uri)
    if (!document || !analyzed || asked.has(document) || !isWrapped(document, analyzed)) return
    asked.add(document)
    // The command is about the editor that is active when it is run.
    await commands.executeCommand('editor.action.toggleWordWrap')
  }

  const look = () => void guarded(log, 'Wrapping the lines of an article', wrap)
  owned.add(window.onDidChangeActiveTextEditor(look))
  owned.add(documents.onDidAnalyze(look))
  look()
  return owned
}

/** Whether the lines are to be wrapped: of an article whose editor does not do it anyway, and whose user has not said how it shall be. */
function isWrapped(document: TextDocument, { standing, problem, article }: OpenArticle): boolean {
  if (document.languageId !== 'plaintext' || problem || !standing?.isArticle || article.text.trim() === '') return false
  const wanted = workspace.getConfiguration('editor', document).inspect<string>('wordWrap')
  const isSet = [
    wanted?.globalValue,
    wanted?.workspaceValue,
    wanted?.workspaceFolderValue,
    wanted?.globalLanguageValue,
    wanted?.workspaceLanguageValue,
    wanted?.workspaceFolderLanguageValue
  ].some((value) => value !== undefined)
  return !isSet && (wanted?.defaultLanguageValue ?? wanted?.defaultValue) === 'off'
}
