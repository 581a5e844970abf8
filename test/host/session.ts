import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findBrowser } from './installBrowser.mjs'
import { extensionUnderTest, kept } from './places.mjs'
import { slowed } from './page/slowed.js'
import { patience } from './page/waiting.js'
import { startServer, type Server } from './server.js'

export interface WorkbenchOptions {
  /** A folder's absolute path, or files (path in the folder -> content) that are written into a fresh folder. */
  readonly workspace: string | Readonly<Record<string, string | Uint8Array>>
  /** Opens this `.code-workspace` file of the folder instead of the folder. */
  readonly workspaceFile?: string
  /** Our extension: with the fake engine (the default), packaged (the path of a .vsix), or not at all. */
  readonly extension?: 'development' | 'none' | (string & {})
  /** Runs our extension in the web extension host instead of Node's. */
  readonly webHost?: boolean
  /** User settings over the calm ones. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** One of `themes`, or a theme's id. */
  readonly theme?: string
  /** The display language, as a language pack would set it: what VS Code itself says stays in English. */
  readonly language?: string
  /** Pixels. 1280 x 800 unless told. */
  readonly size?: { readonly width: number; readonly height: number }
}

export interface Workbench {
  readonly page: Page
  /** The open folder. */
  readonly folder: string
  /** The server's own folder: `extensions` with what is installed, `data/logs`. */
  readonly serverFolder: string
  /** What the page's and the extension host's logs say against our extension. */
  errors(): readonly string[]
  /** Writes `.vscode-test/screenshots/NAME.png`. */
  screenshot(name: string): Promise<void>
  /** Ends browser and server. @throws when `errors()` is not empty: no test passes over an exception out of our code */
  close(): Promise<void>
}

/** Stock themes of every VS Code that we support. */
export const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  highContrast: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light'
} as const

export const extensionId = 'article-annotator.article-annotator'

/** Settings for pictures that do not move, and without what needs a network. VS Code in a browser saves by itself unless told. */
export const calmSettings = {
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'update.mode': 'none',
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'security.workspace.trust.enabled': false
}

/**
 * Opens a folder in the embedded VS Code and gives its page once the workbench stands.
 * Everything is fresh (server, user data, browser profile) and ends with `close()` or with this process.
 */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const extension = options.extension ?? 'development'
  if (extension === 'development' && !existsSync(join(extensionUnderTest, 'dist', 'extension.js')))
    throw new Error('the extension for tests is not built: run `npm test -- build-for-tests`')
  const server = await startServer({
    smokeTestDriver: true,
    extensions: extension === 'development' || extension === 'none' ? [] : [extension],
    settings: userSettings(options)
  })
  try {
    const browser = await openBrowser()
    try {
      const folder = workspaceFolder(options.workspace, server)
      const { page, errors } = await openPage(browser, options)
      const payload =
        extension === 'development' ? [['extensionDevelopmentPath', remoteUri(server.port, extensionUnderTest)]] : []
      await page.goto(
        workbenchAddress(
          server.port,
          options.workspaceFile === undefined ? folder : join(folder, options.workspaceFile),
          payload
        ),
        { timeout: openingPatience }
      )
      await workbenchStands(page)
      if (options.workspaceFile !== undefined) await foldersStand(page)
      return workbench(server, browser, page, folder, errors)
    } catch (error) {
      await browser.close()
      throw error
    }
  } catch (error) {
    await server.close()
    throw error
  }
}

async function workbenchStands(page: Page): Promise<void> {
  await page.waitForFunction('window.driver !== undefined', undefined, { timeout: openingPatience })
  await page.evaluate('window.driver.whenWorkbenchRestored()')
}

/**
 * VS Code in a browser may read a workspace file before it can reach the server's files, takes it for empty ("No Folder Opened",
 * one start in ten on a busy machine) and stays so until the page is loaded again.
 */
async function foldersStand(page: Page): Promise<void> {
  const folder = page.locator('.explorer-folders-view .monaco-list-row').first()
  for (let [end, timeout] = [Date.now() + openingPatience, 10_000]; ; timeout *= 1.5) {
    try {
      await folder.waitFor({ timeout })
      return
    } catch (error) {
      if (Date.now() > end) throw error
    }
    await page.reload({ timeout: openingPatience })
    await workbenchStands(page)
  }
}

/** A whole VS Code and its browser start, with all that they compile for the first time. Milliseconds. */
const openingPatience = 3 * patience

/** A browser of its own for one session, the system's Chromium. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('no Chromium found: run `npm run setup`')
  return await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync'
    ]
  })
}

/** The address that opens a folder or a `.code-workspace` file; `payload` is what the smoke-test driver lets through. */
export function workbenchAddress(port: number, folder: string, payload: readonly (readonly string[])[]): string {
  const query = new URLSearchParams(folder.endsWith('.code-workspace') ? { workspace: folder } : { folder })
  if (payload.length > 0) query.set('payload', JSON.stringify(payload))
  return `http://localhost:${port}/?${query.toString()}`
}

/** A path on the server, as VS Code in the browser names it. */
export function remoteUri(port: number, path: string): string {
  return `vscode-remote://localhost:${port}${encodeURI(path)}`
}

/** The user settings of a session: the calm ones, which host runs our extension, the theme, and the caller's. */
export function userSettings(
  options: Pick<WorkbenchOptions, 'webHost' | 'theme' | 'settings'>
): Record<string, unknown> {
  return {
    ...calmSettings,
    'workbench.colorTheme': options.theme ?? themes.light,
    'remote.extensionKind': { [extensionId]: [options.webHost === true ? 'web' : 'workspace'] },
    ...options.settings
  }
}

function workspaceFolder(workspace: WorkbenchOptions['workspace'], server: Server): string {
  if (typeof workspace === 'string') return workspace
  const folder = join(server.folder, 'work')
  for (const [name, content] of Object.entries(workspace)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

async function openPage(browser: Browser, options: WorkbenchOptions): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1280, height: 800 },
    acceptDownloads: true
  })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  if (options.language !== undefined)
    await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(options.language)}`)
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  await slowed(page)
  const errors: string[] = []
  page.on('pageerror', (error) => {
    if (isOurs(error.stack ?? error.message)) errors.push(error.stack ?? error.message)
  })
  page.on('console', (message) => {
    if (message.type() === 'error' && isOurs(message.text())) errors.push(message.text())
  })
  return { page, errors }
}

/** Errors of the workbench itself (it misses the network here) are none of ours. */
function isOurs(text: string): boolean {
  return /article-?annotator/i.test(text)
}

function workbench(
  server: Server,
  browser: Browser,
  page: Page,
  folder: string,
  pageErrors: readonly string[]
): Workbench {
  const errors = (): string[] => [...pageErrors, ...loggedErrors(join(server.folder, 'data', 'logs'))]
  return {
    page,
    folder,
    serverFolder: server.folder,
    errors,
    screenshot: async (name) => {
      await page.screenshot({ path: join(kept, 'screenshots', `${name}.png`) })
    },
    close: async () => {
      const found = errors()
      await browser.close()
      await server.close()
      if (found.length > 0) throw new Error(`our extension made errors:\n${found.join('\n')}`)
    }
  }
}

function loggedErrors(logs: string): string[] {
  if (!existsSync(logs)) return []
  const files = readdirSync(logs, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('remoteexthost.log')
  )
  return files.flatMap((file) =>
    readFileSync(join(logs, file), 'utf8')
      .split(/\n(?=\d{4}-)/)
      .filter((entry) => entry.includes('[error]') && isOurs(entry))
  )
}
