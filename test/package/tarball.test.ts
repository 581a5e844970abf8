import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { root } from '../host/places.mjs'

const isWindows = process.platform === 'win32'

/** As README says to install it: packed, and installed from the tarball alone where nothing else is. */
describe('the tarball of the command line', () => {
  let folder: string
  let files: readonly string[]
  let environment: NodeJS.ProcessEnv
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'aa-tarball-'))
    const prefix = join(folder, 'prefix')
    const home = join(folder, 'home')
    mkdirSync(home)
    environment = {
      ...process.env,
      HOME: home,
      USERPROFILE: home,
      npm_config_cache: join(home, 'cache'),
      npm_config_prefix: prefix,
      npm_config_offline: 'true',
      PATH: (isWindows ? prefix : join(prefix, 'bin')) + delimiter + (process.env['PATH'] ?? '')
    }
    const packed = run(root, 'npm', 'pack', '--json', '--pack-destination', folder)
    // Some versions of npm give a list, others an object by name.
    const told = JSON.parse(packed.slice(packed.search(/^[[{]/m))) as Packed[] | Record<string, Packed>
    files = Object.values(told)[0]?.files.map(({ path }) => path) ?? []
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? assert.fail('no tarball')
    run(folder, 'npm', 'install', '--global', join(folder, tarball))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('holds the command line, its models, kernels, licence and notices, and nothing else', () => {
    const models = readdirSync(join(root, 'models')).map((name) => `models/${name}`)
    assert.deepEqual(
      [...files].sort(),
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'dist/THIRD-PARTY-NOTICES.txt',
        'dist/cli.js',
        'dist/cli/mcp.js',
        'dist/cli/node-sqlite3-wasm.wasm',
        'dist/cli/queryThread.js',
        'dist/cli/sqlite.js',
        'dist/kernels.wasm',
        'package.json',
        ...models
      ].sort()
    )
  })

  it('puts article-annotator on the PATH', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    assert.equal(run(folder, 'article-annotator', '--version').trim(), version)
  })

  it('answers a question and writes a database', () => {
    const sample = join(root, 'samples', 'oslo-benefit-match.txt')
    const database = join(folder, 'articles.sqlite')
    run(folder, 'article-annotator', 'export', '--format', 'sqlite', '--output', database, sample)
    const select = 'SELECT count(*) AS n FROM articles'
    assert.equal(run(folder, 'article-annotator', 'query', '--format', 'csv', select, database), '"n"\r\n1\r\n')
  })

  it('analyzes a sample', () => {
    const sample = join(root, 'samples', 'oslo-benefit-match.txt')
    const output = run(folder, 'article-annotator', 'analyze', '--format', 'jsonl', sample)
    const { entities, quotes } = JSON.parse(output) as { entities: unknown[]; quotes: unknown[] }
    assert.ok(entities.length > 5 && quotes.length > 5, output)
  })

  function run(cwd: string, command: string, ...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd,
      encoding: 'utf8',
      env: environment,
      shell: isWindows
    })
    assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`)
    return stdout
  }
})

interface Packed {
  readonly files: readonly { readonly path: string }[]
}
