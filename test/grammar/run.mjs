// `npm run test:grammar`: the assertions, then the snapshots; `--update` accepts new snapshots.
// The two tools take one scope for all files of a call, so each kind of file has its own call.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const here = import.meta.dirname
const root = join(here, '..', '..')
const tools = dirname(createRequire(import.meta.url).resolve('vscode-tmgrammar-test/package.json'))
const host = ['-g', 'test/grammar/fixtures/host.tmLanguage.json']
const update = process.argv.includes('--update')

const missing = update ? [] : readdirSync(join(here, 'snapshots')).filter((file) => !file.endsWith('.snap') && !existsSync(join(here, 'snapshots', `${file}.snap`)))
if (missing.length > 0) {
  // The tool would write a missing snapshot and call it a pass.
  console.error(`no snapshot of ${missing.join(', ')}: look at it, then run npm run test:grammar -- --update`)
  process.exit(1)
}

const calls = [
  ['dist/unit.js', ...host, 'test/grammar/assertions/*.test.*'],
  ['dist/snapshot.js', ...host, ...(update ? ['--updateSnapshot'] : []), '-s', 'text.article', 'test/grammar/snapshots/*.txt'],
  ['dist/snapshot.js', ...host, ...(update ? ['--updateSnapshot'] : []), '-s', 'text.html.markdown', 'test/grammar/snapshots/*.md']
]
for (const [tool, ...options] of calls) {
  const { status } = spawnSync(process.execPath, [join(tools, tool), ...options], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}
