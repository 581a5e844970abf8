// @ts-check
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './execute.mjs'
import { host, hostVersion, isHostInstalled, isRecentNode, kept, nodePackage } from './places.mjs'

// What the server and the workbench really load. The rest serves terminals, chat, containers.
const dependencies = [
  '@microsoft/1ds-core-js',
  '@microsoft/1ds-post-js',
  '@parcel/watcher',
  '@vscode/iconv-lite-umd',
  '@vscode/proxy-agent',
  '@vscode/ripgrep-universal',
  'cookie',
  'jschardet',
  'minimist',
  'vscode-oniguruma',
  'vscode-regexpp',
  'vscode-textmate',
  'yauzl'
]

// Large built-in extensions without use for articles.
const leftOut = [
  'copilot',
  'git',
  'github',
  'grunt',
  'gulp',
  'jake',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'ms-vscode.vscode-js-profile-table',
  'terminal-suggest'
]

// Native add-ons are not built; these take their place.
const standIns = ['native-watchdog', 'spdlog']

/** Installs the embedded VS Code below `.vscode-test/host`, whole or not at all: 20 seconds and 350 MB, once. */
export function installHost() {
  if (isHostInstalled()) return
  console.log(
    `setup: the embedded VS Code (code-server ${hostVersion.codeServer} from npm), once, into .vscode-test/host`
  )
  mkdirSync(kept, { recursive: true })
  removeAbandoned()
  const partial = mkdtempSync(join(kept, 'host-partial-'))
  try {
    unpack(partial)
    installServerDependencies(join(partial, 'vscode'))
    if (!isRecentNode())
      run('npm', [
        'install',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--prefix',
        join(partial, 'node'),
        `${nodePackage()}@24`
      ])
    writeFileSync(join(partial, 'installed.json'), JSON.stringify(hostVersion))
    putInPlace(partial)
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
}

/** What an installation left that was cut off; a young one may be at work. */
function removeAbandoned() {
  for (const name of readdirSync(kept).filter((one) => one.startsWith('host-partial-'))) {
    if (Date.now() - statSync(join(kept, name)).mtimeMs > 3_600_000)
      rmSync(join(kept, name), { recursive: true, force: true })
  }
}

/** @param {string} folder */
function unpack(folder) {
  run('npm', ['pack', `code-server@${hostVersion.codeServer}`, '--ignore-scripts', '--pack-destination', folder])
  const archive = `code-server-${hostVersion.codeServer}.tgz`
  const integrity = `sha512-${createHash('sha512')
    .update(readFileSync(join(folder, archive)))
    .digest('base64')}`
  if (integrity !== hostVersion.integrity) throw new Error(`${archive} is not the file that we know (${integrity})`)
  run('tar', ['-xzf', archive, 'package/lib/vscode'], { cwd: folder })
  renameSync(join(folder, 'package', 'lib', 'vscode'), join(folder, 'vscode'))
  rmSync(join(folder, 'package'), { recursive: true })
  rmSync(join(folder, archive))
  for (const name of leftOut) rmSync(join(folder, 'vscode', 'extensions', name), { recursive: true, force: true })
}

/**
 * The versions are those of the npm-shrinkwrap.json that lies there; only the wish list gets shorter.
 * @param {string} folder
 */
function installServerDependencies(folder) {
  const file = join(folder, 'package.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  const needed = Object.entries(manifest.dependencies).filter(([name]) => dependencies.includes(name))
  writeFileSync(
    file,
    JSON.stringify(
      { ...manifest, dependencies: Object.fromEntries(needed), overrides: undefined, allowScripts: undefined },
      null,
      2
    )
  )
  run('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder })
  const source = join(dirname(fileURLToPath(import.meta.url)), 'stand-ins')
  for (const name of standIns) {
    const target = join(folder, 'node_modules', '@vscode', name)
    mkdirSync(target, { recursive: true })
    copyFileSync(join(source, `${name}.cjs`), join(target, 'index.cjs'))
    writeFileSync(
      join(target, 'package.json'),
      JSON.stringify({ name: `@vscode/${name}`, version: '0.0.0', main: 'index.cjs' })
    )
  }
}

/** @param {string} partial */
function putInPlace(partial) {
  // Somebody else may have been faster; their copy is as good.
  if (isHostInstalled()) return
  if (existsSync(host)) rmSync(host, { recursive: true, force: true })
  renameSync(partial, host)
}
