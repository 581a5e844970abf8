import { CancellationError, type LogOutputChannel } from 'vscode'

/**
 * Runs a provider's work. A failure is logged, as `what`, and gives undefined: VS Code then shows nothing. Only a
 * CancellationError is thrown on, because it makes VS Code keep what it shows and ask the provider again.
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
