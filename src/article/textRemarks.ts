import type { Article } from './article'
import type { ReadText } from './decodeText'
import type { Encoding } from './encodings'
import { findSpoilage, type Spoilage } from './spoiledText'
import { whyUnread, type UnreadReason } from './unread'

/** What a reader of an article's analysis should know of its file or text. None is a failure: the article was analyzed. */
export type TextRemark =
  /** The file is not Unicode and was read in this encoding. */
  | { readonly kind: 'encoding'; readonly encoding: Encoding; readonly isDoubtful: boolean }
  /** Bytes of the file are not of its encoding; U+FFFD stands for them. */
  | { readonly kind: 'damaged'; readonly encoding: Encoding }
  /** The text was spoiled before it was saved; see `mendText`. */
  | { readonly kind: 'spoiled'; readonly spoilage: Spoilage }
  /** There is something in the article, and nothing of it was read. */
  | { readonly kind: 'unread'; readonly reason: Exclude<UnreadReason, 'blank'> }

type ReadArticle = Pick<Article, 'text' | 'format'>

/** What is to be said of a file, by how it was decoded and what its article is; nothing of most files. */
export function fileRemarks(decoded: ReadText, article: ReadArticle): readonly TextRemark[] {
  const { encoding, isDoubtful, isDamaged } = decoded
  return [
    ...(unicode.has(encoding) ? [] : [{ kind: 'encoding', encoding, isDoubtful } as const]),
    ...(isDamaged ? [{ kind: 'damaged', encoding } as const] : []),
    ...articleRemarks(article)
  ]
}

/** What is to be said of a text that did not come from a file. */
export function articleRemarks({ text, format }: ReadArticle): readonly TextRemark[] {
  return findSpoilage(text, format).map((spoilage) => ({ kind: 'spoiled', spoilage }) as const)
}

/** What is to be said of an article in which nothing was read; an empty one says so itself. */
export function unreadRemarks(article: Pick<Article, 'text' | 'format' | 'tokens'>): readonly TextRemark[] {
  const reason = whyUnread(article)
  return reason === null || reason === 'blank' ? [] : [{ kind: 'unread', reason }]
}

const unicode: ReadonlySet<Encoding> = new Set<Encoding>(['utf-8', 'utf-16le', 'utf-16be'])
