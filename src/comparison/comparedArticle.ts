import type { Uri } from 'vscode'
import type { Decision, Layer } from '../annotations'
import { placedLayers, type ArticleLayers } from '../annotations/agreement'
import { readArticle } from '../article'
import { throughSlices } from '../util/slices'
import type { Annotations } from '../workspace/annotations/annotations'
import type { ArticleTexts } from './articleTexts'

/** An article that is compared, as it was when it was read. */
export interface KnownArticle {
  readonly uri: Uri
  /** As they were when they were read. */
  readonly source: readonly Layer[]
  readonly compared: ArticleLayers
  /** With their places in the present text. */
  readonly third: readonly Decision[]
  readonly unplaced: number
}

/** Undefined where there is nothing to compare: fewer than two layers, or no text. */
export async function readComparedArticle(
  uri: Uri,
  { annotators, third }: { readonly annotators: readonly string[]; readonly third: string },
  { annotations, texts }: { readonly annotations: Annotations; readonly texts: ArticleTexts }
): Promise<KnownArticle | undefined> {
  const layers = annotations.layers(uri)
  const compared = layers.filter(({ annotator }) => annotators.includes(annotator))
  if (compared.length < 2) return undefined
  const read = await texts.read(uri)
  if (!read) return undefined
  const { sentences } = readArticle(read.text, read.format)
  const placed = await throughSlices(placedLayers(read.text, compared))
  const own: readonly Layer[] = layers.filter(({ annotator }) => annotator === third)
  const placedOwn = await throughSlices(placedLayers(read.text, own))
  return {
    uri,
    source: layers,
    compared: {
      article: {
        id: uri.toString(),
        name: texts.nameOf(uri),
        sentences: sentences.map(({ start, end }) => ({ start, end }))
      },
      layers: placed.layers
    },
    third: placedOwn.layers.flatMap(({ decisions }) => decisions),
    unplaced: placed.unplaced
  }
}

/** Whether no decision was made, changed or moved. */
export function haveSameDecisions(before: readonly Layer[], after: readonly Layer[]): boolean {
  const decisions = (layers: readonly Layer[]) => layers.flatMap((layer) => layer.decisions)
  const present = decisions(after)
  const known = decisions(before)
  return known.length === present.length && known.every((decision, index) => decision === present[index])
}
