import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listFiles } from '@vscode/vsce'
import { root } from '../host/places.mjs'

/** What a user downloads. A file that matches none of these must not get in. */
const allowed: readonly RegExp[] = [
  /^(package(\.nls)?\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
  /^dist\/(extension|webview|worker)\.js$/,
  /^dist\/(webview\.css|codicon\.ttf)$/,
  /^l10n\/bundle\.l10n(\.[a-z-]+)?\.json$/,
  /^media\/([\w-]+\/)*[\w-]+\.(png|svg|css|md)$/,
  /^models\/[\w.-]+\.(bin|tsv|json|md)$/,
  /^samples\/[\w-]+\.(txt|md)$/,
  /^syntaxes\/[\w.-]+\.json$/
]

const needed = [
  'package.json',
  'package.nls.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'dist/extension.js',
  'dist/worker.js',
  'dist/webview.js',
  'media/icon.png'
]

const vsix = join(root, 'out', 'article-annotator.vsix')

describe('the package', () => {
  let output: string
  let files: readonly string[]
  before(async () => {
    mkdirSync(dirname(vsix), { recursive: true })
    const result = spawnSync('npm', ['run', 'package', '--', '--out', vsix], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32'
    })
    output = result.stdout + result.stderr
    assert.equal(result.status, 0, output)
    files = (await listFiles({ cwd: root, packagedDependencies: [] })).map((file) => file.replaceAll('\\', '/'))
  })

  it('is made without a warning of vsce', () => {
    assert.deepEqual(
      output.split('\n').filter((line) => /^\s*(WARNING|ERROR)/.test(line)),
      []
    )
  })

  it('holds only what is allowed', () => {
    assert.deepEqual(
      files.filter((file) => !allowed.some((pattern) => pattern.test(file))),
      []
    )
  })

  it('holds all that is needed', () => {
    assert.deepEqual(
      needed.filter((file) => !files.includes(file)),
      []
    )
    for (const folder of ['models', 'samples', 'syntaxes'])
      assert.ok(
        files.some((file) => file.startsWith(`${folder}/`)),
        folder
      )
  })

  it('is smaller than 3 MB', () => {
    const megabytes = statSync(vsix).size / 1e6
    assert.ok(megabytes < 3, `${megabytes.toFixed(2)} MB`)
  })
})
