// @ts-check
// Runs the command of a stage in a process group of its own, which ends as a whole: after its time, or when we end.
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { root } from './host/places.mjs'

const environment = {
  ...process.env,
  NO_COLOR: '1',
  PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129]
]))
  process.once(signal, () => {
    for (const child of running) end(child, signal)
    process.exit(code)
  })

/**
 * @param {string} command @param {number} minutes after which it is ended
 * @returns {Promise<{ output: string, ending: string }>} `ending` is 'exit 0' when all went well
 */
export function execute(command, minutes) {
  return new Promise((resolve) => {
    const child = spawn(command, {
      cwd: root,
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      env: environment
    })
    running.add(child)
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      end(child, 'SIGTERM')
      setTimeout(() => {
        end(child, 'SIGKILL')
      }, 5000).unref()
    }, minutes * 60_000)
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
        output += chunk
      })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      running.delete(child)
      resolve({ output, ending: isLate ? `ended after ${minutes} minutes` : `exit ${code ?? signal}` })
    })
  })
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function end(child, signal) {
  try {
    process.kill(process.platform === 'win32' ? Number(child.pid) : -Number(child.pid), signal)
  } catch {
    /* it has ended */
  }
}
