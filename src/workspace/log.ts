/** Where failures are written down. VS Code's `LogOutputChannel` is one. */
export interface Log {
  info(message: string, ...details: readonly unknown[]): void
  warn(message: string, ...details: readonly unknown[]): void
  error(message: string, ...details: readonly unknown[]): void
}
