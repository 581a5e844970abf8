import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { root } from '../host/places.mjs'

/** What a user downloads. A file that matches none of these must not get in. */
const allowed: readonly RegExp[] = [
  /^(package(\.nls(\.[a-z]{2})?)?\.json|readme\.md|changelog\.md|LICENSE\.txt)$/,
  /^dist\/(extension|worker|webview\/\w+)\.js$/,
  /^dist\/kernels(-shared)?\.wasm$/,
  /^dist\/(webview\/\w+\.css|webview\/codicon\.ttf|webview\/countries-110m\.json|THIRD-PARTY-NOTICES\.txt)$/,
  /^l10n\/bundle\.l10n\.[a-z]{2}\.json$/,
  /^media\/([\w-]+\/)*[\w-]+\.(png|svg|css|md)$/,
  /^models\/[\w.-]+\.(bin|safetensors|tsv|json|md|txt)$/,
  /^samples\/[\w-]+\.(txt|md)$/,
  /^schemas\/[\w-]+\.schema\.json$/,
  /^syntaxes\/[\w.-]+\.json$/
]

const needed = [
  'package.json',
  'package.nls.json',
  ...['de', 'es', 'fr'].flatMap((language) => [`package.nls.${language}.json`, `l10n/bundle.l10n.${language}.json`]),
  'readme.md',
  'changelog.md',
  'LICENSE.txt',
  'dist/extension.js',
  'dist/worker.js',
  'dist/kernels.wasm',
  'dist/kernels-shared.wasm',
  'dist/webview/sidebar.js',
  'dist/THIRD-PARTY-NOTICES.txt',
  'models/README.md',
  'models/encoder.safetensors',
  'models/licences.txt',
  'media/icon.png'
]

const vsix = join(root, 'out', 'article-annotator.vsix')

describe('the package', () => {
  let output: string
  let files: readonly string[]
  before(() => {
    mkdirSync(dirname(vsix), { recursive: true })
    const result = spawnSync('npm', ['run', 'package', '--', '--out', vsix], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32'
    })
    output = result.stdout + result.stderr
    assert.equal(result.status, 0, output)
    files = Object.keys(unzipSync(readFileSync(vsix))).flatMap((name) => /^extension\/(.*)/.exec(name)?.[1] ?? [])
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
    for (const folder of ['models', 'samples', 'schemas', 'syntaxes'])
      assert.ok(
        files.some((file) => file.startsWith(`${folder}/`)),
        folder
      )
  })

  it('is smaller than 11.5 MB, of which the language model takes 7.9', () => {
    const megabytes = statSync(vsix).size / 1e6
    assert.ok(megabytes < 11.5, `${megabytes.toFixed(2)} MB`)
  })

  it('names every package that is in its bundles', () => {
    const notices = readFileSync(join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), 'utf8')
    for (const name of ['preact', 'unified', 'fflate', '@vscode/codicons'])
      assert.match(notices, new RegExp(`^${name} \\d`, 'm'))
  })

  it('has the same bytes when it is packed at another time, in another folder, zone and language, by somebody else', function () {
    const folder = mkdtempSync(join(tmpdir(), 'aa-again-'))
    try {
      copyRepository(folder)
      const again = join(folder, 'again.vsix')
      const commit = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).stdout.trim()
      const umask = process.umask(0o077)
      const result = spawnSync('npm', ['run', 'package', '--', '--out', 'again.vsix'], {
        cwd: folder,
        encoding: 'utf8',
        shell: process.platform === 'win32',
        env: { ...process.env, SOURCE_DATE_EPOCH: commit, TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8' }
      })
      process.umask(umask)
      assert.equal(result.status, 0, result.stdout + result.stderr)
      assert.ok(readFileSync(again).equals(readFileSync(vsix)), 'the two packages differ')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

/** What git knows or would take, a year old, beside the same Node packages. */
function copyRepository(folder: string): void {
  const files = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8'
  })
  assert.equal(files.status, 0, files.stderr)
  for (const file of files.stdout
    .split('\0')
    .filter((name) => name !== '' && name !== 'node_modules')
    .reverse()) {
    cpSync(join(root, file), join(folder, file))
    utimesSync(join(folder, file), 1_700_000_000, 1_700_000_000)
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
}
