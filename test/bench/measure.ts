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

/**
 * Processor time that this process has used since it began, all its threads together, in milliseconds. Unlike the clock it
 * stands still while others have the processor.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The processor time that `work` takes, in milliseconds. */
export function milliseconds(work: () => void): number {
  const start = processorTime()
  work()
  return processorTime() - start
}
