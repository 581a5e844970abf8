import type { Decision } from '../../annotations'
import { safeStem } from '../filePaths'
import type { ReadDocument } from './readDocument'

/** An article that annotations may be imported into. */
export interface ImportArticle {
  /** By which edits name it. */
  readonly id: string
  /** Below the folder, with slashes. */
  readonly path: string
  /** As VS Code holds it. */
  readonly text: () => Promise<string>
  /** What the annotator has decided about it already. */
  readonly layer: () => Promise<readonly Decision[]>
}

export type Match =
  | { readonly article: ImportArticle; readonly sure: boolean }
  /** Several articles have this text or name. */
  | 'several'
  | 'none'

/**
 * Finds the articles of documents: the one of the same path or name with the same text (white space does not count), then the only
 * one with the same text, then the only one with the same name, which is not sure: its words must show it.
 */
export function articleMatcher(articles: readonly ImportArticle[]): (document: ReadDocument) => Promise<Match> {
  const byStem = new Map<string, ImportArticle[]>()
  const byName = new Map<string, ImportArticle[]>()
  for (const article of articles) {
    const stem = comparable(article.path)
    for (const [map, key] of [
      [byStem, stem],
      [byName, lastOf(stem)]
    ] as const)
      map.set(key, [...(map.get(key) ?? []), article])
  }
  const texts = new Map<string, Promise<string>>()
  const textOf = (article: ImportArticle) => {
    const known = texts.get(article.id) ?? article.text().then(fingerprint)
    texts.set(article.id, known)
    return known
  }
  return async ({ name, text }) => {
    const stem = comparable(name)
    const named = byStem.get(stem) ?? byName.get(lastOf(stem)) ?? []
    if (text === null) return only(named, true)
    const own = fingerprint(text)
    for (const candidates of [named, articles]) {
      const same: ImportArticle[] = []
      for (const article of candidates) if ((await textOf(article)) === own) same.push(article)
      if (same.length > 0) return only(same, true)
    }
    return only(named, false)
  }
}

function only(articles: readonly ImportArticle[], sure: boolean): Match {
  const [article, another] = articles
  if (!article) return 'none'
  return another ? 'several' : { article, sure }
}

function comparable(path: string): string {
  return safeStem(path).normalize('NFC').toLowerCase()
}

function lastOf(stem: string): string {
  return stem.slice(stem.lastIndexOf('/') + 1)
}

/** Tells texts apart by their characters and not by their white space: their number and two sums over them. */
function fingerprint(text: string): string {
  let [count, a, b] = [0, 0x811c9dc5, 0x1000193]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit <= 0x20 || (unit > 0x7f && /\s/u.test(text.charAt(at)))) continue
    count++
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b + unit, 0x85ebca6b) ^ (b >>> 13)
  }
  return `${count} ${a >>> 0} ${b >>> 0}`
}
