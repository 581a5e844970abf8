import type { Disposable } from 'vscode'
import type { CodebookView } from '../codebookView'
import { askMemo } from '../memos/askMemo'
import type { CodebookTools } from '../tools'
import { codesCommand } from './codesCommand'

export function registerCodeMemo(tools: CodebookTools, { view }: CodebookView): Disposable {
  return codesCommand('articleAnnotator.codebook.memo', tools, view, async ({ codebook, codes }) => {
    await askMemo(tools, { kind: 'about', folder: codebook.folder, about: codes[0]!.id })
  })
}
