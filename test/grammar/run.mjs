// `npm run test:grammar`: the assertions, then the snapshots; `-- --update` accepts new snapshots.
// The tools take one scope for all files of a call, so each kind of file has a call of its own. The last lines count files as
// mocha counts tests, for `npm test`.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const here = import.meta.dirname
const root = join(here, '..', '..')
const tools = dirname(createRequire(import.meta.url).resolve('vscode-tmgrammar-test/package.json'))
const host = ['-g', 'test/grammar/fixtures/host.tmLanguage.json']
const isUpdate = process.argv.includes('--update')
const update = isUpdate ? ['--updateSnapshot'] : []

const filesOf = (folder, ending) =>
  readdirSync(join(here, folder))
    .filter((file) => file.endsWith(ending))
    .map((file) => `test/grammar/${folder}/${file}`)
const calls = [
  {
    tool: 'unit.js',
    options: host,
    files: [...filesOf('assertions', '.test.txt'), ...filesOf('assertions', '.test.md')]
  },
  { tool: 'snapshot.js', options: [...host, ...update, '-s', 'text.article'], files: filesOf('snapshots', '.txt') },
  { tool: 'snapshot.js', options: [...host, ...update, '-s', 'text.html.markdown'], files: filesOf('snapshots', '.md') }
]

let passing = 0
let failing = 0
for (const { tool, options, files } of calls) {
  for (const file of files) {
    // The tool writes a snapshot that is missing and calls it a pass.
    const isNew = tool === 'snapshot.js' && !isUpdate && !existsSync(join(root, `${file}.snap`))
    if (isNew) console.log(`\u2716 ${file} has no snapshot: look at it, then run npm run test:grammar -- --update`)
    const isGood =
      !isNew &&
      spawnSync(process.execPath, [join(tools, 'dist', tool), ...options, file], { cwd: root, stdio: 'inherit' })
        .status === 0
    if (isGood) passing++
    else failing++
  }
}
console.log(`\n  ${passing} passing`)
if (failing > 0) console.log(`  ${failing} failing`)
process.exitCode = failing > 0 || passing === 0 ? 1 : 0
