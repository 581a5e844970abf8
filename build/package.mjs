// @ts-check
// `npm run package [-- --out FILE]`: makes the .vsix. The same commit gives the same bytes, whenever, wherever and by whom it is packed
// (with one version of Node: the compressed bytes are its zlib's).
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { repacked } from './repack.mjs'

const root = join(import.meta.dirname, '..')
/** The first second that a zip file can say: without a commit any fixed time does. */
const noCommit = '315532800'

const { values } = parseArgs({ options: { out: { type: 'string' } } })
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const target = resolve(values.out ?? join(root, `${name}-${version}.vsix`))
const epoch = process.env['SOURCE_DATE_EPOCH'] ?? commitTime() ?? noCommit
// A zip file holds local times.
process.env['TZ'] = 'UTC'
process.env['SOURCE_DATE_EPOCH'] = epoch

const folder = mkdtempSync(join(tmpdir(), 'aa-package-'))
try {
  const plain = join(folder, 'plain.vsix')
  run(join(root, 'esbuild.mjs'), '--production')
  run(join(root, 'node_modules', '@vscode', 'vsce', 'vsce'), 'package', '--no-dependencies', '--out', plain)
  const packed = await repacked(readFileSync(plain), new Date(Number(epoch) * 1000))
  writeFileSync(target, packed)
  console.log(`${target}: ${packed.length.toLocaleString('en')} bytes`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** @returns {string | undefined} seconds; undefined outside of a git repository */
function commitTime() {
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' })
  return status === 0 && /^\d+\s*$/.test(stdout) ? stdout.trim() : undefined
}

/** @param {string} script @param {readonly string[]} args */
function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
