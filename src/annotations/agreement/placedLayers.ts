import type { Steps } from '../../util/steps'
import { placeDecisionsInSteps } from '../anchors'
import type { Decision } from '../decision'
import type { Layer } from '../layer'

/** Layers as they hold in a text: without the decisions whose words are not there, or may be in several places. */
export interface PlacedLayers {
  readonly layers: readonly Layer[]
  /** How many decisions were left out. */
  readonly unplaced: number
}

export function* placedLayers(text: string, layers: readonly Layer[]): Steps<PlacedLayers> {
  let unplaced = 0
  const inText: Layer[] = []
  for (const { annotator, decisions } of layers) {
    const placed: Decision[] = []
    for (const { decision, isInText } of yield* placeDecisionsInSteps(text, decisions))
      if (isInText) placed.push(decision)
    unplaced += decisions.length - placed.length
    inText.push({ annotator, decisions: placed })
  }
  return { layers: inText, unplaced }
}
