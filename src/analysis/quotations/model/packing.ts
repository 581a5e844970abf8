/** What is added to a weight to make it a byte without a sign, so that the bytes of many slots can be added up side by side. */
export const bias = 128
/** The weights of a slot that says nothing. */
export const noWeights = packWeights([])

/** Up to four weights from -127 to 127 in one number, a byte each, the first one lowest. */
export function packWeights([one = 0, two = 0, three = 0, four = 0]: readonly number[]): number {
  return (one + bias) | ((two + bias) << 8) | ((three + bias) << 16) | ((four + bias) << 24)
}

/** The weight of a label, from 1 on, in what `packWeights` made. */
export function unpackWeight(packed: number, label: number): number {
  return ((packed >>> ((label - 1) * 8)) & 255) - bias
}
