import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { GivenFile } from '../exchange'
import { readChunks } from './openFile'

/** Bytes of all files of one import together. */
const mostBytes = 200_000_000

/**
 * The given files, and those in the given folders and below, with their paths from there. Hidden ones are left out. Rejects with what
 * cannot be read.
 */
export async function givenFiles(paths: readonly string[]): Promise<readonly GivenFile[]> {
  const files: GivenFile[] = []
  let size = 0
  for (const path of paths) {
    const isFolder = (await stat(path)).isDirectory()
    const found = isFolder ? await filesBelow(path) : [{ file: path, path: basename(path) }]
    for (const { file, path: name } of found) {
      const chunks: Uint8Array[] = []
      for await (const chunk of readChunks({ path: file, name })) {
        size += chunk.length
        if (size > mostBytes) throw new Error(`the files are more than ${mostBytes / 1_000_000} MB together`)
        chunks.push(chunk)
      }
      files.push({ path: name, bytes: Buffer.concat(chunks) })
    }
  }
  return files
}

async function filesBelow(folder: string): Promise<readonly { readonly file: string; readonly path: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((file) => ({ file, path: file.slice(join(folder, '/').length).replaceAll('\\', '/') }))
    .filter(({ path }) => !path.split('/').some((part) => part.startsWith('.')))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}
