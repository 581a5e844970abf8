import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Engine } from '../../src/analysis'
import type { AnalyzedArticle } from '../../src/analysis'
import { ArticleDocuments } from '../../src/workspace/articleDocuments'
import { ArticleFolder } from '../../src/workspace/articleFolder'
import { cacheOver } from '../unit/workspace/cacheOver'
import { eventually, MemoryWorkspace } from '../unit/workspace/memoryWorkspace'
import type { Fuzzed } from './fuzzed'

const files = {
  'a.txt': 'Oda Brennvik spoke first.\n\n"The bridge will be open before the winter comes," Brennvik said.\n',
  'b.txt': 'A county spokeswoman, Oda Brennvik, said on Monday that the bridge was late.\n',
  'c.txt': '\u201cThe bridge will be open before the winter comes,\u201d Oda Brennvik said.\n'
}

const damage = fc.record({
  file: fc.nat(),
  how: fc.constantFrom('flip', 'cut', 'empty', 'remove', 'double', 'noise', 'exchange', 'word'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  byte: fc.integer({ min: 1, max: 255 }),
  word: fc.constantFrom('null', '[]', '{}', '-1', '1e999', '""', 'true', '"__proto__"')
})
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never

/** Stores of a folder that somebody else broke: the folder says the same, and what is kept next is whole again. */
export function fuzzedStores(engine: Engine): readonly Fuzzed[] {
  return [
    {
      name: 'stores of a folder that a disk or somebody else broke',
      runs: 25,
      property: fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
        const kept = new Map<string, Uint8Array>()
        const whole = await session(engine, kept)
        for (const one of damages) breakStore(kept, one)
        assert.deepEqual(await session(engine, kept), whole, 'with what was broken')
        assert.deepEqual(await session(engine, kept), whole, 'in the next session')
      })
    }
  ]
}

/** Opens the folder, has it read, and closes it: the facts of its articles and who is who across them. */
async function session(engine: Engine, kept: Map<string, Uint8Array>): Promise<unknown> {
  const workspace = new MemoryWorkspace(files)
  const engineSource = () => Promise.resolve(engine)
  const documents = new ArticleDocuments({ texts: workspace.texts, engine: engineSource, log: workspace.log })
  const folder = new ArticleFolder({
    files: workspace.folderFiles,
    documents,
    engine: engineSource,
    cache: () => cacheOver(kept),
    log: workspace.log
  })
  try {
    await folder.refresh()
    const articles = await eventually(
      () => folder.articles(),
      ({ length }) => length === Object.keys(files).length
    )
    const { corpus } = folder.snapshot() ?? assert.fail('no snapshot')
    return { articles: articles.map(facts), speakers: corpus.entities.map(({ name, type }) => `${name}, ${type}`) }
  } finally {
    folder.dispose()
    documents.dispose()
  }
}

function facts({ name, text, analysis }: AnalyzedArticle): unknown {
  return { name, text, analysis }
}

function breakStore(kept: Map<string, Uint8Array>, { file, how, at, byte, word }: Damage): void {
  const names = [...kept.keys()].sort()
  const name = names[file % names.length]
  const bytes = name === undefined ? undefined : kept.get(name)
  if (name === undefined || bytes === undefined) return
  const place = Math.floor(at * bytes.length)
  switch (how) {
    case 'flip':
      return void kept.set(
        name,
        bytes.map((old, index) => (index === place ? old ^ byte : old))
      )
    case 'cut':
      return void kept.set(name, bytes.slice(0, place))
    case 'empty':
      return void kept.set(name, new Uint8Array())
    case 'remove':
      return void kept.delete(name)
    case 'double':
      return void kept.set(name, Buffer.concat([bytes, bytes.slice(place)]))
    case 'noise':
      return void kept.set(
        name,
        bytes.map((old, index) => (index < place ? old : (index * byte) & 255))
      )
    case 'exchange':
      return void kept.set(name, kept.get(names[(file + byte) % names.length]!) ?? bytes)
    case 'word':
      return void kept.set(name, Buffer.from(withWord(Buffer.from(bytes).toString('latin1'), place, word), 'latin1'))
  }
}

/** Puts a JSON value in the place of another one: of an index that stays JSON. */
function withWord(text: string, place: number, word: string): string {
  const value = /"[^"\\]*"|-?\d+|null|\[\]/g
  value.lastIndex = place
  const found = value.exec(text)
  return found ? text.slice(0, found.index) + word + text.slice(found.index + found[0].length) : word
}
