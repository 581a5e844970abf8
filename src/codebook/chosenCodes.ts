import type { TreeView } from 'vscode'
import type { Code, Codebook } from '../annotations'
import type { CodebookTools } from './tools'

export interface ChosenCodes {
  readonly codebook: Codebook
  /** At least one, of the codebook. */
  readonly codes: readonly Code[]
  readonly ids: readonly string[]
}

/**
 * The codes that a command is about: those of the view's menu (the row, and all selected ones where it is among them), or those
 * that are selected when a key called it. Undefined when there are none. Arguments may be anything.
 */
export function chosenCodes(
  { active }: Pick<CodebookTools, 'active'>,
  view: TreeView<string>,
  row: unknown,
  rows: unknown
): ChosenCodes | undefined {
  const codebook = active.codebook()
  if (!codebook) return undefined
  const named = Array.isArray(rows) && rows.length > 0 ? rows : row === undefined ? view.selection : [row]
  const ids = named.filter((id): id is string => typeof id === 'string')
  const codes = codebook.project.codes.filter(({ id }) => ids.includes(id))
  return codes.length > 0 ? { codebook, codes, ids: codes.map(({ id }) => id) } : undefined
}
