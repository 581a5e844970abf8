/**
 * Milliseconds of the processor that this process has used so far: a clock for tests that hold how much work something is, which
 * others on a busy machine do not make slower.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
