import assert from 'node:assert/strict'
import { readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { clickAt, editorLines, paintedLines, paintedWord } from '../host/page/editorText.js'
import { hoverAt, hoverSaying, leaveHover } from '../host/page/hover.js'
import { notification, notifications, pressInNotification } from '../host/page/notifications.js'
import { answerFileDialog, boxClosed, chooseRow, openFile, quickPickRows, runCommand } from '../host/page/quickInput.js'
import { themeSettings, wearTheme } from '../host/page/theme.js'
import { waitFor, waitForEqual } from '../host/page/waiting.js'
import { root } from '../host/places.mjs'
import { openWorkbench, themes, type Workbench } from '../host/session.js'
import { fileOnDisk } from './fixtures/filesOnDisk.js'
import { palette } from '../../src/protocol/common/index.js'

const story = [
  'OSLO, March 3 (Northwire) --',
  '',
  'Maria Lopez, the mayor of Lisbon, said on Monday that the old bridge was safe.',
  '',
  '"We will build it again," Lopez told reporters in Berlin.',
  '',
  '"See https://example.org and [press](command:workbench.action.quit) <b>here</b>," Maria Lopez said.',
  ''
].join('\n')

const articles = {
  'story.txt': story,
  'scraped.txt': `${story}\nShare this article\n\nWe use cookies to improve your experience.\n\nLopez went home.\n`,
  'report.md': `---\nauthor: Maria Lopez\n---\n\n# A bridge\n\n${story}`,
  'long.txt': story.repeat(10)
}

describe('the editor', () => {
  let workbench: Workbench
  let page: Page

  before(async () => {
    workbench = await openWorkbench({
      workspace: articles,
      theme: themes.dark,
      settings: { 'articleAnnotator.article.maximumSize': 1000 }
    })
    page = workbench.page
  })
  // Each test begins at the same place, also after one that failed.
  beforeEach(async () => openFile(page, 'story.txt'))
  after(async () => workbench?.close())

  it('paints persons and places in the colours of the palette, and nothing else of the text', async () => {
    await waitForEqual(async () => (await paintedWord(page, 'Maria Lopez')).color, paletteColor('person', 'dark'))
    await waitForEqual(async () => (await paintedWord(page, 'Berlin')).color, paletteColor('place', 'dark'))
    const plain = await colorOf(page, 'bridge was safe')
    for (const words of ['We will build it again', 'March 3', 'the mayor of'])
      await waitForEqual(() => colorOf(page, words), plain)
  })

  it('follows the theme at once', async () => {
    await wearTheme(page, 'light')
    await waitForEqual(() => colorOf(page, 'Maria Lopez'), paletteColor('person', 'light'))
    await wearTheme(page, 'dark')
    await waitForEqual(() => colorOf(page, 'Maria Lopez'), paletteColor('person', 'dark'))
  })

  it('paints names in Markdown too', async () => {
    await openFile(page, 'report.md')
    const colorOfActor = async () => (await paintedWord(page, 'Lopez')).color
    await waitForEqual(colorOfActor, paletteColor('person', 'dark'))
    await openFile(page, 'story.txt')
    await waitForEqual(colorOfActor, paletteColor('person', 'dark'))
  })

  it('shades every quote, and underlines the kind, the source and the cue', async () => {
    const shadesIn = (styles: readonly DecorationStyle[]) =>
      styles.filter(({ background }) => background !== 'rgba(0, 0, 0, 0)').map(({ background }) => background)
    await waitFor(
      'the shades of three quotes, and both underlines',
      () => decorationStyles(page),
      (styles) =>
        shadesIn(styles).length === 3 &&
        new Set(shadesIn(styles)).size === 1 &&
        ['1px solid', '1px dotted'].every((wanted) => styles.some(({ underline }) => underline === wanted))
    )
  })

  it('shows nothing of ours when highlighting is off, in Markdown too', async () => {
    await runCommand(page, 'Article Annotator: Switch Highlighting On or Off')
    // First where our colours are: only there it shows that the command has come through.
    for (const file of ['story.txt', 'report.md', 'story.txt']) {
      await openFile(page, file)
      await waitFor(
        `no decorations in ${file}`,
        () => page.locator('.editor-group-container.active [class*="TextEditorDecorationType"]').count(),
        (count) => count === 0
      )
      const [plain] = await colorsOf(page, 'bridge was safe')
      for (const words of ['Maria Lopez, the mayor', 'We will build it', 'Berlin', 'OSLO', 'March 3'])
        await waitForEqual(() => colorsOf(page, words), [plain ?? ''], `${words} in ${file}`)
    }
    await runCommand(page, 'Article Annotator: Switch Highlighting On or Off')
    await waitForEqual(async () => (await paintedWord(page, 'Maria Lopez')).color, paletteColor('person', 'dark'))
  })

  it('dims what was left out and says why, unless highlighting is off', async () => {
    await openFile(page, 'scraped.txt')
    const plain = await colorOf(page, 'bridge was safe')
    for (const words of ['Share this article', 'We use cookies'])
      await waitFor(
        `a softer colour of "${words}"`,
        () => colorOf(page, words),
        (color) => color !== plain
      )
    await waitForEqual(() => colorOf(page, 'went home'), plain)
    await hoverSaying(page, 'Share this', /^Left out of the analysis: an invitation/)
    await leaveHover(page)
    await hoverSaying(page, 'use cookies', /^Left out of the analysis: a note on cookies/)
    await leaveHover(page)
    await workbench.screenshot('left-out')
    await runCommand(page, 'Article Annotator: Switch Highlighting On or Off')
    await waitForEqual(() => colorOf(page, 'Share this article'), plain)
    await runCommand(page, 'Article Annotator: Switch Highlighting On or Off')
    await waitFor(
      'the softer colour again',
      () => colorOf(page, 'Share this article'),
      (color) => color !== plain
    )
  })

  it('tells in the language status how much was left out', async () => {
    await openFile(page, 'scraped.txt')
    const status = page.locator('[id="status.languageStatus"]')
    await waitFor(
      'the status',
      async () => {
        await status.hover()
        return (await page.locator('.monaco-hover:not(.hidden)').allInnerTexts()).join('\n')
      },
      (text) => text.includes('2 paragraphs left out')
    )
  })

  it('says in four lines of a hover who somebody is, and its links jump', async () => {
    const hover = await hoverSaying(page, 'Lopez told', /mayor of Lisbon[^]*Note\u2026/)
    assert.deepEqual((await hover.innerText()).trim().split(/\n+/), [
      'Lopez \u2192 Maria Lopez \u00B7 person \u00B7 mayor of Lisbon',
      'High confidence (97 %): named here',
      '3 quotes \u00B7 3 mentions',
      'Accept \u00B7 Reject \u00B7 Correct\u2026 \u00B7 Code\u2026 \u00B7 Note\u2026'
    ])
    await waitForEqual(() => scrolls(hover), false)
    await hover.getByRole('link', { name: 'Maria Lopez', exact: true }).click()
    await waitFor(
      'the cursor',
      () => page.locator('.statusbar-item', { hasText: /Ln \d+/ }).innerText(),
      (position) => position.startsWith('Ln 3')
    )
    await leaveHover(page)
  })

  it('says who says a quote, in four lines too', async () => {
    const hover = await hoverSaying(page, 'build it', /^Lopez[^]*Note\u2026/)
    const lines = (await hover.innerText()).trim().split(/\n+/)
    assert.equal(lines[0], 'Lopez \u2192 Maria Lopez \u00B7 Direct quote \u00B7 \u201Ctold\u201D')
    assert.equal(lines.length, 4, lines.join('\n'))
    await waitForEqual(() => scrolls(hover), false)
    await leaveHover(page)
  })

  it('shows where a place is', async () => {
    await hoverSaying(page, 'Berlin', /^Berlin \u00B7 place \u00B7 Germany \u00B7 52\.\d+° N, 13\.\d+° E/)
    await leaveHover(page)
  })

  it('shows article text as nothing but text', async () => {
    const hover = await hoverSaying(page, 'See', /Maria Lopez \u00B7 Direct quote/)
    assert.deepEqual(await hover.getByRole('link', { name: /press|example/ }).count(), 0)
    assert.equal(await hover.locator('.hover-contents img, .hover-contents b').count(), 0)
    await leaveHover(page)
  })

  it('follows typing', async () => {
    await openFile(page, 'story.txt')
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText('\nThe mayor went on to Hamburg.\n')
    await waitForEqual(async () => (await paintedWord(page, 'Hamburg')).color, paletteColor('place', 'dark'))
    await waitForEqual(async () => (await paintedWord(page, 'Berlin')).color, paletteColor('place', 'dark'))
    await runCommand(page, 'File: Revert File')
  })

  it('tells in the language status why an article has no annotations', async () => {
    await openFile(page, 'long.txt')
    const status = page.locator('[id="status.languageStatus"]')
    const shown = await waitFor(
      'the status',
      async () => {
        await status.hover()
        return (await page.locator('.monaco-hover:not(.hidden)').allInnerTexts()).join('\n')
      },
      (text) => text.includes('longer than') && text.includes('Not annotated')
    )
    assert.match(shown, /longer than 1,000 characters/)
    await waitForEqual(
      () => page.locator('.editor-group-container.active [class*="TextEditorDecorationType"]').count(),
      0
    )
  })
})

describe('the first article of a user', () => {
  let workbench: Workbench
  let page: Page

  before(async () => {
    workbench = await openWorkbench({
      workspace: articles,
      theme: themes.light,
      settings: { 'workbench.welcomePage.walkthroughs.openOnInstall': true }
    })
    page = workbench.page
    await openFile(page, 'story.txt')
  })
  after(async () => workbench?.close())

  it('brings the sidebar, while the cursor stays in the text', async () => {
    await page.locator('.part.sidebar .composite.title', { hasText: 'Article Annotator' }).waitFor()
    await page.keyboard.insertText('First. ')
    await waitFor(
      'what is typed',
      async () => (await editorLines(page))[0] ?? '',
      (line) => line.startsWith('First. OSLO')
    )
  })

  it('offers the walkthrough, and opens it', async () => {
    await pressInNotification(page, 'highlights names, quotes and their sources', 'Show Me')
    await page.getByText('Read news articles with Article Annotator').first().waitFor()
    await workbench.screenshot('first-sight')
  })

  it('comes once', async () => {
    await runCommand(page, 'View: Close All Editors')
    await runCommand(page, 'View: Show Explorer')
    await openFile(page, 'long.txt')
    await paintedWord(page, 'Maria Lopez')
    assert.equal((await notifications(page)).filter((text) => text.includes('highlights names')).length, 0)
    assert.equal(await page.locator('.part.sidebar .composite.title', { hasText: 'Article Annotator' }).count(), 0)
  })
})

describe('exports', () => {
  let workbench: Workbench
  let page: Page

  before(async () => {
    workbench = await openWorkbench({
      workspace: { 'story.txt': story, 'other.txt': '"No," said Maria Lopez in Berlin.\n' },
      theme: themes.light
    })
    page = workbench.page
    await openFile(page, 'story.txt')
    await paintedWord(page, 'Berlin')
  })
  after(async () => workbench?.close())

  for (const [row, file, pattern] of [
    ['CSV of entities', 'story.entities.csv', /Maria Lopez/],
    ['CSV of quotes', 'story.quotes.csv', /We will build it again/],
    ['JSON', 'story.json', /"name":\s*"Maria Lopez"/],
    ['Markdown report', 'story.report.md', /Maria Lopez/]
  ] as const) {
    it(`writes this article as ${row}`, async () => {
      await runCommand(page, 'Article Annotator: Export This Article')
      await chooseRow(page, row)
      const path = join(workbench.folder, file)
      await answerFileDialog(page, path)
      await notification(page, `exported to ${file}`)
      assert.match(readFileSync(path, 'utf8'), pattern)
    })
  }

  it('opens what was written', async () => {
    await pressInNotification(page, 'exported to story.report.md', 'Open')
    await page.locator('.tab.active[data-resource-name="story.report.md"]').waitFor()
    await openFile(page, 'story.txt')
  })

  for (const [row, file, pattern] of [
    ['CSV of entities', 'folder.csv', /story\.txt[\s\S]*other\.txt|other\.txt[\s\S]*story\.txt/],
    ['CSV of quotes', 'folder-quotes.csv', /story\.txt[\s\S]*other\.txt|other\.txt[\s\S]*story\.txt/],
    ['JSON', 'folder.json', /"id":\s*"other\.txt"[\s\S]*"id":\s*"story\.txt"/],
    ['Markdown report', 'folder.report.md', /other[\s\S]*story/]
  ] as const) {
    it(`writes the folder as ${row}`, async () => {
      await runCommand(page, 'Article Annotator: Export Folder')
      await chooseRow(page, row)
      const path = join(workbench.folder, file)
      await answerFileDialog(page, path)
      await notification(page, `exported to ${file}`)
      assert.match(readFileSync(path, 'utf8'), pattern)
    })
  }

  it('writes nothing when the user steps back', async () => {
    const before = readdirSync(workbench.folder)
    await runCommand(page, 'Article Annotator: Export This Article')
    await quickPickRows(page)
    // The first time it closes the list of notifications, which is open since the tests before.
    await page.keyboard.press('Escape')
    await page.locator('.notifications-center.visible').waitFor({ state: 'hidden' })
    if ((await page.locator('.quick-input-widget:visible').count()) > 0) await page.keyboard.press('Escape')
    await boxClosed(page)
    assert.deepEqual(readdirSync(workbench.folder), before)
  })

  it('are exported with a way back from each question to the one before', async () => {
    const box = page.locator('.quick-input-widget:visible:not(.quick-input-widget-closing)')
    await runCommand(page, 'Article Annotator: Export Annotations')
    await chooseRow(page, 'JSON Lines')
    const scope = box.filter({ hasText: 'Export as JSON Lines' })
    await workbench.screenshot('export-back')
    await scope.getByRole('button', { name: 'Back' }).click()
    await box.filter({ hasNotText: 'Export as JSON Lines' }).waitFor()
    assert.equal(await box.getByRole('button', { name: 'Back' }).count(), 0)
    await chooseRow(page, 'CSV of quotes')
    await box.filter({ hasText: 'Export as CSV of quotes' }).waitFor()
    await chooseRow(page, 'This article')
    const path = join(workbench.folder, 'back.quotes.csv')
    await answerFileDialog(page, path)
    await notification(page, 'exported to back.quotes.csv')
    assert.match(readFileSync(path, 'utf8'), /We will build it again/)
  })

  it('are imported again, with a way back from each question to the one before', async () => {
    const label = [[story.indexOf('Berlin'), story.indexOf('Berlin') + 6, 'City']] // prettier-ignore
    const path = join(workbench.folder, 'colleague.jsonl')
    const notes = join(workbench.folder, 'notes.xyz')
    writeFileSync(path, `${JSON.stringify({ text: story, label })}\n`)
    writeFileSync(notes, 'no format at all')
    const box = page.locator('.quick-input-widget:visible:not(.quick-input-widget-closing)')
    const titled = (title: string) => box.filter({ hasText: title })
    const goBack = (title: string) => titled(title).getByRole('button', { name: 'Back' }).click()
    const dialog = page.locator('.monaco-dialog-box')
    await runCommand(page, 'Article Annotator: Import Annotations')
    await answerFileDialog(page, notes)
    await goBack('Format of the Files')
    await answerFileDialog(page, path)
    await goBack('Whose annotations are these?')
    await answerFileDialog(page, path)
    const whose = titled('Whose annotations are these?').locator('input[type="text"]')
    await whose.fill('')
    await titled('A name has 1 to').waitFor()
    await page.keyboard.press('Enter')
    await whose.fill('Ana')
    await workbench.screenshot('import-back')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Back' }).click()
    await waitForEqual(() => whose.inputValue(), 'Ana')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await notification(page, 'imported for Ana')
  })

  it('reads the folder, and says what was left out', async () => {
    symlinkSync(join(workbench.folder, 'nowhere'), join(workbench.folder, 'dangling.txt'))
    writeFileSync(join(workbench.folder, 'binary.txt'), new Uint8Array([0, 1, 2]))
    await runCommand(page, 'Article Annotator: Analyze Folder')
    assert.match(await notification(page, 'binary.txt (not text)'), /2 articles read\. Left out/)
  })
})

describe('two folders', () => {
  it('are read together, and the folder is named', async () => {
    const workspace = {
      'both.code-workspace': JSON.stringify({ folders: [{ path: 'north' }, { path: 'south' }] }),
      'north/story.txt': story,
      'south/story.txt': story
    }
    const workbench = await openWorkbench({ workspace, workspaceFile: 'both.code-workspace' })
    try {
      // The palette has our commands once the extension runs.
      await openFile(workbench.page, 'story.txt')
      await paintedWord(workbench.page, 'Berlin')
      await runCommand(workbench.page, 'Article Annotator: Export Folder')
      await chooseRow(workbench.page, 'JSON')
      const path = join(workbench.folder, 'north', 'both.json')
      await answerFileDialog(workbench.page, path)
      const written = await fileOnDisk(path, isJson)
      assert.deepEqual(
        (JSON.parse(written) as { articles: { id: string }[] }).articles.map(({ id }) => id),
        ['north/story.txt', 'south/story.txt']
      )
    } finally {
      await workbench.close()
    }
  })
})

describe('pictures', () => {
  let workbench: Workbench
  let page: Page

  before(async () => {
    workbench = await openWorkbench({
      workspace: join(root, 'samples'),
      theme: themes.light,
      settings: themeSettings
    })
    page = workbench.page
  })
  after(async () => workbench?.close())

  for (const name of ['light', 'dark', 'highContrast', 'highContrastLight'] as const) {
    it(`of the editor and a hover in ${name}`, async () => {
      await wearTheme(page, name)
      await openFile(page, 'geneva-talks-northwire.txt')
      await waitFor(
        'the colours of names',
        async () => [await colorOf(page, 'Solvang'), await colorOf(page, 'put a brave face')],
        ([name, plain]) => name !== plain
      )
      await clickAt(page, 'GENEVA')
      await waitFor(
        'decorations',
        () => decorationStyles(page),
        (found) => found.length > 2
      )
      await workbench.screenshot(`editor-${name}`)
      const hover = await hoverAt(page, 'Solvang')
      await waitFor(
        'the hover to have faded in',
        () => hover.evaluate((box) => getComputedStyle(box).opacity),
        (opacity) => opacity === '1'
      )
      await workbench.screenshot(`hover-${name}`)
      await leaveHover(page)
    })
  }
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** A colour of the manifest as a browser gives it. */
function paletteColor(id: keyof typeof palette, theme: 'light' | 'dark'): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly contributes: {
      readonly colors: readonly { readonly id: string; readonly defaults: Record<string, string> }[]
    }
  }
  const hex = manifest.contributes.colors.find((color) => color.id === palette[id].color)?.defaults[theme] ?? ''
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))
  return `rgb(${red}, ${green}, ${blue})`
}

/** The colours of all spans that have some of these words. */
async function colorsOf(page: Page, words: string): Promise<readonly string[]> {
  const lines = await waitFor(
    `"${words}"`,
    () => paintedLines(page),
    (all) =>
      all.some((line) =>
        line
          .map(({ text }) => text)
          .join('')
          .includes(words)
      )
  )
  const colors = lines.flatMap((line) => {
    const start = line
      .map(({ text }) => text)
      .join('')
      .indexOf(words)
    let at = 0
    return line.flatMap(({ text, color }) => {
      at += text.length
      return start >= 0 && at > start && at - text.length < start + words.length ? [color] : []
    })
  })
  return [...new Set(colors)]
}

/** The colour of the span in which a text is painted. */
async function colorOf(page: Page, text: string): Promise<string> {
  const spans = await waitFor(
    `"${text}"`,
    async () => (await paintedLines(page)).flat(),
    (all) => all.some((span) => span.text.includes(text))
  )
  return spans.find((span) => span.text.includes(text))?.color ?? ''
}

/** Whether a hover does not show all that it says. */
async function scrolls(hover: Locator): Promise<boolean> {
  return hover
    .locator('.monaco-scrollable-element')
    .first()
    .evaluate((box) => [...box.children].some((child) => child.scrollHeight > box.clientHeight + 1))
}

interface DecorationStyle {
  readonly background: string
  readonly underline: string
}

/** How the decorations of text editors look that are on the screen. */
async function decorationStyles(page: Page): Promise<readonly DecorationStyle[]> {
  return page
    .locator('.editor-group-container.active .editor-instance')
    .first()
    .evaluate((editor) =>
      [...editor.querySelectorAll('[class*="TextEditorDecorationType"]')].map((element) => {
        const style = getComputedStyle(element)
        return { background: style.backgroundColor, underline: `${style.borderBottomWidth} ${style.borderBottomStyle}` }
      })
    )
}
