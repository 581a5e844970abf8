// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './execute.mjs'
import { root } from './places.mjs'

/** Runs `npm ci` unless node_modules holds what package-lock.json says. */
export function installDependencies() {
  if (isInstalled()) return
  console.log('setup: npm ci')
  run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root })
}

function isInstalled() {
  const installedFile = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return false
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const installed = packagesOf(installedFile)
  // A package for another platform is in the lock and rightly not installed.
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      (installed[path] === undefined
        ? entry.optional === true || entry.peer === true
        : installed[path].version === entry.version)
  )
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}
