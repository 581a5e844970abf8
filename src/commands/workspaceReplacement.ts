import { FilePermission, FileSystemError, FileType, Uri, workspace } from 'vscode'
import { fileName } from '../workspace/fileName'
import { proveReplaceable, replaceFile, type ReplaceableFiles, type ReplaceProblem } from './replaceFile'

/** Looks whether a file may be replaced, as `proveReplaceable` says, through VS Code. */
export function proveWorkspaceFile(target: Uri): Promise<ReplaceProblem | 'proven' | undefined> {
  return proveReplaceable(filesOf({ target, folder: Uri.joinPath(target, '..') }), { name: 'target', folder: 'folder' })
}

/** Writes a whole file or none, as `replaceFile` says, through VS Code. */
export function replaceWorkspaceFile(
  target: Uri,
  bytes: Uint8Array,
  isProven = false
): Promise<ReplaceProblem | undefined> {
  const folder = Uri.joinPath(target, '..')
  const unique = Math.random().toString(36).slice(2, 10)
  const beside = Uri.joinPath(folder, `.${fileName(target)}.${unique}.tmp`)
  const names = { name: 'target', folder: 'folder', beside: 'beside' }
  return replaceFile(filesOf({ target, folder, beside }), names, bytes, isProven)
}

function filesOf(uris: Readonly<Record<string, Uri>>): ReplaceableFiles {
  const uriOf = (name: string) => uris[name]!
  return {
    async kind(name) {
      try {
        const { type, permissions } = await workspace.fs.stat(uriOf(name))
        if (type & FileType.Directory) return 'folder'
        if (!(type & FileType.File)) return 'other'
        if (permissions === FilePermission.Readonly) return 'read-only'
        return type & FileType.SymbolicLink ? 'link' : 'file'
      } catch (error) {
        if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined
        throw error
      }
    },
    read: async (name) => workspace.fs.readFile(uriOf(name)),
    write: async (name, bytes) => workspace.fs.writeFile(uriOf(name), bytes),
    rename: async (from, to) => workspace.fs.rename(uriOf(from), uriOf(to), { overwrite: true }),
    delete: async (name) => workspace.fs.delete(uriOf(name)),
    isRefusal: (error) => error instanceof FileSystemError && error.code === 'NoPermissions'
  }
}
