/** Features are known by this many bits of their hash. */
export const slotBits = 22
export const slotCount = 1 << slotBits

/** The slot of a feature's hash. */
export function slotOf(hash: number): number {
  return hash >>> (32 - slotBits)
}
