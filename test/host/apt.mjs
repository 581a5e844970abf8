// @ts-check
import { existsSync } from 'node:fs'
import { run } from './execute.mjs'

/** Whether packages come from Debian's package manager here. */
export function hasApt() {
  return existsSync('/usr/bin/apt-get')
}

/**
 * Runs apt-get without questions: as root, or as whoever may be it without a password.
 * @param {...string} args
 */
export function apt(...args) {
  const isRoot = process.getuid?.() === 0
  const command = ['apt-get', '--quiet', ...args]
  run(isRoot ? 'env' : 'sudo', [
    ...(isRoot ? [] : ['--non-interactive', 'env']),
    'DEBIAN_FRONTEND=noninteractive',
    ...command
  ])
}
