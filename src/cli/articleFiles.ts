import { readdir, realpath, stat } from 'node:fs/promises'
import { sep } from 'node:path'
import { describeFailure, type Failure } from './failure'

/** Paths of articles, in a stable order, and the files and folders that could not be looked at. */
export interface FoundFiles {
  readonly files: readonly string[]
  readonly failures: readonly Failure[]
}

/**
 * The given files, whatever they are called, and the articles (.txt, .md) in the given folders and below, in order of name.
 * Hidden entries and `node_modules` are left out. Symbolic links that lead back into the given folder are left out too, since
 * what they lead to is found anyway: so a link to a folder above its own never leads round in circles.
 */
export async function findArticleFiles(paths: readonly string[]): Promise<FoundFiles> {
  const files: string[] = []
  const failures: Failure[] = []
  for (const path of new Set(paths)) {
    try {
      if ((await stat(path)).isDirectory())
        await walk(path, { root: await realpath(path), visited: new Set(), files, failures })
      else files.push(path)
    } catch (error) {
      failures.push(describeFailure(path, error))
    }
  }
  return { files, failures }
}

interface Walk {
  /** The real path of the folder that was asked for. */
  readonly root: string
  /** Real paths of the folders that were listed. */
  readonly visited: Set<string>
  readonly files: string[]
  readonly failures: Failure[]
}

async function walk(folder: string, state: Walk): Promise<void> {
  const real = await realpath(folder)
  if (state.visited.has(real)) return
  state.visited.add(real)
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = `${folder.replace(/[/\\]+$/, '')}/${entry.name}`
    try {
      if (entry.isDirectory()) await walk(path, state)
      else if (entry.isSymbolicLink()) await follow(path, state)
      else if (entry.isFile() && isArticle(path)) state.files.push(path)
    } catch (error) {
      state.failures.push(describeFailure(path, error))
    }
  }
}

async function follow(link: string, state: Walk): Promise<void> {
  const target = await realpath(link).catch(() => undefined)
  if (target === undefined) {
    // A link to nothing: reading it says so, when it looks like an article.
    if (isArticle(link)) state.files.push(link)
    return
  }
  if (target === state.root || target.startsWith(state.root + sep)) return
  if ((await stat(target)).isDirectory()) await walk(link, state)
  else if (isArticle(link)) state.files.push(link)
}

function isArticle(path: string): boolean {
  return /\.(?:txt|md)$/i.test(path)
}
