import type { ExportFormat } from '../exports'

/**
 * `vscode.l10n.t`, given as a parameter so that this file needs no VS Code. `@vscode/l10n-dev` extracts literals only: who
 * makes a bundle adds each format's `label` and `description` to it by hand.
 */
export type Translate = (message: string) => string

export interface ExportMenuItem {
  readonly label: string
  readonly description: string
  readonly format: ExportFormat
}

/** The formats as items of a quick pick, in their order. */
export function exportMenu(formats: readonly ExportFormat[], translate: Translate): ExportMenuItem[] {
  return formats.map((format) => ({
    label: translate(format.label),
    description: translate(format.description),
    format
  }))
}

/** The name of the file that is proposed for an article or folder of this name. */
export function proposedFileName({ suffix, extension }: ExportFormat, name: string): string {
  return `${name}${suffix}.${extension}`
}
