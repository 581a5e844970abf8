import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodeText } from '../../src/article'

/** A text and where it comes from: texts of one group are never parted between development and the held-out half. */
export interface Sample {
  readonly name: string
  readonly group: string
  readonly text: string
  readonly kind: SampleKind
}

export type SampleKind = 'package text' | 'system text' | 'other file' | 'written' | 'gold' | 'news'

/** Those that are there are searched. */
const nodeModules = [
  'node_modules',
  '../main/.vscode-test/host/node/node_modules',
  '../main/.vscode-test/host/vscode/node_modules',
  '/usr/lib/node_modules'
]

/** Files of one package, at most. */
const mostOfPackage = 12
const longestFile = 3_000_000

/**
 * What lies in packages and is no article: texts (.txt, .md, README, LICENSE, CHANGELOG, copyright and their like) of npm
 * packages and of Debian's, each content once, at most `mostOfPackage` of one package; and, as `other file`, some source code,
 * settings, tables and manual pages.
 */
export async function findOthers(): Promise<readonly Sample[]> {
  const found = new Map<string, Sample>()
  const counts = new Map<string, number>()
  const take = async (path: string, group: string, kind: SampleKind, most = mostOfPackage) => {
    const key = `${kind} ${group}`
    const count = counts.get(key) ?? 0
    if (count >= most) return
    const text = await textOf(path)
    if (text === undefined) return
    const digest = createHash('sha256').update(text.replace(/\s+/g, ' ')).digest('hex')
    if (found.has(digest)) return
    counts.set(key, count + 1)
    found.set(digest, { name: path, group, text, kind })
  }
  for (const root of nodeModules)
    for await (const path of filesBelow(root)) {
      const group = packageOf(path.slice(root.length + 1))
      if (isText(path)) await take(path, group, 'package text')
      else if (/\.(?:ya?ml|csv|tsv|json|ts|js|css|html)$/.test(path)) await take(path, group, 'other file', 1)
    }
  for await (const path of filesBelow('/usr/share/doc')) {
    const group = path.split('/')[4] ?? ''
    if (
      isText(path) ||
      /\/(?:copyright|changelog|NEWS|README|TODO|AUTHORS|THANKS|NOTICE|FAQ|HACKING)[^/]*$/i.test(path)
    )
      await take(path, group, 'package text')
    else await take(path, group, 'other file', 2)
  }
  for await (const path of filesBelow('/usr/share'))
    if (/\.txt(?:\.gz)?$/.test(path) && !path.startsWith('/usr/share/doc/'))
      await take(path, path.split('/').slice(3, 5).join('/'), 'package text')
    else if (/\.(?:rst|pod|csv|conf|ini|awk|el|R|pm|h)$|\/man\d\/[^/]*\.gz$/.test(path))
      await take(path, path.split('/').slice(3, 6).join('/').slice(0, 18), 'other file', 6)
  for (const root of ['/usr/lib/python3/dist-packages', '/usr/local/lib', '/etc', '/var/log'])
    for await (const path of filesBelow(root)) {
      const group = path
        .slice(root.length + 1)
        .split('/')
        .slice(0, 3)
        .join('/')
      if (isText(path)) await take(path, group, 'system text')
      else if (/\.(?:py|conf|cfg|log|toml|sh|list)$|METADATA$|RECORD$/.test(path))
        await take(path, group, 'other file', 2)
    }
  return [...found.values()]
}

function isText(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return (
    /\.(?:txt|md|markdown|text)(?:\.gz)?$/i.test(name) ||
    /^(?:README|LICEN[CS]E|COPYING|CHANGE(?:S|LOG)|HISTORY|AUTHORS|CONTRIBUTORS|NOTICE|TODO|NEWS|SECURITY|INSTALL)[^/]*$/i.test(
      name
    )
  )
}

/** "@scope/name" or "name" of a path below a folder `node_modules`. */
function packageOf(path: string): string {
  const parts = path.split('/')
  return parts[0]?.startsWith('@') ? `${parts[0]}/${parts[1] ?? ''}` : (parts[0] ?? '')
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    if ((await stat(path)).size > longestFile) return undefined
    const bytes = await readFile(path)
    const decoded = decodeText(path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    return 'text' in decoded && decoded.text.trim().length > 0 && decoded.text.length < longestFile
      ? decoded.text
      : undefined
  } catch {
    return undefined
  }
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else if (entry.isFile()) yield path
  }
}
