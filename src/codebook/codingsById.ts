import type { PlacedCoding } from '../annotations'
import type { Annotations } from '../workspace/annotations/annotations'
import { knownLayers } from './layeredArticles'

/** The codings with these ids, as they are now, in the order of articles and of layers. */
export function codingsById(
  annotations: Pick<Annotations, 'articles' | 'layers'>,
  ids: ReadonlySet<string>
): readonly PlacedCoding[] {
  return knownLayers(annotations).flatMap(({ article, layers }) =>
    layers.flatMap(({ decisions }) =>
      decisions.flatMap((coding) => (coding.kind === 'code' && ids.has(coding.id) ? [{ article, coding }] : []))
    )
  )
}
