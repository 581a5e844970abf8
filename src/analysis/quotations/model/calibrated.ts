/** The share of findings that were right when the models were as sure as now: between the middles of the steps, in a straight line. */
export function calibrated(probability: number, calibration: Float32Array): number {
  const steps = calibration.length
  const place = Math.min(Math.max(probability * steps - 0.5, 0), steps - 1)
  const low = calibration[Math.floor(place)] ?? 0
  const high = calibration[Math.min(Math.floor(place) + 1, steps - 1)] ?? low
  return low + (high - low) * (place - Math.floor(place))
}
