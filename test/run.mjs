#!/usr/bin/env node
// @ts-check
// `npm test`: every check there is, one stage after another, going on after a red one.
// `npm test -- unit golden` runs some; `npm test -- desktop` the integration suites in a desktop VS Code.
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { stages } from './stages.mjs'
import { root } from './host/places.mjs'
import { verdict } from './verdict.mjs'

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name || stage.group === name))
if (unknown.length > 0) {
  console.error(`no stage "${unknown.join('", "')}"; there are ${stages.map((stage) => stage.name).join(', ')}`)
  process.exit(2)
}
const chosen = stages.filter((stage) =>
  wanted.length === 0 ? stage.group !== 'desktop' : wanted.includes(stage.name) || wanted.includes(stage.group ?? '')
)

const environment = {
  ...process.env,
  NO_COLOR: '1',
  PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`
}
const logs = join(root, 'out', 'test-logs')
mkdirSync(logs, { recursive: true })
const width = Math.max(...stages.map((stage) => stage.name.length))
const results = []
for (const stage of chosen) {
  const started = Date.now()
  const { output, ending } = await execute(stage.command, stage.minutes ?? 5)
  writeFileSync(join(logs, `${stage.name}.log`), output)
  const result = verdict(stage.counts, output, ending)
  results.push(result)
  if (result.failed > 0) console.log(`\n${shortened(output)}\n\nAll of it: out/test-logs/${stage.name}.log`)
  else
    for (const [line] of stage.tell === undefined ? [] : output.matchAll(stage.tell))
      console.log(`       ${' '.repeat(width)}  ${line.trim()}`)
  console.log(
    `${result.failed > 0 ? 'RED  ' : 'green'}  ${stage.name.padEnd(width)}  ${result.said}  (${((Date.now() - started) / 1000).toFixed(1)} s)`
  )
}

const passed = results.reduce((sum, result) => sum + result.passed, 0)
const failed = results.reduce((sum, result) => sum + result.failed, 0)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

/** @param {string} output @returns {string} its last lines: failures stand at the end */
function shortened(output) {
  const lines = output.trimEnd().split('\n')
  return lines.length > 200 ? ['...', ...lines.slice(-200)].join('\n') : lines.join('\n')
}

/**
 * Runs a stage in a process group of its own, which ends as a whole: after its time, or when we end.
 * @param {string} command @param {number} minutes
 * @returns {Promise<{ output: string, ending: string }>} `ending` is 'exit 0' when all went well
 */
function execute(command, minutes) {
  return new Promise((resolve) => {
    const child = spawn(command, {
      cwd: root,
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      env: environment
    })
    /** @param {NodeJS.Signals} signal */
    const end = (signal) => {
      try {
        process.kill(process.platform === 'win32' ? Number(child.pid) : -Number(child.pid), signal)
      } catch {
        /* it has ended */
      }
    }
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      end(signal)
      process.exit(signal === 'SIGINT' ? 130 : 143)
    }
    process.once('SIGINT', pass).once('SIGTERM', pass)
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      end('SIGTERM')
      setTimeout(() => {
        end('SIGKILL')
      }, 5000).unref()
    }, minutes * 60_000)
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      process.off('SIGINT', pass).off('SIGTERM', pass)
      resolve({ output, ending: isLate ? `ended after ${minutes} minutes` : `exit ${code ?? signal}` })
    })
  })
}
