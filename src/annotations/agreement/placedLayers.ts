import { placeDecisions } from '../anchors'
import type { Layer } from '../layer'

/** Layers as they hold in a text: without the decisions whose words are not there, or may be in several places. */
export interface PlacedLayers {
  readonly layers: readonly Layer[]
  /** How many decisions were left out. */
  readonly unplaced: number
}

export function placedLayers(text: string, layers: readonly Layer[]): PlacedLayers {
  let unplaced = 0
  const placed = layers.map(({ annotator, decisions }) => {
    const inText = placeDecisions(text, decisions).flatMap(({ decision, isInText }) => (isInText ? [decision] : []))
    unplaced += decisions.length - inText.length
    return { annotator, decisions: inText }
  })
  return { layers: placed, unplaced }
}
