import { FilePermission, FileSystemError, FileType, workspace, type Uri } from 'vscode'
import { gatheredBytes } from '../util/growingBytes'
import type { ReplaceableFiles } from './replaceFile'

/** Files by VS Code, wherever they are, under names of the caller's. VS Code writes whole files: all pieces are held before the first is. */
export function workspaceFiles(uris: Readonly<Record<string, Uri>>): ReplaceableFiles {
  const uriOf = (name: string) => uris[name]!
  const files: ReplaceableFiles = {
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
    write: async (name, pieces) => workspace.fs.writeFile(uriOf(name), await gatheredBytes(pieces)),
    async proveWritable(name) {
      const present = await files.read(name)
      await files.write(name, [present]).catch((error: unknown) => {
        if (files.problemOf(error)) throw error
      })
    },
    rename: async (from, to) => workspace.fs.rename(uriOf(from), uriOf(to), { overwrite: true }),
    delete: async (name) => workspace.fs.delete(uriOf(name)),
    problemOf: (error) =>
      error instanceof FileSystemError && error.code === 'NoPermissions' ? 'not-allowed' : undefined
  }
  return files
}
