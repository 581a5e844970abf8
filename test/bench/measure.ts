/** Runs `work`, which tells its own time, until it is warm, then `runs` times, and gives the median. */
export async function medianOf(work: () => Promise<number>, runs = 9): Promise<number> {
  for (let warmUp = 0; warmUp < 3; warmUp++) await work()
  const times: number[] = []
  while (times.length < runs) times.push(await work())
  return middle(times)
}

export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** How long `work` takes. */
export function milliseconds(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
