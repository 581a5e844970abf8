import { join } from 'node:path'
import type { FrameLocator, Page } from 'playwright-core'
import { answerFileDialog, boxClosed, openFile, runCommand } from '../host/page/quickInput.js'
import { themeSettings, wearTheme } from '../host/page/theme.js'
import { waitFor, waitForEqual } from '../host/page/waiting.js'
import { webview } from '../host/page/webview.js'
import { openWorkbench, themes, type Workbench } from '../host/session.js'
import { fileOnDisk } from './fixtures/filesOnDisk.js'

const articles = {
  'bridge.txt':
    'Old bridge stays open\n\nLISBON, March 3, 2024 (Northwire) -- Mayor Maria Lopez said on Monday that the old bridge was safe.\n\n"We will build it again if anybody is afraid of it," Lopez told reporters in Berlin.\n\nPeter Novak, an engineer in Berlin, said the river was too low.\n',
  'later.txt':
    'Two days later\n\nBERLIN, March 5, 2024 (Northwire) -- "We will build it again if anybody is afraid of it," Maria Lopez said.\n\nMaria Lopez said Peter Novak was in Berlin.\n'
}

describe('the overview', () => {
  let workbench: Workbench
  let page: Page
  let overview: FrameLocator

  before(async () => {
    workbench = await openWorkbench({ workspace: articles, theme: themes.dark, settings: themeSettings })
    page = workbench.page
    await openFile(page, 'bridge.txt')
    await page.locator('.activitybar [aria-label^="Article Annotator"]').first().waitFor()
    await runCommand(page, 'Article Annotator: Show Overview')
    overview = webview(page)
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot('overview-failed')
  })
  after(async () => workbench?.close())

  it('offers to read the folder, and then shows who is quoted in which article', async () => {
    await overview.getByRole('button', { name: 'Analyze Folder' }).click()
    await overview.getByRole('button', { name: /^Maria Lopez\. person\. \d quotes \u00B7 2 articles/ }).waitFor()
    await overview.getByRole('button', { name: /^Peter Novak\. person\. 1 quote/ }).waitFor()
  })

  it('opens the quote of a dot beside the picture', async () => {
    await overview.getByRole('button', { name: /^Peter Novak: 1 quote\. Old bridge stays open/ }).click()
    await waitFor(
      'the selected quote',
      () => page.locator('.statusbar-item', { hasText: /selected/ }).allInnerTexts(),
      (texts) => texts.some((text) => /Ln 7/.test(text))
    )
    await waitForEqual(() => page.locator('.editor-group-container').count(), 2)
    await workbench.screenshot('overview-beside')
  })

  it('is narrowed by a mark, which all surfaces follow, and wide again', async () => {
    const row = overview.getByRole('button', { name: /^Peter Novak\. person/ })
    await row.focus()
    await page.keyboard.press('f')
    await overview.getByText('Source: Peter Novak').waitFor()
    await overview.getByRole('button', { name: /^Maria Lopez\. person/ }).waitFor({ state: 'detached' })
    await overview.getByRole('button', { name: 'Previous Filter' }).click()
    await overview.getByRole('button', { name: /^Maria Lopez\. person/ }).waitFor()
  })

  it('has a click listed in the quotes panel, and goes back to what that listed before', async () => {
    await overview.getByRole('button', { name: /^Peter Novak\. person/ }).click()
    const panel = webview(page, 1)
    const parts = panel.getByRole('group', { name: 'Filter' }).getByRole('button')
    await waitForEqual(() => parts.allInnerTexts(), ['Source: Peter Novak'])
    await overview.getByRole('button', { name: /^Maria Lopez\. person/ }).waitFor()
    await overview.getByRole('button', { name: 'Previous Filter' }).click()
    await waitForEqual(() => parts.count(), 0)
    await panel
      .getByRole('row', { name: /Maria Lopez/ })
      .first()
      .waitFor()
  })

  it('leaves the panel the rows of the article in the editor, and those of the folder again', async () => {
    const panel = webview(page, 1)
    const summary = panel.locator('.summary')
    await panel.getByRole('button', { name: 'This Article', exact: true }).click()
    await waitFor(
      'the article',
      () => summary.innerText(),
      (text) => /sources, Old bridge stays open$/.test(text)
    )
    await panel.getByRole('button', { name: 'Folder', exact: true }).click()
    await waitFor(
      'all articles',
      () => summary.innerText(),
      (text) => /2 articles/.test(text)
    )
    await runCommand(page, 'View: Toggle Panel Visibility')
    await boxClosed(page)
  })

  it('draws every picture of the folder, in every theme', async () => {
    for (const theme of ['light', 'highContrast', 'highContrastLight', 'dark'] as const) {
      await wearTheme(page, theme)
      for (const picture of ['Timeline', 'Map', 'Repeated quotes', 'Who speaks about whom', 'Sources and articles']) {
        await overview.getByRole('tab', { name: picture }).click()
        await overview.getByRole('tab', { name: picture, selected: true }).waitFor()
        await overview.locator('[data-mark]').first().waitFor()
        await workbench.screenshot(`overview-${theme}-${picture.replaceAll(' ', '-')}`)
      }
    }
  })

  it('is saved as a file', async () => {
    const path = join(workbench.folder, 'sources.svg')
    await overview.getByRole('button', { name: 'Save as SVG' }).click()
    await answerFileDialog(page, path)
    await fileOnDisk(path, (text) => /^<\?xml [^]*Maria Lopez[^]*<\/svg>\n$/.test(text))
  })

  it('comes back after a reload', async () => {
    await page.reload()
    overview = webview(page)
    await overview.getByRole('tab', { selected: true }).waitFor({ timeout: 120_000 })
    // What is kept of the folder may not be written yet.
    await overview.locator('[data-mark], .primary').first().waitFor()
  })
})
