const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Calls `cleanUp` when the process is told to end, then ends it by that signal, as if nobody had listened. Gives back what takes
 * that back.
 */
export function onInterrupt(process: NodeJS.Process, cleanUp: () => void): () => void {
  const stop = () => {
    for (const signal of signals) process.off(signal, end)
  }
  const end = (signal: NodeJS.Signals) => {
    stop()
    try {
      cleanUp()
    } finally {
      process.kill(process.pid, signal)
    }
  }
  for (const signal of signals) process.on(signal, end)
  return stop
}
