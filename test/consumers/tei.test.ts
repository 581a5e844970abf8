import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { tei } from '../../src/exchange/formats/tei'
import { root } from '../host/places.mjs'
import { arbitraryDocument } from '../unit/exchange/arbitraryDocuments'
import { plainDocument, tortureDocuments } from '../unit/exchange/documents'
import { inputOf, written } from '../unit/exchange/inputs'
import { schemaErrors } from '../unit/exchange/schemas'

const schema = join(root, 'test/fixtures/schemas/tei_all.rng')

/** TEI's own schema is too large for a unit test: libxml2 takes a quarter of a minute to read it. */
describe('validators of TEI P5', () => {
  let folder: string
  let texts: readonly string[]
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tei-'))
    const documents = [plainDocument(), ...tortureDocuments(), ...fc.sample(arbitraryDocument(), 60)]
    texts = (await written(tei, inputOf(documents))).map(({ bytes }) => new TextDecoder().decode(bytes))
  })
  after(() => {
    rmSync(folder, { recursive: true })
  })

  const jing = (xml: readonly string[]) => {
    const paths = xml.map((text, index) => join(folder, `${index}.xml`))
    for (const [index, path] of paths.entries()) writeFileSync(path, xml[index]!)
    const { stdout, error } = spawnSync('jing', [schema, ...paths], { encoding: 'utf8' })
    if (error) throw error
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => line.replace(`${folder}/`, ''))
  }

  it('jing (Debian: jing) takes every article', () => {
    assert.deepEqual(jing(texts), [])
  })

  it('jing refuses an attribute that is none: the test can fail', () => {
    assert.match(jing([texts[0]!.replace('<said', '<said whom="x"')]).join('\n'), /attribute "whom" not allowed/)
  })

  it('libxml2 (npm: xmllint-wasm) takes an article', async function () {
    this.timeout(180_000)
    assert.deepEqual(await schemaErrors('tei_all.rng', texts[0]!), [])
  })
})
