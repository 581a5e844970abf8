import type { MemoPlace } from '../../annotations'
import { onOneLine, trimCut } from '../../util/oneLine'
import { printable } from '../../util/printable'

export const memoScheme = 'article-annotator-memo'

/** What the address of a memo's document says of the memo. */
export type MemoKey =
  | { readonly kind: 'decision'; readonly article: string; readonly id: string }
  | { readonly kind: 'about'; readonly folder: string; readonly about: string }

export function memoKey(place: MemoPlace): MemoKey {
  return place.kind === 'about'
    ? { kind: 'about', folder: place.folder, about: place.about }
    : { kind: 'decision', article: place.article, id: place.decision.id }
}

/** The path of the document: its name is the title of the editor. */
export function memoPath(title: string): string {
  const name = onOneLine(printable(title).replace(/[\\/:*?"<>|#%\uFFFD]/g, ' '))
  return `/${trimCut(name.slice(0, 60)) || 'memo'}.md`
}

export function writeMemoKey(key: MemoKey): string {
  return JSON.stringify(key)
}

/** Undefined for what no memo's address says. */
export function readMemoKey(query: string): MemoKey | undefined {
  let value: unknown
  try {
    value = JSON.parse(query)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const { kind, article, id, folder, about } = value as Record<string, unknown>
  if (kind === 'decision' && typeof article === 'string' && typeof id === 'string') return { kind, article, id }
  if (kind === 'about' && typeof folder === 'string' && typeof about === 'string') return { kind, folder, about }
  return undefined
}
