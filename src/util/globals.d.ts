/** What every host of the shared source has: Node, VS Code's extension hosts on the desktop and in the browser. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(input?: Uint8Array | ArrayBuffer, options?: { stream?: boolean }): string
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>
}
declare function setTimeout(callback: () => void, milliseconds?: number): number
declare function clearTimeout(handle: number | undefined): void
declare const performance: { now(): number }
declare const console: { error(...data: unknown[]): void; warn(...data: unknown[]): void }
declare const crypto: {
  getRandomValues<T extends Uint8Array>(array: T): T
  readonly subtle: { digest(algorithm: 'SHA-256', data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> }
}
