// Runs test/integration with @vscode/test-electron: `integration.ts node|web|packaged [--desktop]`.
// It drives the embedded VS Code, or a desktop one: CODE_PATH names it, otherwise it is downloaded.
// `node` and `web` run the extension with the fake engine, `packaged` the installed package with the real one.
// The caller must look for the marker line in the output: VS Code says "passed" about a host that died.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron'
import { bundleSuites } from './bundleSuites.js'
import { extensionUnderTest, root } from './places.mjs'
import { writeMachineSettings } from './server.js'
import { calmSettings } from './session.js'

const standIn = join(root, 'test', 'host', 'codeStandIn.cjs')
const emptyExtension = join(root, 'test', 'fixtures', 'empty-extension')

/** The package that the `packaged` run installs. */
const vsix = join(root, 'out', 'article-annotator.vsix')

async function main(mode: string, isDesktop: boolean): Promise<void> {
  const isPackaged = mode === 'packaged'
  const target = mode === 'web' ? 'web' : 'node'
  // Within the extension under development: from elsewhere VS Code would take the Node extension host for the web's.
  const tests = join(isPackaged ? root : extensionUnderTest, 'out', 'test', `integration.${mode}.js`)
  await bundleSuites(suitesOf(isPackaged), target, tests, isPackaged ? 'real' : 'fake')
  const executable = isDesktop
    ? (process.env['CODE_PATH'] ?? (await downloadAndUnzipVSCode({ cachePath: join(root, '.vscode-test') })))
    : standIn
  // A short path: VS Code's sockets lie below it.
  const folder = mkdtempSync(join(tmpdir(), 'aa-'))
  try {
    const extensions = join(folder, 'extensions')
    if (isPackaged) install(executable, isDesktop, extensions)
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: isPackaged ? emptyExtension : extensionUnderTest,
      extensionTestsPath: tests,
      extensionTestsEnv: { ANNOTATOR_EXTENSIONS: extensions },
      launchArgs: [
        workspaceIn(folder),
        `--user-data-dir=${userDataIn(folder)}`,
        `--extensions-dir=${extensions}`,
        ...(target === 'web' ? ['--extensionDevelopmentKind=web'] : [])
      ]
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

/**
 * `suite` says nothing of what the engine finds and runs in both; `findings` speaks of what the fake engine finds; `packaged`
 * looks at the installation and compares what it shows with what the real engine says.
 */
function suitesOf(isPackaged: boolean): string[] {
  const folder = join(root, 'test', 'integration')
  const left = isPackaged ? 'findings' : 'packaged'
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && !file.startsWith(left))
    .sort()
    .map((file) => join(folder, file))
}

function install(executable: string, isDesktop: boolean, extensions: string): void {
  if (!existsSync(vsix)) throw new Error('out/article-annotator.vsix is missing: run `npm test -- package`')
  const [command = executable, ...args] = isDesktop
    ? resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true })
    : [executable]
  const result = spawnSync(command, [...args, `--extensions-dir=${extensions}`, `--install-extension=${vsix}`], {
    stdio: 'inherit',
    shell: process.platform === 'win32'
  })
  if (result.status !== 0) throw new Error(`the package did not install (${result.status ?? result.signal})`)
}

/** Suites may write: the sample articles are a copy. */
function workspaceIn(folder: string): string {
  const workspace = join(folder, 'work')
  cpSync(join(root, 'samples'), workspace, { recursive: true })
  return workspace
}

function userDataIn(folder: string): string {
  mkdirSync(join(folder, 'user', 'User'), { recursive: true })
  writeFileSync(join(folder, 'user', 'User', 'settings.json'), JSON.stringify(calmSettings))
  writeMachineSettings(join(folder, 'user'), calmSettings)
  return join(folder, 'user')
}

main(process.argv[2] ?? 'node', process.argv.includes('--desktop')).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
