import { withUtf16, type Layer } from '../../annotations'

/** Layers with the offsets that this text has, so that their decisions are on their words: what is not cannot be followed. */
export function layersIn(text: string, layers: readonly Layer[]): readonly Layer[] {
  return layers.map((layer) => {
    const decisions = withUtf16(layer.decisions, text)
    return decisions === layer.decisions ? layer : { ...layer, decisions }
  })
}
