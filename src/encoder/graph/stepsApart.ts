/**
 * How far a piece is from a cue, as the mixture tells it: 0 to 31 at and before the cue, 32 to 63 after it; up to 15 pieces one
 * by one, then ever wider.
 */
export function stepsApart(pieces: number): number {
  const far = Math.abs(pieces)
  const steps = far < 16 ? far : Math.floor(16 + Math.log2(far / 16) * 3.4)
  return Math.min(31, steps) + (pieces > 0 ? 32 : 0)
}
