/** Where failures are logged. Implemented by VS Code's `LogOutputChannel`. */
export interface Log {
  info(message: string, ...details: readonly unknown[]): void
  warn(message: string, ...details: readonly unknown[]): void
  error(message: string, ...details: readonly unknown[]): void
}
