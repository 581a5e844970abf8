/** What VS Code gives to the script of a webview. */
interface VsCodeApi {
  postMessage(message: unknown): void
  getState(): unknown
  setState(state: unknown): void
}

declare function acquireVsCodeApi(): VsCodeApi

/** The way to the host; VS Code gives it out once in each webview. */
export const vscodeApi: VsCodeApi = acquireVsCodeApi()
