import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { clickAt, editorLines } from '../host/page/editorText.js'
import { hoverSaying, leaveHover } from '../host/page/hover.js'
import { openFile, quickPickRows, runCommand } from '../host/page/quickInput.js'
import { themeSettings, wearTheme } from '../host/page/theme.js'
import { waitFor, waitForEqual } from '../host/page/waiting.js'
import { openWorkbench, themes, type Workbench } from '../host/session.js'
import { layersOnDisk } from './fixtures/filesOnDisk.js'

const story = [
  'OSLO, March 3 (Northwire) --',
  '',
  'Maria Lopez, the mayor of Lisbon, said on Monday that the old bridge was safe.',
  '',
  '"We will build it again," Lopez told reporters in Berlin.',
  ''
].join('\n')

/** The one that is open. */
const box = '.quick-input-widget:visible:not(.quick-input-widget-closing)'

describe('the codebook', () => {
  let workbench: Workbench
  let page: Page

  before(async () => {
    workbench = await openWorkbench({
      workspace: { 'story.txt': story, 'other.txt': story },
      theme: themes.dark,
      settings: themeSettings
    })
    page = workbench.page
    await runCommand(page, 'Article Annotator: Show Codebook')
    // The view takes the keyboard when it is there: a box that is open by then would close.
    await page.getByText('There are no codes yet.').first().waitFor()
    await openFile(page, 'story.txt')
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot('codebook-failed')
  })
  after(async () => workbench?.close())

  it('begins with how to make a code', async () => {
    await page.getByText('There are no codes yet.').first().waitFor()
  })

  it('codes the selected words with a new code, by keys alone', async () => {
    await select('bridge')
    await press('Alt+A', 'c')
    await page.getByText('Who decides?').waitFor()
    await type('Ann')
    await page.keyboard.press('Enter')
    await page.getByText('Code \u201Cbridge\u201D').first().waitFor()
    await type('Infrastructure > Bridges')
    await waitFor(
      'a row for a new code',
      () => quickPickRows(page),
      (rows) => rows.includes('New code')
    )
    await page.keyboard.press('Enter')
    await codes('Infrastructure', 'Bridges1 of 1')
  })

  it('offers the code used last first, and codes the quote at the cursor', async () => {
    await clickAt(page, 'build it again')
    await press('Alt+A', 'c')
    await page.locator(box).waitFor()
    await waitForEqual(async () => (await quickPickRows(page))[0], 'Bridges')
    await page.keyboard.press('Enter')
    await codes('Infrastructure', 'Bridges2 of 2')
  })

  it('gives a second code to the same words by their own name', async () => {
    await select('bridge')
    await press('Alt+A', 'Shift+C')
    await codes('Infrastructure', 'Bridges2 of 2', 'bridge1 of 1')
  })

  it('writes a memo on the selected words', async () => {
    await select('mayor')
    await press('Alt+A', 'm')
    await type('Since when?')
    await page.keyboard.press('Enter')
    await onDisk('Since when?')
  })

  it('shows codes and memos in the hover', async () => {
    await hoverSaying(page, 'bridge', /Infrastructure › Bridges/)
    await workbench.screenshot('codebook-hover')
    await leaveHover(page)
  })

  it('keeps on disk what was coded, takes it back and does it again', async () => {
    await onDisk('"bridge"')
    await select('Berlin')
    await press('Alt+A', 'Enter')
    await codes('Infrastructure', 'Bridges2 of 2', 'bridge2 of 2')
    await press('Alt+A', 'z')
    await codes('Infrastructure', 'Bridges2 of 2', 'bridge1 of 1')
    await press('Alt+A', 'Shift+Z')
    await codes('Infrastructure', 'Bridges2 of 2', 'bridge2 of 2')
  })

  it('lists the codings of a code side by side', async () => {
    await page.locator('.pane-header', { hasText: 'Codings' }).click()
    await row('Bridges').click()
    await page.locator('.monaco-list-row', { hasText: 'We will build it again' }).first().waitFor()
  })

  it('renames by keys', async () => {
    await row('bridge').click()
    await page.keyboard.press('F2')
    await type('Crossings')
    await page.keyboard.press('Enter')
    await codes('Infrastructure', 'Bridges2 of 2', 'Crossings2 of 2')
  })

  it('writes a memo of several lines in an editor, which is saved like any text', async () => {
    await runCommand(page, 'Article Annotator: Memo on This Article')
    await type('What for?')
    await page.locator(`${box} .action-label[aria-label="Write several lines in an editor"]`).click()
    await page.locator('.tab.active', { hasText: 'Memo on the article.md' }).waitFor()
    // Keys go there once its text is there and has the focus.
    await page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor()
    await waitForEqual(() => editorLines(page), ['What for?'])
    await page.keyboard.press('Control+End')
    await page.keyboard.type('\nFor whom?')
    await waitForEqual(() => editorLines(page), ['What for?', 'For whom?'])
    await page.keyboard.press('Control+S')
    await onDisk('What for?\\nFor whom?')
    await workbench.screenshot('codebook-memo')
  })

  it('is seen in every theme', async () => {
    for (const theme of ['dark', 'light', 'highContrast', 'highContrastLight'] as const) {
      await wearTheme(page, theme)
      await workbench.screenshot(`codebook-${theme}`)
    }
  })

  it('moves codings to another code by keys', async () => {
    await row('Bridges').click()
    await page.locator('.monaco-list-row', { hasText: 'We will build it again' }).last().click()
    await page.keyboard.press('F2')
    await type('Repairs')
    await page.keyboard.press('Enter')
    await codes('Infrastructure', 'Bridges1 of 1', 'Crossings2 of 2', 'Repairs1 of 1')
  })

  it('moves a code below another one by dragging', async () => {
    await row('Repairs').dragTo(row('Infrastructure'))
    await codes('Infrastructure', 'Bridges1 of 1', 'Repairs1 of 1', 'Crossings2 of 2')
  })

  it('deletes a code with its codings after it said how many', async () => {
    await row('Crossings').click()
    await page.keyboard.press('Delete')
    const dialog = page.locator('.monaco-dialog-box')
    await dialog.waitFor()
    await workbench.screenshot('codebook-delete')
    assert.match(await dialog.innerText(), /2 codings in 1 article/)
    await page.keyboard.press('Enter')
    await codes('Infrastructure', 'Bridges1 of 1', 'Repairs1 of 1')
  })

  async function select(word: string): Promise<void> {
    await clickAt(page, word)
    await page.keyboard.press('Control+D')
  }

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key)
  }

  async function type(text: string): Promise<void> {
    await page.locator(`${box} input[type="text"]`).fill(text)
  }

  function row(name: string) {
    return tree()
      .locator('.monaco-list-row', { hasText: new RegExp(name) })
      .first()
  }

  function tree() {
    return page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Codebook' }) }).first()
  }

  /** Waits until the codebook has these rows. */
  async function codes(...wanted: readonly string[]): Promise<void> {
    await waitFor(
      `the codes ${wanted.join(', ')}`,
      async () => {
        const rows = await tree().locator('.monaco-list-row').allInnerTexts()
        return rows.map((text) => text.replace(/\s+/g, ' ').trim()).join(', ')
      },
      (rows) => rows === wanted.join(', ')
    )
  }

  async function onDisk(words: string): Promise<void> {
    await waitFor(
      `${words} on disk`,
      () => Promise.resolve(layersOnDisk(workbench.folder, 'story.txt')),
      (layers) => layers.includes(words)
    )
  }
})
