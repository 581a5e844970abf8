import type { Disposable } from '../../util/disposable'
import type { ArticleDocuments } from '../articleDocuments'
import type { OpenTexts } from '../openTexts'
import type { Annotations } from './annotations'

/** Decides open articles anew when what is decided about them changes. */
export function showDecisions(
  annotations: Pick<Annotations, 'onDidChange'>,
  documents: Pick<ArticleDocuments, 'lookAnew'>,
  texts: Pick<OpenTexts, 'all'>
): Disposable {
  return annotations.onDidChange(({ articles, isProject }) => {
    // The project's registry may call anybody otherwise.
    for (const { uri } of texts.all()) if (isProject || articles.has(uri.toString())) documents.lookAnew(uri)
  })
}
