#!/usr/bin/env node
// @ts-check
// Runs stages again and again beside a busy loop, to find those that are green only on a quiet machine:
//   node test/repeat.mjs 10 node-host ui     ten times these stages (all of `npm test` when none is named)
//   node test/repeat.mjs 10 --busy 2 ui      beside two busy loops; `--busy 0` beside none
// It tells each run that was not green and what failed in it, and ends with how many were. Logs of red runs are in out/test-logs/red-N.
import { spawn } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { root } from './host/places.mjs'

const { values, positionals } = parseArgs({
  options: { busy: { type: 'string', default: '1' } },
  allowPositionals: true
})
const [times = '10', ...stages] = positionals
const count = Number(times)
if (!Number.isInteger(count) || count < 1) {
  console.error(`how often? "${times}" is no number: node test/repeat.mjs 10 [--busy 1] [STAGE...]`)
  process.exit(2)
}

const loops = Array.from({ length: Number(values.busy) }, () => new Worker('for (;;);', { eval: true }))
const logs = join(root, 'out', 'test-logs')
/** @type {Map<string, number>} */
const redStages = new Map()
let green = 0
for (let run = 1; run <= count; run++) {
  rmSync(join(logs, `red-${run}`), { recursive: true, force: true })
  const started = Date.now()
  const { output, code } = await runTests()
  const seconds = ((Date.now() - started) / 1000).toFixed(0)
  if (code === 0) {
    green += 1
    console.log(`run ${run}: green (${seconds} s)`)
    continue
  }
  const red = [...output.matchAll(/^RED +(\S+)/gm)].map(([, name = '']) => name)
  for (const name of red) redStages.set(name, (redStages.get(name) ?? 0) + 1)
  cpSync(logs, join(logs, `red-${run}`), {
    recursive: true,
    filter: (path) => !/red-\d+/.test(path.slice(logs.length))
  })
  const failures = [...output.matchAll(/^ *\d+\) .*(?:\n {3,}.*){1,3}/gm)].map(([text]) => text)
  console.log(`run ${run}: RED (${seconds} s): ${red.join(', ') || `exit ${code}`}\n${failures.join('\n')}`)
}
for (const loop of loops) await loop.terminate()
for (const [name, often] of redStages) console.log(`${name} was red ${often} times`)
console.log(`\n${green} of ${count} runs were green`)
process.exitCode = green === count ? 0 : 1

/** @returns {Promise<{ output: string, code: number | null }>} */
function runTests() {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'test', 'run.mjs'), ...stages], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit']
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
      output += chunk
    })
    child.on('close', (code) => {
      resolve({ output, code })
    })
  })
}
