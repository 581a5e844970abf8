import type { DocumentFilter, TextDocument } from 'vscode'
import type { ArticleFormat } from '../article'

/** The documents that our providers serve. */
export const articleSelector: readonly DocumentFilter[] = [{ language: 'plaintext' }, { language: 'markdown' }]

/** Input boxes and output channels are plain text too, and no articles. */
const otherSchemes = new Set([
  'output',
  'comment',
  'vscode-scm',
  'vscode-interactive',
  'vscode-interactive-input',
  'vscode-chat-input',
  'chat',
  'debug'
])

export function isArticle(document: TextDocument): boolean {
  return (
    (document.languageId === 'plaintext' || document.languageId === 'markdown') &&
    !otherSchemes.has(document.uri.scheme)
  )
}

export function documentFormat(document: TextDocument): ArticleFormat {
  return document.languageId === 'markdown' ? 'markdown' : 'plain'
}
