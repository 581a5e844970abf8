import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import { root } from './places.mjs'
import { chooseRow, openFile, runCommand } from './page/quickInput.js'
import { patience, waitFor } from './page/waiting.js'
import { openBrowser } from './session.js'

describe('npm start', function () {
  this.timeout(600_000)
  let child: ChildProcess
  let output = ''
  let address: URL
  let browser: Browser | undefined
  let page: Page
  before(async () => {
    child = spawn('npm', ['start'], {
      cwd: root,
      env: { ...process.env, BROWSER: 'none' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString()
      })
    await waitFor(
      'the address',
      () => Promise.resolve(output),
      (text) => /http:\S+/.test(text) || child.exitCode !== null,
      5 * patience
    )
    address = new URL(/http:\S+/.exec(output)?.[0] ?? assert.fail(output))
  })
  after(async () => {
    await browser?.close()
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined)
      process.kill(-child.pid, 'SIGKILL')
  })

  it('prints an address on this machine alone, with a long token', () => {
    assert.equal(address.hostname, 'localhost')
    assert.match(address.searchParams.get('tkn') ?? '', /^[\w-]{32,}$/)
  })

  it('lets nobody in without the token', async () => {
    const folder = address.searchParams.get('folder') ?? ''
    for (const query of [{ folder }, { folder, tkn: 'guess' }]) {
      const response = await fetch(`${address.origin}/?${new URLSearchParams(query).toString()}`, {
        redirect: 'manual'
      })
      assert.equal(response.status, 403)
    }
  })

  it('shows our samples, with the extension active', async () => {
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    page.setDefaultTimeout(patience)
    await page.goto(address.href)
    await page.getByRole('tab', { name: 'Article Annotator' }).first().waitFor()
    await openFile(page, 'oslo-benefit-match.txt')
    await runCommand(page, 'Developer: Show Running Extensions')
    const ours = page.locator('.extension').filter({ hasText: 'Article Annotator' })
    await waitFor(
      'our activation time',
      async () => await ours.allInnerTexts(),
      (texts) => texts.some((text) => /Activation: \d+ms/.test(text))
    )
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
    assert.ok(child.pid)
    process.kill(-child.pid, 'SIGINT')
    await waitFor(
      'the end',
      () => Promise.resolve(child.exitCode ?? child.signalCode),
      (ending) => ending !== null
    )
    await assert.rejects(fetch(address.origin))
  })
})
