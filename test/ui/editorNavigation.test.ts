import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { clickAt, paintedWord } from '../host/page/editorText.js'
import { hoverAt, leaveHover } from '../host/page/hover.js'
import { openFile, runCommand } from '../host/page/quickInput.js'
import { themeSettings, wearTheme } from '../host/page/theme.js'
import { waitFor } from '../host/page/waiting.js'
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
      (text) => text.includes('she\u2192')
    )
    assert.match(hints, /she\u2192 Maria Lopez said/)
    assert.match(hints, /the official\u2192 a senior port official said/)
    assert.doesNotMatch(hints, /Lopez\u2192/)
  })

  it('says in a hover whom a description means, and why, and jumps there', async () => {
    const hover = await hoverAt(page, 'the official')
    const text = await hover.innerText()
    assert.match(text, /^the official \u2192 a senior port official \u00B7 person/)
    assert.match(text, /confidence \(\d+ %\): introduced with such a description before/)
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
    assert.deepEqual(await waitFor('the highlights', classes, ({ strong, plain }) => strong === 1 && plain === 2), {
      strong: 1,
      plain: 2
    })
  })

  it('lists all mentions in the folder once it is analyzed', async () => {
    await runCommand(page, 'Article Annotator: Analyze Folder')
    await waitFor(
      'the folder',
      async () => {
        const text = await (await hoverAt(page, 'Maria Lopez')).innerText()
        await leaveHover(page)
        return text
      },
      (text) => /3 quotes \u00B7 \d+ mentions \u00B7 2 articles/.test(text)
    )
    await clickAt(page, 'Lopez told')
    await page.keyboard.press('Shift+F12')
    const peek = page.locator('.reference-zone-widget')
    await peek.locator('.meta', { hasText: 'References (6)' }).waitFor()
    const files = await peek.locator('.ref-tree .monaco-list-row', { hasText: '.txt' }).allInnerTexts()
    assert.deepEqual(
      files.map((file) => file.replace(/\s+/g, ' ').trim()),
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
    const names = (await rows.locator('.label-name').allInnerTexts()).map((name) =>
      name.replaceAll('\u00A0', ' ').trim()
    )
    assert.ok(names.includes('Harbour master speaks out'), names.join('\n'))
    assert.ok(names.includes('a senior port official: "The bridge will fall before winter,"'), names.join('\n'))
    assert.ok(names.includes('Maria Lopez') && names.includes('Berlin'), names.join('\n'))
    await page.keyboard.press('Escape')
  })

  it('says in the breadcrumbs in whose quote the cursor is', async () => {
    await clickAt(page, 'pay for it')
    const crumbs = async (): Promise<string> =>
      (await page.locator('.breadcrumbs-control .monaco-breadcrumb-item').allInnerTexts())
        .join(' > ')
        .replaceAll('\u00A0', ' ')
    const shown = await waitFor('the breadcrumbs', crumbs, (text) => text.includes('We will pay'))
    assert.match(shown, /story\.txt > .*Harbour master speaks out > .*Maria Lopez: "We will pay for it,"/)
  })

  it('finds a name of the folder in Go to Symbol in Workspace', async () => {
    await page.keyboard.press('Control+T')
    await page.locator('.quick-input-widget:visible input[type="text"]').waitFor()
    await page.keyboard.insertText('mlop')
    const row = page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'Maria Lopez' }).first()
    await row.waitFor()
    assert.match((await row.innerText()).replaceAll('\u00A0', ' '), /^\s*Maria Lopez\s*person, in 2 articles/)
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
      await waitFor(
        'the folder in the hover',
        async () => {
          const text = await (await hoverAt(page, 'Ingrid Solvang')).innerText()
          if (!/\d articles/.test(text)) await leaveHover(page)
          return text
        },
        (text) => /\d articles/.test(text)
      )
      const hover = page
        .locator('.monaco-hover:not(.hidden)')
        .filter({ has: page.locator('.hover-contents') })
        .first()
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
