import type { Uri } from 'vscode'
import { printableMessage, withoutMarks } from '../util/printable'

/** The last part of the path, as a notification may show it. */
export function shownName(uri: Uri): string {
  return withoutMarks(printableMessage(fileName(uri), 120))
}

/** The last part of the path. */
export function fileName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1)
}
