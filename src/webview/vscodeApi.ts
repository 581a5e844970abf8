import type { WebviewMessage } from '../protocol/sidebar'

interface VsCodeApi {
  postMessage(message: WebviewMessage): void
  getState(): unknown
  setState(state: unknown): void
}

declare function acquireVsCodeApi(): VsCodeApi

/** The way to the host side; there is one in each webview. */
export const vscodeApi: VsCodeApi = acquireVsCodeApi()
