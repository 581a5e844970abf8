import { CancellationError, type LogOutputChannel } from 'vscode'

/**
 * Runs a provider's work so that no exception leaves it: what fails is logged and gives undefined, "nothing to show".
 * A cancellation passes, because it tells VS Code to keep what it shows and to ask again.
 */
export async function guarded<T>(
  log: LogOutputChannel,
  what: string,
  work: () => T | Promise<T>
): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CancellationError) throw error
    log.error(`${what} failed`, error)
    return undefined
  }
}
