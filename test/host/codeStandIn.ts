// The embedded VS Code behind the command line of the desktop's, as far as @vscode/test-electron uses it:
//   code --extensionDevelopmentPath=D --extensionTestsPath=T [--extensionDevelopmentKind=web] [--extensions-dir=E] [--user-data-dir=U] FOLDER
//   code --extensions-dir=E --install-extension=X
// It prints the console of the extension host, and exits with 0 (passed), 1 (failed) or 70 (the host died or never ran).
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { format, parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { readMarker } from './marker.mjs'
import { startServer } from './server.js'
import { openBrowser, remoteUri, userSettings, workbenchAddress } from './session.js'

const silenceLimit = 120_000

/** What the workbench says about itself, and about the network that it misses. */
const noise =
  /^(\[(AccountPolicyGate|chat-|AgentHost|DefaultAccount|Service Worker|reconnection)|Resolv|Creating a socket|Updating additional|getaddrinfo|Canceled: |Timed out waiting for authentication)/

async function main(): Promise<number> {
  const options = readArguments(process.argv.slice(2))
  if (options.install !== undefined) {
    const server = await startServer({ extensions: [options.install], ...options.extensionsFolder })
    await server.close()
    return 0
  }
  const server = await startServer({ smokeTestDriver: true, settings: options.settings, ...options.extensionsFolder })
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    const run = watchRun(page)
    const payload = [
      ['extensionDevelopmentPath', remoteUri(server.port, resolve(options.developmentPath))],
      ['extensionTestsPath', remoteUri(server.port, resolve(options.testsPath))]
    ]
    await page.goto(workbenchAddress(server.port, resolve(options.folder), payload))
    return await run
  } finally {
    await browser.close()
    await server.close()
  }
}

/** Prints what the extension host prints, until VS Code says that the run has ended. */
async function watchRun(page: Page): Promise<number> {
  let output = ''
  let lastSign = Date.now()
  const ended = new Promise<number>((resolve) => {
    void page.exposeFunction('codeAutomationLog', (_type: string, values: unknown[]) => {
      const text = format(...values) + '\n'
      output += text
      lastSign = Date.now()
      if (!noise.test(text)) process.stdout.write(text)
    })
    void page.exposeFunction('codeAutomationExit', (code: number) => {
      resolve(code)
    })
    page.once('crash', () => {
      resolve(70)
    })
  })
  const silence = new Promise<number>((resolve) => {
    setInterval(() => {
      if (Date.now() - lastSign > silenceLimit) resolve(70)
    }, 1000).unref()
  })
  const code = await Promise.race([ended, silence])
  const counts = readMarker(output)
  if (counts === undefined) {
    console.error(
      code === 70
        ? `The extension host said nothing for ${silenceLimit / 1000} s.`
        : 'The extension host ended without the marker line: it died, or the suites never ran.'
    )
    return 70
  }
  return code === 0 && counts.failed === 0 && counts.passed > 0 ? 0 : 1
}

interface StandInOptions {
  readonly install: string | undefined
  readonly extensionsFolder: { readonly extensionsFolder?: string }
  readonly settings: Record<string, unknown>
  readonly developmentPath: string
  readonly testsPath: string
  readonly folder: string
}

function readArguments(args: readonly string[]): StandInOptions {
  const { values, positionals } = parseArgs({ args: [...args], strict: false, allowPositionals: true })
  const text = (name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined)
  const needed = (name: string): string =>
    text(name) ?? (text('install-extension') === undefined ? fail(`--${name}=... is missing`) : '')
  const extensions = text('extensions-dir')
  return {
    install: text('install-extension'),
    extensionsFolder: extensions === undefined ? {} : { extensionsFolder: resolve(extensions) },
    settings: userSettings({
      webHost: text('extensionDevelopmentKind') === 'web',
      settings: settingsIn(text('user-data-dir'))
    }),
    developmentPath: needed('extensionDevelopmentPath'),
    testsPath: needed('extensionTestsPath'),
    folder: positionals[0] ?? '.'
  }
}

function settingsIn(userDataFolder: string | undefined): Record<string, unknown> {
  const file = userDataFolder === undefined ? undefined : join(userDataFolder, 'User', 'settings.json')
  return file !== undefined && existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)
    : {}
}

function fail(message: string): never {
  throw new Error(message)
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error)
    process.exitCode = 70
  }
)
