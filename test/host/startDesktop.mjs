// @ts-check
// `npm run start:desktop [-- FOLDER]`: a folder of articles in the `code` on the PATH, with the extension under development.
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { root } from './places.mjs'

const folder = resolve(process.argv[2] ?? join(root, 'samples'))
const result = spawnSync('code', ['--new-window', `--extensionDevelopmentPath=${root}`, folder], {
  stdio: 'inherit',
  shell: process.platform === 'win32'
})
if (result.error !== undefined)
  console.error(
    'start:desktop: there is no `code` on the PATH. In VS Code, run "Shell Command: Install \'code\' command in PATH", or use `npm start`.'
  )
process.exitCode = result.status ?? 1
