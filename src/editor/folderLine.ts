import { l10n, type Uri } from 'vscode'
import type { Span } from '../article'
import { spanLink } from './links'
import { escapeMarkdown, excerpt } from './markdownText'

/** What the hover shows of an entity's mentions in the folder. */
export interface FolderCard {
  /** Number of articles that mention it, including the open one. */
  readonly articles: number
  /** Number of its quotes in all of them, reused ones counted once. */
  readonly quotes: number
  /** The first of the other articles, each with the entity's defining mention. */
  readonly elsewhere: readonly { readonly name: string; readonly uri: Uri; readonly span: Span }[]
}

/** "In 4 articles of the folder, quoted 3 times: north.txt · …" as Markdown, the articles as links. */
export function folderLine({ articles, quotes, elsewhere }: FolderCard): string {
  if (articles === 1) return l10n.t('In no other article of the folder')
  const links = elsewhere.map(({ name, uri, span }) => spanLink(escapeMarkdown(excerpt(name, 40)), uri, span))
  const more = articles - 1 > elsewhere.length ? ' \u2026' : ''
  return `${countLine(articles, quotes)} ${links.join(' \u00B7 ')}${more}`.trim()
}

function countLine(articles: number, quotes: number): string {
  if (quotes === 0) return l10n.t('In {0} articles of the folder:', articles)
  return quotes === 1
    ? l10n.t('In {0} articles of the folder, quoted once:', articles)
    : l10n.t('In {0} articles of the folder, quoted {1} times:', articles, quotes)
}
