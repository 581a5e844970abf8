// @ts-check
import { spawnSync } from 'node:child_process'

/**
 * Runs a command to its end. Its output goes to a log that is printed only when it fails.
 * @param {string} command @param {readonly string[]} args @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @throws when the command is missing or fails
 */
export function run(command, args, options = {}) {
  // npm is a script on Windows, which only a shell finds.
  const result = spawnSync(command, args, {
    ...options,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 2 ** 20,
    shell: process.platform === 'win32'
  })
  if (result.error) throw new Error(`${command} did not start: ${result.error.message}`)
  if (result.status !== 0) {
    console.error((result.stdout + result.stderr).trim().split('\n').slice(-30).join('\n'))
    throw new Error(`${command} ${args.join(' ')} failed (${result.status ?? result.signal})`)
  }
}
