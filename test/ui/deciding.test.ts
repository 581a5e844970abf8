import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { clickAt, paintedWord, pointOf } from '../host/page/editorText.js'
import { hoverAt, hoverSaying, leaveHover } from '../host/page/hover.js'
import { boxClosed, chooseRow, openFile, quickPickRows, runCommand } from '../host/page/quickInput.js'
import { waitFor, waitForEqual } from '../host/page/waiting.js'
import { openWorkbench, themes, type Workbench } from '../host/session.js'
import { layersOnDisk } from './fixtures/filesOnDisk.js'

const story = [
  'OSLO, March 3 (Northwire) --',
  '',
  'Maria Lopez met Peter Novak at the old Harbourside in Lisbon.',
  '',
  '"We will build it again," Lopez told reporters in Berlin.',
  ''
].join('\n')

describe('deciding', () => {
  let workbench: Workbench
  let page: Page

  before(async () => {
    workbench = await openWorkbench({ workspace: { 'story.txt': story }, theme: themes.dark })
    page = workbench.page
    await openFile(page, 'story.txt')
    await paintedWord(page, 'Maria Lopez')
  })
  after(async () => workbench?.close())

  it('corrects a wrong speaker by keys, and asks once who decides', async () => {
    await clickAt(page, 'build it')
    await page.keyboard.press('Alt+a')
    await page.keyboard.press('s')
    await waitForEqual(async () => (await quickPickRows(page)).slice(0, 2), ['Maria Lopez', 'Peter Novak'])
    await workbench.screenshot('deciding-speaker')
    await chooseRow(page, 'Peter Novak')
    const box = page.locator('.quick-input-widget:visible')
    await box.getByText('Who decides?').waitFor()
    await box.locator('input[type="text"]').fill('Ann')
    await page.keyboard.press('Enter')
    await said('Set the speaker to Peter Novak')
    await hoverSaying(
      page,
      'build it',
      /Peter Novak · Direct quote/,
      /Decided by Ann/,
      /Take back · Reject · Correct… · Code… · Note…/
    )
    await workbench.screenshot('deciding-hover')
    await leaveHover(page)
    await waitFor('the layer on disk', layers, (layer) => layer.includes('Peter Novak'))
  })

  it('takes it back, and does it again, without touching the text', async () => {
    await clickAt(page, 'build it')
    await page.keyboard.press('Alt+a')
    await page.keyboard.press('z')
    await said('Undone: Set the speaker to Peter Novak')
    await waitFor('the layer on disk', layers, (layer) => !layer.includes('Peter Novak'))
    await page.keyboard.press('Alt+a')
    await page.keyboard.press('Shift+z')
    await said('Done again: Set the speaker to Peter Novak')
  })

  it('rejects a name from its hover', async () => {
    const hover = await hoverAt(page, 'Berlin')
    await hover.getByRole('link', { name: 'Reject', exact: true }).click()
    await said('Reject \u201CBerlin\u201D')
    await leaveHover(page)
    assert.equal((await paintedWord(page, 'Lisbon')).text.trim(), 'Lisbon')
  })

  it('marks the selected words', async () => {
    const { x, y } = await pointOf(page, 'Harbourside')
    await page.mouse.dblclick(x, y)
    await page.keyboard.press('Alt+a')
    await page.keyboard.press('o')
    await said('Mark \u201CHarbourside\u201D as organization')
    await paintedWord(page, 'Harbourside')
  })

  it('lists everything that can be decided at the cursor', async () => {
    await clickAt(page, 'Lisbon')
    await page.keyboard.press('Alt+a')
    await page.keyboard.press('a')
    await waitForEqual(
      async () => (await quickPickRows(page)).slice(0, 4).map((row) => row.trim()),
      ['Accept', 'Reject', 'Acts Here', 'Somebody Else Here\u2026']
    )
    await workbench.screenshot('deciding-annotate')
    await page.keyboard.press('Escape')
    await boxClosed(page)
  })

  it('offers it in the lightbulb and in the context menu', async () => {
    await clickAt(page, 'build it')
    await page.keyboard.press('Control+.')
    const offered = page.locator('.action-widget').getByText('Speaker of this quote')
    await offered.waitFor()
    await workbench.screenshot('deciding-lightbulb')
    await page.keyboard.press('Escape')
    await offered.waitFor({ state: 'hidden' })
    await clickAt(page, 'build it')
    await page.keyboard.press('Shift+F10')
    const menu = page.locator('.context-view .action-label', { hasText: 'Annotate' }).first()
    await menu.waitFor()
    await workbench.screenshot('deciding-menu')
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'hidden' })
  })

  it('marks all places of a name, after a look at them', async () => {
    await clickAt(page, 'Lopez', 1)
    await page.keyboard.press('Alt+a')
    await page.keyboard.press('h')
    await waitFor(
      'both places',
      () => quickPickRows(page),
      (rows) => rows.length === 2
    )
    await workbench.screenshot('deciding-all')
    await page.keyboard.press('Enter')
    await said('Mark all of \u201CLopez\u201D as person')
  })

  it('lists what was edited, and takes it as right where it is', async () => {
    await clickAt(page, 'again')
    await page.keyboard.type('all')
    await waitFor(
      'what moved to be listed',
      async () => {
        await runCommand(page, 'Article Annotator: Review Moved Annotations')
        // Either what moved is listed, or it is said that nothing has, after which it is asked again.
        return await page
          .locator('.quick-input-widget:visible')
          .getByText('its words were edited')
          .first()
          .waitFor({ timeout: 10_000 })
          .then(() => true)
          .catch(() => false)
      },
      (isListed) => isListed
    )
    await workbench.screenshot('deciding-moved')
    await page.keyboard.press('Enter')
    await page.locator('.quick-input-widget:visible').getByText('It is right where it is now').waitFor()
    await workbench.screenshot('deciding-repair')
    await page.keyboard.press('Enter')
    await said('Put \u201C')
  })

  it('reviews by keys, and says how far it is', async () => {
    await clickAt(page, 'build it')
    await runCommand(page, 'Article Annotator: Review, Least Certain First')
    const standing = page.locator('.statusbar-item', { hasText: / of \d+ decided/ })
    const decided = async () => Number(/(\d+) of \d+ decided/.exec(await standing.innerText())?.[1])
    await standing.waitFor()
    const before = await decided()
    await page.keyboard.press('Alt+Enter')
    await waitFor('one more to be decided', decided, (now) => now === before + 1)
    await page.keyboard.press('Alt+Backspace')
    await waitFor('another one to be decided', decided, (now) => now === before + 2)
    await workbench.screenshot('deciding-review')
    await page.keyboard.press('Escape')
    await standing.waitFor({ state: 'hidden' })
  })

  const layers = () => Promise.resolve(layersOnDisk(workbench.folder, 'story.txt'))

  /** What the status bar says in passing. */
  async function said(message: string): Promise<void> {
    await page.locator('.statusbar-item', { hasText: message }).first().waitFor()
  }
})
