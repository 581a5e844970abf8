import type * as Vscode from 'vscode'

/** What of VS Code's interface the tools need. */
export interface LanguageToolInterface {
  readonly lm: Pick<typeof Vscode.lm, 'registerTool'>
  readonly LanguageModelToolResult: typeof Vscode.LanguageModelToolResult
  readonly LanguageModelTextPart: typeof Vscode.LanguageModelTextPart
}

/** Undefined where there is none: other editors that run extensions need not have it, whatever the types say. */
export function languageToolInterface(api: object): LanguageToolInterface | undefined {
  const { lm, LanguageModelToolResult, LanguageModelTextPart } = api as Partial<LanguageToolInterface>
  if (typeof lm?.registerTool !== 'function') return undefined
  return LanguageModelToolResult && LanguageModelTextPart && { lm, LanguageModelToolResult, LanguageModelTextPart }
}
