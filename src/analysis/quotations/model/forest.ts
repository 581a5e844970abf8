/**
 * Boosted regression trees with a logistic output. All trees have the same depth; a node sends a row to the right when
 * its feature is greater than the bound. Nodes of a tree lie in breadth-first order, the leaves after them.
 */
export interface Forest {
  readonly depth: number
  readonly trees: number
  /** The logit before any tree. */
  readonly start: number
  /** `trees * (2 ** depth - 1)` features and bounds, floats of which the file keeps the upper half, and `trees * 2 ** depth` logits, whole numbers of `leafUnit`. */
  readonly features: Uint8Array
  readonly bounds: Float32Array
  readonly leaves: Float32Array
}

/** The file holds a leaf as a byte of these. */
export const leafUnit = 1 / 512
export const largestLeaf = 127

/** The probability that the forest gives to a row of features. */
export function forestProbability(
  { depth, trees, start, features, bounds, leaves }: Forest,
  row: Float32Array
): number {
  const nodes = (1 << depth) - 1
  let logit = start
  for (let tree = 0; tree < trees; tree++) {
    let node = 0
    const base = tree * nodes
    for (let level = 0; level < depth; level++)
      node = node * 2 + 1 + Number(row[features[base + node]!]! > bounds[base + node]!)
    logit += leaves[tree * (nodes + 1) + node - nodes] as number
  }
  return 1 / (1 + Math.exp(-logit))
}
