import { commands, type TreeView } from 'vscode'

/** What the keys of our trees give to their commands, as package.json says. */
const byKey = 'by key'

/**
 * The row that a command of a tree was given. VS Code gives none to a key and tells which rows are selected, not which one has the
 * focus, and arrow keys move the focus alone. So where a key called, the row with the focus is selected first, unless several are
 * selected; then the selection is what the command is about, and this is undefined.
 */
export async function rowOfKey(row: unknown, view: Pick<TreeView<unknown>, 'selection'>): Promise<unknown> {
  if (row !== byKey) return row
  if (view.selection.length < 2) await commands.executeCommand('list.select')
  return undefined
}
