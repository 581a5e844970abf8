import type { Edit } from '../step'
import { changes } from './changes'
import type { Deciding } from './facts'

/** Says whether a file is an article. To say again that it is one takes back that it was none. */
export function decideArticle(deciding: Deciding, isArticle: boolean): readonly Edit[] {
  const made = changes()
  const known = deciding.own.find((decision) => decision.kind === 'article')
  const saysNot = deciding.article.decided?.isArticle === false
  if (isArticle && known?.kind === 'article' && !known.isArticle) made.remove(deciding, known)
  // Another annotator says that it is none: the newer decision holds.
  else if (!isArticle || saysNot) made.put(deciding, { kind: 'article', isArticle }, { target: [] })
  return made.edits()
}
