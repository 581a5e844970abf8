import assert from 'node:assert/strict'
import type { FrameLocator, Page } from 'playwright-core'
import { clickAt, paintedWord } from '../host/page/editorText.js'
import { notification } from '../host/page/notifications.js'
import { chooseRow, openFile, quickPickRows, runCommand } from '../host/page/quickInput.js'
import { waitFor, waitForEqual } from '../host/page/waiting.js'
import { webview } from '../host/page/webview.js'
import { openWorkbench, themes, type Workbench } from '../host/session.js'
import { layersOnDisk } from './fixtures/filesOnDisk.js'

const story = [
  'Harbour to be rebuilt',
  '',
  'OSLO, March 3 (Northwire) --',
  '',
  'Maria Lopez met Peter Novak at the old Harbourside in Lisbon.',
  '',
  '"We will build it again," Lopez told reporters in Berlin.',
  '',
  'Nobody asked for it.',
  '',
  '"It will take a year," Lopez said.',
  ''
].join('\n')

const other = ['Second day', '', '"I have nothing to add," Maria Lopez said.', ''].join('\n')

describe('the reading view', () => {
  let workbench: Workbench
  let page: Page
  let reading: FrameLocator

  before(async () => {
    workbench = await openWorkbench({
      workspace: { 'story.txt': story, 'second.txt': other },
      theme: themes.dark,
      settings: { 'articleAnnotator.annotator': 'Ann' }
    })
    page = workbench.page
    reading = webview(page)
  })
  after(async () => workbench?.close())

  it('opens in place of the editor, with the text and its sources', async () => {
    await openFile(page, 'story.txt')
    await paintedWord(page, 'Maria Lopez')
    await runCommand(page, 'Article Annotator: Analyze Folder')
    await clickAt(page, 'build it')
    await runCommand(page, 'Article Annotator: Open Reading View')
    reading = await readingPage('.text', 'Harbour to be rebuilt')
    await reading.getByRole('heading', { name: 'Harbour to be rebuilt' }).waitFor()
    await reading
      .getByRole('button', { name: /Maria Lopez.*2 quotes/ })
      .first()
      .waitFor()
    await workbench.screenshot('reading-view')
    await waitForEqual(tabs, ['story.txt'])
  })

  it('says in the status bar what is found in the article, and mends a copy of it', async () => {
    const status = page.locator('.statusbar-item', { hasText: /names, 2 quotes/ })
    await status.waitFor()
    await runCommand(page, 'Article Annotator: Mend a Copy of This Article')
    await notification(page, 'There is nothing to mend in this article.')
    await runCommand(page, 'Notifications: Clear All Notifications')
  })

  it('makes a quote of the selected words by a key', async () => {
    await selectWords('Nobody asked')
    await reading.getByRole('toolbar', { name: 'The selected words' }).waitFor()
    await workbench.screenshot('reading-selection')
    await page.keyboard.press('q')
    await waitFor(
      'the quote on disk',
      () => Promise.resolve(layersOnDisk(workbench.folder, 'story.txt')),
      (layer) => layer.includes('Nobody asked')
    )
    await reading.locator('.look-quoteDecided', { hasText: 'Nobody asked' }).waitFor()
  })

  it('says what the words are the name of', async () => {
    await selectWords('Harbourside')
    await reading.getByRole('button', { name: 'Name', exact: true }).click()
    await waitForEqual(
      async () => (await quickPickRows(page)).map((row) => row.trim()),
      ['Person', 'Organization', 'Group', 'Place', 'Acting Place']
    )
    await chooseRow(page, 'Organization')
    await reading.locator('.look-organization.look-nameDecided', { hasText: 'Harbourside' }).waitFor()
  })

  it('goes from quote to quote of a source, and on to the next article', async () => {
    await reading.locator('.text').getByText('We will build it').click()
    await page.keyboard.press('n')
    await reading.getByRole('status').getByText('Quote 2 of 2, Maria Lopez').waitFor({ state: 'attached' })
    await workbench.screenshot('reading-lit')
    await page.keyboard.press('Escape')
    await reading.locator('.reading:not(.lit)').waitFor()
    await page.keyboard.press('n')
    await waitFor('the next article', tabs, (open) => open.includes('second.txt'))
    reading = await readingPage('.reading.lit .text', 'I have nothing to add')
    // Keys go to the text once it has the focus, which comes after what it shows.
    await reading.locator('.text:focus').waitFor()
    await page.keyboard.press('p')
    await waitFor(
      'the article before',
      () => page.title(),
      (title) => title.includes('story.txt')
    )
    reading = await readingPage('.reading.lit .text', 'It will take a year')
  })

  it('gives way to the plain editor at the paragraph read, and shows what is typed there', async () => {
    await reading.locator('.text').getByText('It will take a year').click()
    // The page tells where the caret is with its next frame.
    await reading
      .locator('.text')
      .evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    await page
      .locator('.editor-actions')
      .getByRole('button', { name: /^Edit as Text/ })
      .click()
    await paintedWord(page, 'Maria Lopez')
    await waitFor(
      'the cursor',
      () => page.locator('.statusbar-item[id="status.editor.selection"]').innerText(),
      (text) => text.includes('Ln 11')
    )
    await waitForEqual(async () => (await tabs()).filter((tab) => tab === 'story.txt').length, 1)
    await page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor()
    await page.keyboard.press('End')
    await page.keyboard.type(' Perhaps two.')
    await runCommand(page, 'Article Annotator: Open Reading View')
    reading = await readingPage('.text', 'Perhaps two.')
    await page.keyboard.press('Control+s')
  })

  /** The page that shows these words in such a place: others may still be there, or not be ready yet. */
  async function readingPage(place: string, words: string): Promise<FrameLocator> {
    const find = async () => {
      const count = await page.locator('iframe.webview.ready').count()
      for (let nth = 0; nth < count; nth++) {
        const shown = webview(page, nth).locator(place).getByText(words).first()
        if (await shown.isVisible().catch(() => false)) return nth
      }
      return -1
    }
    return webview(page, await waitFor(`a reading view with "${words}"`, find, (nth) => nth >= 0))
  }

  async function tabs(): Promise<readonly string[]> {
    return (await page.locator('.tabs-container .tab').allInnerTexts()).map((text) => text.replace(/\s/g, ''))
  }

  /** As a reader does with the mouse, from the first letter to behind the last. */
  async function selectWords(words: string): Promise<void> {
    const document = reading.locator('.text')
    await document.getByText(words).first().scrollIntoViewIfNeeded()
    const box = await document.evaluate((root: HTMLElement, sought: string) => {
      const walker = root.ownerDocument.createTreeWalker(root, 4)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(sought) ?? -1
        if (at < 0) continue
        const range = root.ownerDocument.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + sought.length)
        const { left, right, top, bottom } = range.getBoundingClientRect()
        return { left, right, y: (top + bottom) / 2 }
      }
      return undefined
    }, words)
    assert.ok(box, `"${words}" is not in the text`)
    const frame = await page.locator('iframe.webview.ready').first().boundingBox()
    assert.ok(frame)
    await page.mouse.move(frame.x + box.left + 1, frame.y + box.y)
    await page.mouse.down()
    await page.mouse.move(frame.x + box.right, frame.y + box.y, { steps: 5 })
    await page.mouse.up()
  }
})
