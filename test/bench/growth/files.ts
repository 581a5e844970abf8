import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeText, findSpoilage, mendText } from '../../../src/article'
import { findArticleFiles } from '../../../src/cli/articleFiles'
import type { GrowthCase, GrowthGroup } from './growth'

/** What files do to whoever reads them: their encoding, what spoiled their text, and folders in folders. */
export function fileGroups(): Promise<readonly GrowthGroup[]> {
  return Promise.resolve([
    { what: 'decoding a file', cases: byteParts.map(decodingCase) },
    { what: 'finding what spoiled a text', cases: spoiledParts.map((part) => textCase(part, findSpoilage)) },
    { what: 'mending a text', cases: spoiledParts.map((part) => textCase(part, mendText)) },
    {
      what: 'listing folders in folders',
      unit: 'folders deep',
      sizes: { shortest: 100, longest: 1600 },
      cases: [{ name: 'd/d/d/', prepare: deepFolder }]
    }
  ])
}

const byteParts: readonly (readonly number[])[] = [
  [0x93, 0x4e, 0x6f, 0x94, 0x20],
  [0xe9],
  [0x61, 0xff],
  [0xc3, 0xa9, 0xff],
  [0xe2, 0x80],
  [0x82, 0xa0],
  [0xcf, 0xf0, 0xe8, 0x20],
  [0x0d]
]

const spoiledParts = [
  '\u00E2\u20AC\u0153No\u00E2\u20AC\u009D ',
  '\u00C3\u00B6',
  '\u00E2\u20AC',
  '\u00C3',
  '&amp;',
  '&amp;amp;quot;',
  '&a',
  '&#',
  '<a ',
  '<p>x</p>\n',
  '<script>',
  '<!-- ',
  '<script></script>',
  '\n \t'
]

function decodingCase(part: readonly number[]): GrowthCase {
  return {
    name: part.map((byte) => byte.toString(16)).join(' '),
    prepare: (size) => {
      const bytes = Uint8Array.from({ length: size }, (_, at) => part[at % part.length] ?? 0)
      return () => void decodeText(bytes)
    }
  }
}

function textCase(part: string, work: (text: string, format: 'plain') => unknown): GrowthCase {
  return {
    name: JSON.stringify(part),
    prepare: (size) => {
      const text = part.repeat(Math.ceil(size / part.length))
      return () => void work(text, 'plain')
    }
  }
}

function deepFolder(depth: number): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'article-annotator-deep-'))
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
  const deepest = join(folder, 'd/'.repeat(depth))
  mkdirSync(deepest, { recursive: true })
  writeFileSync(join(deepest, 'a.txt'), '')
  return async () => {
    const { files } = await findArticleFiles([{ path: folder, name: folder }])
    if (files.length !== 1) throw new Error(`${files.length} articles were found`)
  }
}
