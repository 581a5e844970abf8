import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { clickAt, paintedWord } from '../host/page/editorText.js'
import { hoverSaying, leaveHover } from '../host/page/hover.js'
import { openFile, runCommand } from '../host/page/quickInput.js'
import { themeSettings, wearTheme } from '../host/page/theme.js'
import { waitFor, waitForEqual } from '../host/page/waiting.js'
import { root } from '../host/places.mjs'
import { openWorkbench, themes, type Workbench } from '../host/session.js'

const story = [
  'Harbour master speaks out',
  '',
  'Maria Lopez came to Lisbon on Monday.',
  '',
  '"We will build it again," Lopez told reporters in Berlin.',
  '',
  '"We will pay for it," she said.',
  '',
  'A senior port official disagreed.',
  '',
  '"The bridge will fall before winter," the official said.',
  ''
].join('\n')

const articles = {
  'story.txt': story,
  'other.txt': 'Maria Lopez met reporters in Lisbon.\n\n"Nobody asked about the ferry," Lopez said. She left at noon.\n'
}

describe("finding one's way in the editor", () => {
  let workbench: Workbench
  let page: Page

  before(async () => {
    workbench = await openWorkbench({
      workspace: articles,
      theme: themes.light,
      settings: { 'articleAnnotator.inlayHints': 'sources' }
    })
    page = workbench.page
    await openFile(page, 'story.txt')
    await paintedWord(page, 'Berlin')
  })
  after(async () => workbench?.close())

  it('shows hints behind the sources that are no names', async () => {
    const hints = await waitFor(
      'the hints',
      () => editor(page).evaluate((lines) => lines.textContent?.replaceAll('\u00A0', ' ') ?? ''),
      (text) => /she\u2192 Maria Lopez said/.test(text) && /the official\u2192 a senior port official said/.test(text)
    )
    assert.doesNotMatch(hints, /Lopez\u2192/)
  })

  it('says in a hover whom a description means, and why, and jumps there', async () => {
    const hover = await hoverSaying(
      page,
      'the official',
      /^the official \u2192 a senior port official \u00B7 person/,
      /confidence \(\d+ %\): introduced with such a description before/
    )
    await hover.getByRole('link', { name: 'a senior port official', exact: true }).click()
    await cursorAt(page, /^Ln 9\b/)
    await leaveHover(page)
  })

  it('goes with F12 to where the article says who somebody is', async () => {
    await clickAt(page, 'she')
    await page.keyboard.press('F12')
    await cursorAt(page, /^Ln 3, Col 1\b/)
  })

  it("highlights everybody's mentions, where they are introduced in a way of its own", async () => {
    await clickAt(page, 'Lopez told')
    const classes = async (): Promise<Record<string, number>> => ({
      strong: await page.locator('.editor-group-container.active .view-overlays .wordHighlightStrong').count(),
      plain: await page.locator('.editor-group-container.active .view-overlays .wordHighlight').count()
    })
    await waitForEqual(classes, { strong: 1, plain: 2 })
  })

  it('lists all mentions in the folder once it is analyzed', async () => {
    await runCommand(page, 'Article Annotator: Analyze Folder')
    await hoverSaying(page, 'Maria Lopez', /3 quotes \u00B7 \d+ mentions \u00B7 2 articles/)
    await leaveHover(page)
    await clickAt(page, 'Lopez told')
    await page.keyboard.press('Shift+F12')
    const peek = page.locator('.reference-zone-widget')
    await peek.locator('.meta', { hasText: 'References (6)' }).waitFor()
    const files = () => peek.locator('.ref-tree .monaco-list-row', { hasText: '.txt' }).allInnerTexts()
    await waitForEqual(
      async () => (await files()).map((file) => file.replace(/\s+/g, ' ').trim()),
      ['other.txt 3', 'story.txt 3']
    )
    await page.keyboard.press('Escape')
    await peek.waitFor({ state: 'hidden' })
  })

  it('lists quotes by their speakers, and names, in Go to Symbol', async () => {
    await clickAt(page, 'A senior port')
    await page.keyboard.press('Control+Shift+O')
    const rows = page.locator('.quick-input-widget:visible .monaco-list-row')
    await rows.filter({ hasText: 'Maria Lopez: "We will build' }).first().waitFor()
    const names = async () =>
      (await rows.locator('.label-name').allInnerTexts()).map((name) => name.replaceAll('\u00A0', ' ').trim())
    const wanted = [
      'Harbour master speaks out',
      'a senior port official: "The bridge will fall before winter,"',
      'Maria Lopez',
      'Berlin'
    ]
    await waitFor('all symbols', names, (all) => wanted.every((name) => all.includes(name)))
    await page.keyboard.press('Escape')
  })

  it('says in the breadcrumbs in whose quote the cursor is', async () => {
    await clickAt(page, 'pay for it')
    const crumbs = async (): Promise<string> =>
      (await page.locator('.breadcrumbs-control .monaco-breadcrumb-item').allInnerTexts())
        .join(' > ')
        .replaceAll('\u00A0', ' ')
    await waitFor('the breadcrumbs', crumbs, (text) =>
      /story\.txt > .*Harbour master speaks out > .*Maria Lopez: "We will pay for it,"/.test(text)
    )
  })

  it('finds a name of the folder in Go to Symbol in Workspace', async () => {
    await page.keyboard.press('Control+T')
    await page.locator('.quick-input-widget:visible input[type="text"]').fill('#mlop')
    // Enter takes the first row.
    const row = page.locator('.quick-input-widget:visible .monaco-list-row[data-index="0"]')
    await waitFor(
      'her row',
      async () => (await row.allInnerTexts()).join('\n').replaceAll('\u00A0', ' '),
      (text) => /^\s*Maria Lopez\s*person, in 2 articles/.test(text)
    )
    await page.keyboard.press('Enter')
    await page.locator('.tab.active[data-resource-name="other.txt"]').waitFor()
    await cursorAt(page, /^Ln 1\b/)
  })
})

describe("pictures of finding one's way", () => {
  let workbench: Workbench
  let page: Page

  before(async () => {
    workbench = await openWorkbench({
      workspace: join(root, 'samples'),
      theme: themes.light,
      size: { width: 1400, height: 900 },
      settings: { ...themeSettings, 'articleAnnotator.inlayHints': 'all' }
    })
    page = workbench.page
    await openFile(page, 'geneva-talks-northwire.txt')
    await paintedWord(page, 'Ingrid Solvang')
    await runCommand(page, 'Article Annotator: Analyze Folder')
  })
  after(async () => workbench?.close())

  for (const name of ['light', 'dark'] as const) {
    it(`in ${name}`, async () => {
      await wearTheme(page, name)
      await paintedWord(page, 'Ingrid Solvang')
      const hover = await hoverSaying(page, 'Ingrid Solvang', /\d articles/)
      await waitFor(
        'the hover to have faded in',
        () => hover.evaluate((box) => getComputedStyle(box).opacity),
        (opacity) => opacity === '1'
      )
      await workbench.screenshot(`hover-folder-${name}`)
      await leaveHover(page)
      await clickAt(page, 'Ingrid Solvang')
      await page.keyboard.press('Shift+F12')
      const peek = page.locator('.reference-zone-widget')
      await peek.locator('.ref-tree .monaco-list-row').nth(3).waitFor()
      await workbench.screenshot(`references-${name}`)
      await page.keyboard.press('Escape')
      await peek.waitFor({ state: 'hidden' })
    })
  }
})

function editor(page: Page) {
  return page.locator('.editor-group-container.active .editor-instance .view-lines').first()
}

async function cursorAt(page: Page, position: RegExp): Promise<void> {
  await waitFor(
    'the cursor',
    () => page.locator('.statusbar-item', { hasText: /Ln \d+/ }).innerText(),
    (shown) => position.test(shown)
  )
}
