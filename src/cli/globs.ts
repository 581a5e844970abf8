import { readdir, stat } from 'node:fs/promises'
import picomatch from 'picomatch'
import type { FilePath } from './filePaths'

/**
 * The paths, with what matches in place of each that is a pattern (`news/**\/*.jsonl.gz`) and no file, in order of name: a list of a
 * million files is too long for a shell. What is hidden is left out. A pattern that nothing matches stays, and is told of as a missing file.
 */
export async function expandedPaths(paths: readonly FilePath[]): Promise<readonly FilePath[]> {
  const expanded = new Map<string, FilePath>()
  for (const path of paths) {
    for (const found of (await isPattern(path)) ? await matches(path) : [path])
      if (!expanded.has(found.name)) expanded.set(found.name, found)
  }
  return [...expanded.values()]
}

async function isPattern({ path }: FilePath): Promise<boolean> {
  if (typeof path !== 'string' || !picomatch.scan(path).isGlob) return false
  return stat(path).then(
    () => false,
    () => true
  )
}

async function matches(pattern: FilePath): Promise<readonly FilePath[]> {
  const { prefix, base, glob } = picomatch.scan(pattern.name)
  const isMatch = picomatch(glob)
  const below = await filesBelow(base === '' ? '.' : base, glob.includes('/') || glob.includes('**'))
  const folder = base === '' ? prefix : `${prefix}${base.endsWith('/') ? base : `${base}/`}`
  const names = below.filter((name) => isMatch(name)).map((name) => `${folder}${name}`)
  return names.length === 0 ? [pattern] : names.sort().map((name) => ({ path: name, name }))
}

/** Empty where there is no such folder. */
async function filesBelow(folder: string, recursive: boolean): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive }).catch(() => [])
  return names.map((name) => name.replaceAll('\\', '/'))
}
