import { workspace, type Uri } from 'vscode'
import { articleFormat, decodeText, type ArticleFormat } from '../article'
import { articleName } from '../workspace/articleNames'
import { documentFormat } from '../workspace/articleLanguage'
import { fileName } from '../workspace/fileName'

/** The present texts of articles: an interface, so that code that reads them can run without VS Code. */
export interface ArticleTexts {
  /** As its editor has it, else as its file does. Undefined where it cannot be read, or is no text. Never rejects. */
  read(article: Uri): Promise<{ readonly text: string; readonly format: ArticleFormat } | undefined>
  /** What people call it. */
  nameOf(article: Uri): string
}

export const workspaceTexts: ArticleTexts = {
  async read(article) {
    const open = workspace.textDocuments.find(({ uri }) => uri.toString() === article.toString())
    if (open) return { text: open.getText(), format: documentFormat(open) }
    try {
      const decoded = decodeText(await workspace.fs.readFile(article))
      return 'problem' in decoded ? undefined : { text: decoded.text, format: articleFormat(fileName(article)) }
    } catch {
      return undefined
    }
  },
  nameOf: articleName
}
