import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { clickAt, paintedWord, pointOf } from '../host/page/editorText.js'
import { hoverAt, leaveHover } from '../host/page/hover.js'
import { chooseRow, openFile, quickPickRows, runCommand } from '../host/page/quickInput.js'
import { waitFor } from '../host/page/waiting.js'
import { openWorkbench, themes, type Workbench } from '../host/session.js'

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
    const rows = await quickPickRows(page)
    assert.deepEqual(rows.slice(0, 2), ['Maria Lopez', 'Peter Novak'])
    await workbench.screenshot('deciding-speaker')
    await chooseRow(page, 'Peter Novak')
    const box = page.locator('.quick-input-widget:visible')
    await box.getByText('Who decides?').waitFor()
    await page.keyboard.type('Ann')
    await page.keyboard.press('Enter')
    await said('Set the speaker to Peter Novak')
    const hover = await hoverAt(page, 'build it')
    const text = await hover.innerText()
    assert.match(text, /Peter Novak · Direct quote/)
    assert.match(text, /Decided by Ann/)
    assert.match(text, /Take back · Reject · Correct… · Code… · Note…/)
    await workbench.screenshot('deciding-hover')
    await leaveHover(page)
    await waitFor(
      'the layer on disk',
      () => layerOnDisk(workbench.folder),
      (layer) => layer.includes('Peter Novak')
    )
  })

  it('takes it back, and does it again, without touching the text', async () => {
    await clickAt(page, 'build it')
    await page.keyboard.press('Alt+a')
    await page.keyboard.press('z')
    await said('Undone: Set the speaker to Peter Novak')
    await waitFor(
      'the layer on disk',
      () => layerOnDisk(workbench.folder),
      (layer) => !layer.includes('Peter Novak')
    )
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
    const rows = await quickPickRows(page)
    assert.deepEqual(
      rows.slice(0, 4).map((row) => row.trim()),
      ['Accept', 'Reject', 'Acts Here', 'Somebody Else Here\u2026']
    )
    await workbench.screenshot('deciding-annotate')
    await page.keyboard.press('Escape')
  })

  it('offers it in the lightbulb and in the context menu', async () => {
    await clickAt(page, 'build it')
    await page.keyboard.press('Control+.')
    const widget = page.locator('.action-widget')
    await widget.getByText('Speaker of this quote').waitFor()
    await workbench.screenshot('deciding-lightbulb')
    await page.keyboard.press('Escape')
    await clickAt(page, 'build it')
    await page.keyboard.press('Shift+F10')
    await page.locator('.context-view .action-label', { hasText: 'Annotate' }).first().waitFor()
    await workbench.screenshot('deciding-menu')
    await page.keyboard.press('Escape')
  })

  it('marks all places of a name, after a look at them', async () => {
    await clickAt(page, 'Lopez', 1)
    await page.keyboard.press('Alt+a')
    await page.keyboard.press('h')
    const rows = await quickPickRows(page)
    assert.equal(rows.length, 2, rows.join('\n'))
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
        return page.locator('.quick-input-widget:visible').getByText('its words were edited').first().isVisible()
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

  /** What the status bar says in passing. */
  async function said(message: string): Promise<void> {
    await page.locator('.statusbar-item', { hasText: message }).first().waitFor()
  }
})

/** The files of all layers of the article. */
function layerOnDisk(folder: string): Promise<string> {
  const layers = join(folder, '.annotations', 'story.txt')
  if (!existsSync(layers)) return Promise.resolve('')
  const files = readdirSync(layers).map((name) => readFileSync(join(layers, name), 'utf8'))
  return Promise.resolve(files.join(''))
}
