import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Metafile } from 'esbuild'
import { thirdPartyNotices } from '../../build/notices.mjs'

const permission = 'Permission is hereby granted\nto anyone.'

describe('the notices of bundled packages', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aa-notices-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  function write(path: string, content: string | object): void {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  }

  function notices(inputs: Readonly<Record<string, number>>): string {
    return thirdPartyNotices([metafile(inputs)], folder)
  }

  it('name each package that has a part in a bundle, with its copyright, and each licence text once', () => {
    for (const name of ['one', '@scope/two', 'one/node_modules/three', 'unused']) {
      write(`node_modules/${name}/package.json`, {
        name: name.replace(/.*node_modules\//, ''),
        version: '1.0.0',
        license: 'MIT'
      })
      write(
        `node_modules/${name}/LICENSE.md`,
        `MIT\n\nCopyright (c) ${name}\n\n${permission.replace('\n', name === 'one' ? '\r\n' : ' ')}`
      )
    }
    const text = notices({
      'src/ours.ts': 5,
      'node_modules/one/lib/a.js': 5,
      'node_modules/@scope/two/index.js': 1,
      'node_modules/one/node_modules/three/index.js': 1,
      'node_modules/unused/index.js': 0
    })
    assert.deepEqual(
      text.split('\n').filter((line) => /\(MIT\)|Copyright|Permission/.test(line)),
      [
        '@scope/two 1.0.0 (MIT), in bundle.js',
        'Copyright (c) @scope/two',
        'one 1.0.0 (MIT), in bundle.js',
        'Copyright (c) one',
        'three 1.0.0 (MIT), in bundle.js',
        'Copyright (c) one/node_modules/three',
        'Permission is hereby granted to anyone.'
      ]
    )
  })

  it('refuse a licence that is not on the list, and none at all', () => {
    for (const license of ['GPL-3.0-only', undefined]) {
      write('node_modules/one/package.json', { name: 'one', version: '1.0.0', license })
      write('node_modules/one/LICENSE', permission)
      assert.throws(
        () => notices({ 'node_modules/one/a.js': 1 }),
        /one 1\.0\.0 is bundled, and its licence .* not on the list/
      )
    }
  })

  it('refuse a package that comes without a licence text', () => {
    write('node_modules/one/package.json', { name: 'one', version: '1.0.0', license: 'MIT' })
    assert.throws(
      () => notices({ 'node_modules/one/a.js': 1 }),
      /one 1\.0\.0 is bundled, and comes without a licence text/
    )
  })
})

function metafile(inputs: Readonly<Record<string, number>>): Metafile {
  const contents = Object.entries(inputs).map(([input, bytesInOutput]) => [input, { bytesInOutput }])
  return {
    inputs: {},
    outputs: {
      'dist/bundle.js': {
        bytes: 1,
        imports: [],
        exports: [],
        inputs: Object.fromEntries(contents) as Metafile['outputs'][string]['inputs']
      }
    }
  }
}
