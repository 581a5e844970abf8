import { Uri } from 'vscode'
import { fileName } from '../workspace/fileName'
import { nodeBuiltin } from '../workspace/nodeBuiltin'
import { diskFiles, removeUnfinished, type NodeFs } from './diskFiles'
import {
  proveReplaceable,
  replaceFile,
  type Pieces,
  type ReplaceableFiles,
  type ReplaceProblem,
  type ReplaceTarget
} from './replaceFile'
import { workspaceFiles } from './workspaceFiles'

/** Looks whether a file may be replaced, as `proveReplaceable` says. */
export async function proveWorkspaceFile(target: Uri): Promise<ReplaceProblem | 'proven' | undefined> {
  const { files, names } = await reached(target)
  return proveReplaceable(files, names)
}

/**
 * Writes a whole file or none, as `replaceFile` says. A file of this machine is written as its bytes are made; elsewhere, and in the
 * browser, they are gathered before, because VS Code writes whole files.
 */
export async function replaceWorkspaceFile(
  target: Uri,
  pieces: Pieces,
  isProven = false
): Promise<ReplaceProblem | undefined> {
  const { files, names } = await reached(target)
  return replaceFile(files, names, pieces, isProven)
}

/** To be called when the window closes: removes what lies half written beside its target. */
export function removeHalfWritten(): void {
  const fs = nodeFs()
  if (fs) removeUnfinished(fs, unfinished)
}

/** Of this window, whoever writes them. */
const unfinished = new Set<string>()

async function reached(target: Uri): Promise<{ readonly files: ReplaceableFiles; readonly names: ReplaceTarget }> {
  const fs = target.scheme === 'file' ? nodeFs() : undefined
  if (!fs) {
    const files = workspaceFiles({ target, ...placesOf(target) })
    return { files, names: { name: 'target', folder: 'folder', beside: 'beside' } }
  }
  const real = await followed(target, fs)
  const { folder, beside } = placesOf(real)
  return {
    files: diskFiles(fs, unfinished),
    names: { name: real.fsPath, folder: folder.fsPath, beside: beside.fsPath }
  }
}

function nodeFs(): NodeFs | undefined {
  const { promises, rmSync } = nodeBuiltin<NodeFs>('node:fs')
  return promises && rmSync && { promises, rmSync }
}

function placesOf(target: Uri): { readonly folder: Uri; readonly beside: Uri } {
  const folder = Uri.joinPath(target, '..')
  const unique = Math.random().toString(36).slice(2, 10)
  // Cut, because a name may be as long as a system allows.
  const name = [...fileName(target)].slice(0, 40).join('')
  return { folder, beside: Uri.joinPath(folder, `.${name}.${unique}.tmp`) }
}

/** Where a link leads, so that it is not replaced: not that of a folder above, which makes no difference. */
async function followed(target: Uri, { promises }: NodeFs): Promise<Uri> {
  const stats = await promises.lstat(target.fsPath).catch(() => undefined)
  if (!stats?.isSymbolicLink()) return target
  return promises.realpath(target.fsPath).then(
    (path) => Uri.file(path),
    () => target
  )
}
