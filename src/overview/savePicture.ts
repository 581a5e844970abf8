import { Uri, window, workspace } from 'vscode'
import type { PictureKind } from '../protocol/overview'
import { l10n } from '../workspace/l10n'

export interface PictureFile {
  readonly picture: PictureKind
  readonly format: 'svg' | 'png'
  /** SVG as text, or PNG as base64. */
  readonly content: string
}

/** Asks where to, and writes the picture. Undefined when the user gives up. */
export async function savePicture({ picture, format, content }: PictureFile): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri
  const name = `${folder ? (/[^/]*$/.exec(folder.path)?.[0] ?? '') : 'articles'}-${picture}.${format}`
  const target = await window.showSaveDialog({
    filters: format === 'svg' ? { SVG: ['svg'] } : { PNG: ['png'] },
    title: l10n.t('Save Picture'),
    ...(folder && { defaultUri: Uri.joinPath(folder, name) })
  })
  if (!target) return undefined
  await workspace.fs.writeFile(target, format === 'svg' ? new TextEncoder().encode(content) : bytesOf(content))
  return target
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
