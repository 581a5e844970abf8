import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { root } from './places.mjs'
import { chooseRow, openFile, runCommand } from './page/quickInput.js'
import { patience, waitFor } from './page/waiting.js'
import { openBrowser } from './session.js'

/** In the place of the system's opener: writes down what it is given, and stays, so that its command line can be read. */
const opener = `#!${process.execPath}
require('node:fs').writeFileSync(__dirname + '/opened.json', JSON.stringify({ pid: process.pid, page: process.argv[2] }))
setInterval(() => undefined, 1000)
`

describe('npm start', function () {
  this.timeout(600_000)
  let started: Started
  let browser: Browser
  let page: Page
  before(async () => {
    started = await npmStart()
    browser = await openBrowser()
    page = await newPage(browser)
  })
  after(async () => {
    await browser?.close()
    started?.kill()
  })

  it('prints an address on this machine alone, with a long token', () => {
    assert.equal(started.address.hostname, 'localhost')
    assert.match(started.token, /^[\w-]{32,}$/)
  })

  it('lets nobody in without the token', async () => {
    const folder = started.address.searchParams.get('folder') ?? ''
    for (const query of [{ folder }, { folder, tkn: 'guess' }]) {
      const response = await fetch(`${started.address.origin}/?${new URLSearchParams(query).toString()}`, {
        redirect: 'manual'
      })
      assert.equal(response.status, 403)
    }
  })

  it('hands the browser a page that only this user can read', async () => {
    assert.match(await started.opened(), /^file:\/\/\/.*\.html$/)
    const file = fileURLToPath(await started.opened())
    assert.equal(statSync(file).mode & 0o777, 0o600)
    assert.equal(statSync(dirname(file)).mode & 0o777, 0o700)
  })

  it('shows our samples, with the extension active, and asks nothing about trust', async () => {
    await page.goto(await started.opened())
    await page.getByRole('tab', { name: 'Article Annotator' }).first().waitFor()
    await openFile(page, 'oslo-benefit-match.txt')
    await runCommand(page, 'Developer: Show Running Extensions')
    const ours = page.locator('.extension').filter({ hasText: 'Article Annotator' })
    await waitFor(
      'our activation time',
      async () => await ours.allInnerTexts(),
      (texts) => texts.some((text) => /Activation: \d+ms/.test(text))
    )
    assert.equal(await page.getByText(/Trust this folder|Do you trust the authors/).count(), 0)
  })

  it('shows its token on no command line', async () => {
    await started.opened()
    assert.equal(commandLines(await started.opened()).length, process.platform === 'linux' ? 1 : 0)
    assert.deepEqual(commandLines(started.token), [])
  })

  it('says nowhere in its welcome that data on usage are collected', async () => {
    await runCommand(page, 'Welcome: Open Walkthrough')
    await chooseRow(page, 'Article Annotator')
    const welcome = page.locator('.gettingStartedContainer')
    await welcome.getByText('Open some articles').first().waitFor()
    await welcome.locator('.getting-started-footer').waitFor({ state: 'attached' })
    assert.doesNotMatch(await welcome.innerText(), /collects usage data|Article Annotator collects/)
  })

  it('ends as a whole on Ctrl+C', async () => {
    const file = fileURLToPath(await started.opened())
    assert.equal(existsSync(file), true)
    await started.interrupt()
    // npm's shell ends at once on the signal, what it started tidies up behind it.
    await waitFor(
      'the server to be gone',
      () =>
        fetch(started.address.origin).then(
          () => true,
          () => false
        ),
      (isThere) => !isThere
    )
    await waitFor(
      'the page that holds the token is gone',
      () => Promise.resolve(existsSync(dirname(file))),
      (exists) => !exists
    )
  })
})

describe('npm start -- FOLDER', function () {
  this.timeout(600_000)

  it("trusts the folder no more than VS Code trusts any: it opens in Restricted Mode, with VS Code's own question", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aa-given-'))
    writeFileSync(join(folder, 'a.txt'), 'Mara Lind spoke.\n')
    const started = await npmStart(folder)
    const browser = await openBrowser()
    try {
      const page = await newPage(browser)
      await page.goto(started.address.href)
      await page.getByText('Trust this folder to enable all features').waitFor()
      await page.locator('.statusbar').getByText('Restricted Mode').waitFor()
    } finally {
      await browser.close()
      await started.interrupt()
      started.kill()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

interface Started {
  readonly address: URL
  readonly token: string
  /** The address that the system's opener was given. */
  opened(): Promise<string>
  /** Ctrl+C; resolves when it has ended. */
  interrupt(): Promise<void>
  kill(): void
}

async function npmStart(...args: readonly string[]): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'aa-opener-'))
  for (const name of ['xdg-open', 'open']) writeFileSync(join(folder, name), opener, { mode: 0o755 })
  const child = spawn('npm', ['start', '--', ...args], {
    cwd: root,
    env: { ...process.env, BROWSER: '', DISPLAY: ':0', PATH: folder + delimiter + (process.env['PATH'] ?? '') },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  await waitFor(
    'the address',
    () => Promise.resolve(output),
    (text) => /http:\S+\s/.test(text) || hasEnded(child),
    5 * patience
  )
  const address = new URL(/http:\S+/.exec(output)?.[0] ?? assert.fail(output))
  const record = join(folder, 'opened.json')
  const opened = async (): Promise<{ readonly pid: number; readonly page: string }> => {
    const text = await waitFor(
      'the opener',
      () => Promise.resolve(existsSync(record) ? readFileSync(record, 'utf8') : ''),
      (written) => written.endsWith('}')
    )
    return JSON.parse(text) as { pid: number; page: string }
  }
  return {
    address,
    token: address.searchParams.get('tkn') ?? '',
    opened: async () => (await opened()).page,
    interrupt: async () => {
      process.kill(-(child.pid ?? assert.fail()), 'SIGINT')
      await waitFor(
        'the end',
        () => Promise.resolve(hasEnded(child)),
        (ended) => ended
      )
    },
    kill: () => {
      if (!hasEnded(child) && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
      if (existsSync(record)) process.kill((JSON.parse(readFileSync(record, 'utf8')) as { pid: number }).pid, 'SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(patience)
  return page
}

/** The command lines of all processes that hold the text, where the system shows them (Linux). */
function commandLines(text: string): readonly string[] {
  if (!existsSync('/proc/self/cmdline')) return []
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const line = readFileSync(join('/proc', name, 'cmdline'), 'utf8').replaceAll('\0', ' ')
      return line.includes(text) ? [line] : []
    } catch {
      // It ended in the meantime.
      return []
    }
  })
}
