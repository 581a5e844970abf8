import type { ArticleMemory } from '../analysis'
import type { OpenArticle } from './openArticle'
import type { OpenText } from './openTexts'

/** What is known of an open document. */
export interface OpenEntry {
  readonly document: OpenText
  memory: ArticleMemory
  /** The whole engine has analyzed one of its versions. */
  wasWhole: boolean
  /** Time of the last edit, of `performance.now()`. */
  changedAt: number
  /** What the engine found in the version of `result`, before anything was decided. */
  suggested?: OpenArticle
  result?: OpenArticle
  /** The engine has been asked about one of its versions. */
  isKnown: boolean
  /** The engine was not asked, because settings and text say that this is no article, and nobody had decided otherwise. */
  isSkipped: boolean
  /** Somebody decided that it is an article: the engine is asked whatever the text looks like. */
  isWantedAnyway: boolean
  /** How often `lookAnew` was called: what was decided before the last time may be outdated. */
  looked: number
  /** The analysis under way, and of which version of the document. */
  pending?: { readonly version: number; readonly result: Promise<OpenArticle | undefined> }
}

export function openEntry(document: OpenText): OpenEntry {
  return {
    document,
    memory: {},
    wasWhole: false,
    changedAt: -Infinity,
    looked: 0,
    isKnown: false,
    isSkipped: false,
    isWantedAnyway: false
  }
}
