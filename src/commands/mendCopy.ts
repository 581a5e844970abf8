import { commands, window, workspace, type Disposable, type TextDocument } from 'vscode'
import { mendText } from '../article'
import { activeDocument } from '../workspace/activeDocument'
import { documentFormat, isArticle } from '../workspace/articleLanguage'
import { l10n } from '../workspace/l10n'

/**
 * Opens a copy of the active article without what spoiled its text, as an untitled document. The article itself stays as it
 * is. Gives the copy to a caller, undefined when there is none.
 */
export function registerMendCopy(): Disposable {
  return commands.registerCommand('articleAnnotator.mendCopy', async (): Promise<TextDocument | undefined> => {
    const document = activeDocument()
    if (!document || !isArticle(document)) {
      void window.showInformationMessage(l10n.t('Open the article that you want to mend first.'))
      return undefined
    }
    const text = document.getText()
    const content = mendText(text, documentFormat(document))
    if (content === text) {
      void window.showInformationMessage(l10n.t('There is nothing to mend in this article.'))
      return undefined
    }
    const copy = await workspace.openTextDocument({ content, language: document.languageId })
    await window.showTextDocument(copy)
    return copy
  })
}
