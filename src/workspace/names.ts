import { workspace, type Uri } from 'vscode'

/** How an article is called in lists and exports: its path inside the workspace, with the folder's name where there are several. */
export function articleName(uri: Uri): string {
  return workspace.asRelativePath(uri)
}

/** The last part of the path. */
export function fileName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1)
}
