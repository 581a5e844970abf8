import type { DocumentFilter } from 'vscode'
import type { ArticleFormat } from '../article'
import type { OpenText } from './openTexts'

/** The documents that our providers serve. */
export const articleSelector: readonly DocumentFilter[] = [{ language: 'plaintext' }, { language: 'markdown' }]

/** Input boxes and output channels have the language "plaintext" too, but are not articles. */
const nonArticleSchemes = new Set([
  'article-annotator-memo',
  'output',
  'comment',
  'vscode-scm',
  'vscode-interactive',
  'vscode-interactive-input',
  'vscode-chat-input',
  'chat',
  'debug'
])

export function isArticle(document: Pick<OpenText, 'languageId' | 'uri'>): boolean {
  return (
    (document.languageId === 'plaintext' || document.languageId === 'markdown') &&
    !nonArticleSchemes.has(document.uri.scheme)
  )
}

export function documentFormat(document: Pick<OpenText, 'languageId'>): ArticleFormat {
  return document.languageId === 'markdown' ? 'markdown' : 'plain'
}
