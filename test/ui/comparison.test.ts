import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { answerFileDialog, chooseRow, openFile, runCommand } from '../host/page/quickInput.js'
import { themeSettings, wearTheme } from '../host/page/theme.js'
import { waitFor } from '../host/page/waiting.js'
import { openWorkbench, themes, type Workbench } from '../host/session.js'
import { comparedFiles } from './fixtures/comparedLayers.js'
import { fileOnDisk, layersOnDisk } from './fixtures/filesOnDisk.js'

describe('comparing annotators', () => {
  let workbench: Workbench
  let page: Page

  before(async () => {
    // High enough for all rows: VS Code renders those in sight alone.
    const size = { width: 1280, height: 1200 }
    workbench = await openWorkbench({ workspace: comparedFiles, theme: themes.dark, settings: themeSettings, size })
    page = workbench.page
    await openFile(page, 'story.txt')
    await runCommand(page, 'Article Annotator: Compare Annotators')
    await page.locator('.quick-input-widget:visible').getByText('Those of Ann and Ben stay as they are.').waitFor()
    await page.keyboard.press('Enter')
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot('comparison-failed')
  })
  after(async () => workbench?.close())

  it('lists how far they agree, and what they decided differently', async () => {
    await rows(
      'Agreement',
      /^Mention is right \u03ba 0\.00 \u00B7 \u03b1 /,
      /^Type of mention /,
      /^Who is mentioned /,
      /^Words of mentions F1 /,
      /^Bridges \u03ba /,
      'story.txt 0 of 3',
      'Maria Lopez Ann: person \u00B7 Ben: organization',
      'old bridge Ann: Bridges \u00B7 Ben: nothing',
      'Lisbon Ann: place \u00B7 Ben: rejected'
    )
    await message('0 of 3 settled as \u201Cconsensus\u201D.')
  })

  it('settles by keys what has the focus, and goes on to the next', async () => {
    await row('Maria Lopez').click()
    await shown('Maria Lopez')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Alt+1')
    await message('1 of 3 settled as \u201Cconsensus\u201D.')
    await shown('Lisbon')
    await waitFor(
      'the third layer',
      third,
      (layer) => layer.includes('"old bridge"') && !layer.includes('"Maria Lopez"')
    )
    await page.keyboard.press('Alt+2')
    await message('2 of 3 settled as \u201Cconsensus\u201D.')
    await shown('Maria Lopez')
  })

  it('asks how to settle', async () => {
    await page.keyboard.press('Alt+Enter')
    await chooseRow(page, 'As Ben')
    await message('3 of 3 settled as \u201Cconsensus\u201D.')
    await workbench.screenshot('comparison-settled')
  })

  it('takes back, does again, and leaves open', async () => {
    await row('Lisbon').click()
    await page.keyboard.press('Control+z')
    await message('2 of 3 settled as \u201Cconsensus\u201D.')
    await page.keyboard.press('Control+y')
    await message('3 of 3 settled as \u201Cconsensus\u201D.')
    await page.keyboard.press('Delete')
    await message('2 of 3 settled as \u201Cconsensus\u201D.')
    await waitFor('the third layer', third, (layer) => !layer.includes('"Lisbon"'))
  })

  it('is written for a spreadsheet', async () => {
    const path = join(workbench.folder, 'compared.csv')
    await runCommand(page, 'Article Annotator: Export Comparison')
    await chooseRow(page, 'CSV of decisions side by side')
    await answerFileDialog(page, path)
    await fileOnDisk(path, (text) => text.includes('Lisbon'))
  })

  it('is seen in every theme', async () => {
    for (const theme of ['dark', 'light', 'highContrast', 'highContrastLight'] as const) {
      await wearTheme(page, theme)
      await workbench.screenshot(`comparison-${theme}`)
    }
  })

  it('ends', async () => {
    await runCommand(page, 'Article Annotator: Close Comparison')
    await page.locator('.pane-header', { hasText: 'Disagreements' }).waitFor({ state: 'hidden' })
  })

  function tree() {
    return page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Disagreements' }) }).first()
  }

  function row(words: string) {
    return tree().locator('.monaco-list-row', { hasText: words }).first()
  }

  async function rows(...wanted: readonly (string | RegExp)[]): Promise<void> {
    await waitFor(
      `the rows ${wanted.join(', ')}`,
      async () => {
        const found = tree().locator('.monaco-list-row')
        const labels = await found.locator('.label-name').allInnerTexts()
        const descriptions = await found.locator('.monaco-icon-label-container').allInnerTexts()
        return descriptions.map((text, index) => spaced(labels[index] ?? '', text))
      },
      (texts) =>
        texts.length === wanted.length &&
        texts.every((text, index) => {
          const one = wanted[index]!
          return typeof one === 'string' ? text === one : one.test(text)
        })
    )
  }

  async function message(text: string): Promise<void> {
    await tree().getByText(text).waitFor()
  }

  /** Waits until the words are selected in the editor. */
  async function shown(words: string): Promise<void> {
    await page.locator('.statusbar-item', { hasText: `(${words.length} selected)` }).waitFor()
  }

  function third(): Promise<string> {
    return Promise.resolve(layersOnDisk(workbench.folder, 'story.txt', 'consensus'))
  }
})

/** A row's label and description, which are one text on the page. */
function spaced(label: string, text: string): string {
  return `${label} ${text.slice(label.length).trim()}`.replace(/\s+/g, ' ').trim()
}
