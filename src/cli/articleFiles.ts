import type { BigIntStats, Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { sep } from 'node:path'
import { entryPath, type FilePath } from './filePaths'
import { isDescriptor, kindOfFile } from './openFile'
import { describeFailure, type Message } from './report'

/** A file to be read. */
export interface ArticleFile extends FilePath {
  /** It was given itself, and not found in a folder. */
  readonly isNamed: boolean
}

/** Articles, in a stable order, and the files and folders that could not be looked at. */
export interface FoundFiles {
  readonly files: readonly ArticleFile[]
  readonly failures: readonly Message[]
}

/**
 * The given files, whatever they are called, and the articles (.txt, .md) in the given folders and below, in order of name.
 * Hidden entries and `node_modules` are left out. A symbolic link is followed when what it leads to is not found anyway: so a
 * link to a folder above its own never leads round in circles. What is no file (a pipe, a device, a socket) is a failure. Linear
 * in the number of folders, however deep they are. `within`, a real path: files elsewhere are failures.
 */
export async function findArticleFiles(paths: readonly FilePath[], within?: string): Promise<FoundFiles> {
  const files: ArticleFile[] = []
  const failures: Message[] = []
  for (const path of paths) {
    try {
      const stats = await stat(path.path, { bigint: true })
      if (stats.isDirectory())
        for (const file of await articlesOf(path, stats, failures)) files.push({ ...file, isNamed: false })
      else if (stats.isFile() || isDescriptor(path.path)) files.push({ ...path, isNamed: true })
      else failures.push(noFile(path, stats))
    } catch (error) {
      failures.push(describeFailure(path.name, error))
    }
  }
  return within === undefined ? { files, failures } : filesWithin({ files, failures }, within)
}

async function filesWithin({ files, failures }: FoundFiles, within: string): Promise<FoundFiles> {
  const found: ArticleFile[] = []
  const outside: Message[] = []
  for (const file of files) {
    if (await isWithin(file.path, within)) found.push(file)
    else outside.push({ name: file.name, message: 'leads out of the folder: it is not read' })
  }
  return { files: found, failures: [...failures, ...outside] }
}

/** Whether a path, where all its symbolic links lead, is below a folder, which is a real path. */
export async function isWithin(path: string | Buffer, folder: string): Promise<boolean> {
  const real = await realpath(path).catch(() => undefined)
  return real !== undefined && real.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`)
}

/** What was found, in order: an article, or a link that is looked at when all that is no link is known. */
type Found = { readonly file: FilePath; readonly id?: string } | { readonly link: FilePath }

interface Walk {
  /** The folders that were listed, by `idOf`. */
  readonly folders: Set<string>
  readonly failures: Message[]
}

async function articlesOf(folder: FilePath, stats: BigIntStats, failures: Message[]): Promise<FilePath[]> {
  const walk: Walk = { folders: new Set([idOf(stats)]), failures }
  let found = await foundIn(folder, walk)
  const articles = new Set<string>()
  // What a link leads to may have links in it.
  while (found.some((entry) => 'link' in entry)) {
    for (const entry of found) if ('file' in entry) articles.add(entry.id ?? (await idOfFile(entry.file)))
    const next: Found[] = []
    for (const entry of found) next.push(...('file' in entry ? [entry] : await follow(entry.link, walk, articles)))
    found = next
  }
  return found.flatMap((entry) => ('file' in entry ? [entry.file] : []))
}

async function foundIn(folder: FilePath, walk: Walk): Promise<Found[]> {
  const found: Found[] = []
  for (const { name, entry } of await entriesOf(folder)) {
    const path = entryPath(folder, name)
    try {
      if (entry.isSymbolicLink()) found.push({ link: path })
      else if (entry.isDirectory()) {
        const id = idOf(await stat(path.path, { bigint: true }))
        if (!walk.folders.has(id)) {
          walk.folders.add(id)
          for (const below of await foundIn(path, walk)) found.push(below)
        }
      } else if (!isArticle(path)) continue
      else if (entry.isFile()) found.push({ file: path })
      else walk.failures.push(noFile(path, entry))
    } catch (error) {
      walk.failures.push(describeFailure(path.name, error))
    }
  }
  return found
}

/** By name, without hidden entries and `node_modules`. */
async function entriesOf(
  folder: FilePath
): Promise<readonly { readonly name: Buffer; readonly entry: Dirent<Buffer> }[]> {
  const entries = await readdir(folder.path, { withFileTypes: true, encoding: 'buffer' })
  return entries
    .map((entry) => ({ name: entry.name, key: entry.name.toString(), entry }))
    .filter(({ key }) => !key.startsWith('.') && key !== 'node_modules')
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : Buffer.compare(a.name, b.name)))
}

async function follow(link: FilePath, walk: Walk, articles: Set<string>): Promise<readonly Found[]> {
  try {
    const stats = await stat(link.path, { bigint: true })
    const id = idOf(stats)
    if (stats.isDirectory()) {
      if (walk.folders.has(id)) return []
      walk.folders.add(id)
      return await foundIn(link, walk)
    }
    if (!isArticle(link) || articles.has(id)) return []
    if (!stats.isFile()) {
      walk.failures.push(noFile(link, stats))
      return []
    }
    articles.add(id)
    return [{ file: link, id }]
  } catch (error) {
    // A link to nothing, or round in a circle, is nothing to us unless it looks like an article.
    const isLost = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ELOOP')
    if (isArticle(link) || !isLost) walk.failures.push(describeFailure(link.name, error))
    return []
  }
}

async function idOfFile({ path }: FilePath): Promise<string> {
  // A file that has vanished is told of when it is read.
  return stat(path, { bigint: true }).then(idOf, () => '')
}

function idOf({ dev, ino }: BigIntStats): string {
  return `${dev}:${ino}`
}

function noFile({ name }: FilePath, stats: BigIntStats | Dirent<Buffer>): Message {
  return { name, message: `is ${kindOfFile(stats)}, not a file` }
}

/** Whether there is a folder of that path. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false
  )
}

function isArticle({ name }: FilePath): boolean {
  return /\.(?:txt|md)$/i.test(name)
}
