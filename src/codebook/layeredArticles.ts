import type { Uri } from 'vscode'
import type { LayeredArticle } from '../annotations'
import type { Annotations } from '../workspace/annotations/annotations'

/** The layers of the articles that are known. */
export function knownLayers(annotations: Pick<Annotations, 'articles' | 'layers'>): readonly LayeredArticle[] {
  return annotations.articles().map((uri) => articleLayers(annotations, uri))
}

export function articleLayers(annotations: Pick<Annotations, 'layers'>, uri: Uri): LayeredArticle {
  return { article: uri.toString(), layers: annotations.layers(uri) }
}
