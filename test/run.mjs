#!/usr/bin/env node
// @ts-check
// `npm test`: every check there is, as many stages side by side as there are cores (a heavy one counts as more), going on after a red one.
// `npm test -- unit golden` runs some and what they need; `npm test -- desktop` the integration suites in a desktop VS Code;
// `npm test -- --at-once 1` one stage after another.
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { execute } from './execute.mjs'
import { root } from './host/places.mjs'
import { chooseStages, runStages } from './schedule.mjs'
import { stages } from './stages.mjs'
import { verdict } from './verdict.mjs'

const { values, positionals } = parseArgs({
  options: { 'at-once': { type: 'string', default: String(availableParallelism()) } },
  allowPositionals: true
})
const chosen = choose()
const logs = join(root, 'out', 'test-logs')
mkdirSync(logs, { recursive: true })
const width = Math.max(...chosen.map((stage) => stage.name.length))
const total = { passed: 0, failed: 0 }
const begun = Date.now()

await runStages(chosen, Math.max(1, Number(values['at-once']) || 1), runStage, (stage, red) => {
  total.failed += 1
  console.log(`RED    ${stage.name.padEnd(width)}  not run: it needs ${red}`)
})
console.log(`\n${seconds(begun)} s in all`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

function choose() {
  try {
    return chooseStages(stages, positionals)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(2)
  }
}

/**
 * All that a stage has to say is printed at once, when it ends.
 * @param {import('./stages.mjs').Stage} stage @returns {Promise<boolean>} whether it was green
 */
async function runStage(stage) {
  const started = Date.now()
  const { output, ending } = await execute(stage.command, stage.minutes ?? 20)
  writeFileSync(join(logs, `${stage.name}.log`), output)
  const result = verdict(stage.counts, output, ending)
  total.passed += result.passed
  total.failed += result.failed
  const isGreen = result.failed === 0
  const told = isGreen
    ? [...(stage.tell === undefined ? [] : output.matchAll(stage.tell))].map(
        ([line]) => `       ${' '.repeat(width)}  ${line.trim()}`
      )
    : [`\n${shortened(output)}\n\nAll of it: out/test-logs/${stage.name}.log`]
  console.log(
    [
      ...told,
      `${isGreen ? 'green' : 'RED  '}  ${stage.name.padEnd(width)}  ${result.said}  (${seconds(started)} s)`
    ].join('\n')
  )
  return isGreen
}

/** @param {number} since @returns {string} */
function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1)
}

/** @param {string} output @returns {string} its last lines: failures stand at the end */
function shortened(output) {
  const lines = output.trimEnd().split('\n')
  return lines.length > 200 ? ['...', ...lines.slice(-200)].join('\n') : lines.join('\n')
}
