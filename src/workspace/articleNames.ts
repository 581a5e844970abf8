import { workspace, type Uri } from 'vscode'

/**
 * An article's name in lists and exports: its path inside the workspace, with the folder's name where there are
 * several.
 */
export function articleName(uri: Uri): string {
  return workspace.asRelativePath(uri)
}
