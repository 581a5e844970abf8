import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { clickAt, editorLines, paintedWord } from '../host/page/editorText.js'
import { openFile, runCommand } from '../host/page/quickInput.js'
import { themeSettings, wearTheme } from '../host/page/theme.js'
import { waitFor, waitForEqual } from '../host/page/waiting.js'
import { openWorkbench, themes, type Workbench } from '../host/session.js'
import { openSidebar, type SidebarDriver } from './fixtures/sidebarDriver.js'

const filler = Array.from(
  { length: 60 },
  () => 'The water rose and fell again, as it had done many times before.'
).join('\n\n')

const bridge = `Old bridge stays open

LISBON, March 3 (Northwire) -- Mayor Maria Lopez said on Monday that the old bridge was safe.

"We will build it again if anybody is afraid of it," Lopez told reporters in Berlin.

Peter Novak, an engineer in Berlin, said the river was too low.

${filler}

"Nobody asked the engineers before the work began," Novak said.
`

const articles = {
  'bridge.txt': bridge,
  'later.txt':
    'Two days later\n\n"We will build it again if anybody is afraid of it," Maria Lopez said.\n\nMaria Lopez said the money was there.\n',
  'sub/attack.txt':
    'Maria Lopez said "<img src=x onerror=alert(1)> </script><script>alert(2)</script> [press](command:workbench.action.quit)" on Monday.\n\nJohn <b>Miller</b> told reporters that \u202Eevil\u202C was near.\n',
  'empty.txt': '',
  'nothing.txt': 'it rains.\n',
  'binary.txt': new Uint8Array([80, 75, 3, 4, 0, 0, 1, 2])
}

describe('the sidebar', () => {
  let workbench: Workbench
  let page: Page
  let sidebar: SidebarDriver

  before(async () => {
    workbench = await openWorkbench({ workspace: articles, theme: themes.dark })
    page = workbench.page
    sidebar = await openSidebar(page)
  })
  after(async () => workbench?.close())

  const source = (text: string) => sidebar.frame.locator('.row.source').filter({ hasText: text })
  const name = (text: string) => sidebar.frame.locator('.row.entity').filter({ hasText: text })

  it('says what to do while no article is open', async () => {
    await sidebar.frame.getByText('No article is open').waitFor()
    await sidebar.frame.getByRole('button', { name: 'Open Sample Articles' }).waitFor()
    assert.deepEqual(await sidebar.accessibilityProblems(), [])
  })

  it('lists the sources of the open article with their quotes, and its names', async () => {
    await openFile(page, 'bridge.txt')
    const wanted = [
      /^\+ Maria Lopez [Mm]ayor, person, 2 quotes, 1 direct, 1 indirect, \d+% of all quoted words/,
      /^\+ Maria Lopez [Mm]ayor, person, \d mentions, 2 quotes/,
      /^\+ Berlin Germany, place, 2 mentions/,
      /^All 4 quotes$/
    ]
    await sidebar.rowsWhen('the lists', (all) => wanted.every((one) => all.some((row) => one.test(row))))
    await waitForEqual(() => sidebar.frame.locator('.summary .title').innerText(), 'Old bridge stays open')
  })

  it('steps through the quotes of a source in the text, and keeps the focus', async () => {
    await source('Peter Novak').focus()
    await page.keyboard.press('n')
    await cursorAt(page, /Ln 7, .*selected/)
    await page.keyboard.press('n')
    await cursorAt(page, /Ln 129, Col 52 \(51 selected\)/)
    await waitFor(
      'the text',
      () => editorLines(page),
      (lines) => lines.some((line) => line.includes('Nobody asked'))
    )
    await sidebar.frame.locator('[role=treeitem]:focus[aria-label^="\\"Nobody asked the engineers"]').waitFor()
    await page.keyboard.press('p')
    await cursorAt(page, /Ln 7, .*selected/)
    await source('Maria Lopez').focus()
    await page.keyboard.press(' ')
    await cursorAt(page, /Ln 3, .*selected/)
    assert.equal(await sidebar.frame.locator('.row.source:focus').getAttribute('aria-expanded'), 'false')
    await page.keyboard.press('Enter')
    await sidebar.rowsWhen('her quotes', (all) => all.some((row) => /^ {2}"We will build it again/.test(row)))
  })

  it('goes to the place at a click and keeps the focus', async () => {
    await sidebar.row('"Nobody asked the engineers').click()
    await cursorAt(page, /Ln 129, Col 52 \(51 selected\)/)
    await sidebar.frame.locator('[role=treeitem]:focus').waitFor()
  })

  it('goes there at Enter and gives the focus to the text', async () => {
    await name('Peter Novak').focus()
    await page.keyboard.press('Enter')
    await cursorAt(page, /Ln 7, Col 12 \(11 selected\)/)
    await waitFor(
      'the focus',
      () => page.evaluate(() => document.activeElement?.closest('.editor-instance') !== null),
      (isThere) => isThere
    )
  })

  it('opens an entity to its mentions in their lines', async () => {
    await sidebar.row('Berlin').focus()
    await page.keyboard.press('ArrowRight')
    await sidebar.rowsWhen(
      'the mentions',
      (all) =>
        all.some((row) => /^ {2}.*engineer in Berlin, said/.test(row)) &&
        all.some((row) => /^ {2}.*told reporters in Berlin\., line 5$/.test(row))
    )
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press(' ')
    await cursorAt(page, /Ln 7, .*\(6 selected\)/)
    await sidebar.row('Berlin').focus()
    await page.keyboard.press('ArrowLeft')
    await sidebar.rowsWhen('the entity closed', (all) => all.some((row) => /^\+ Berlin/.test(row)))
  })

  it('shows where the cursor is', async () => {
    await clickAt(page, 'river was too low')
    await waitFor(
      'the quote of the cursor, and not her',
      () => sidebar.current(),
      (labels) =>
        labels.some((label) => label.startsWith('the river was too low')) &&
        labels.every((label) => !label.startsWith('Maria Lopez'))
    )
    await clickAt(page, 'Novak')
    await waitFor(
      'the entity of the cursor',
      () => sidebar.current(),
      (labels) => labels.some((label) => label.startsWith('Peter Novak '))
    )
  })

  it('scrolls to where the cursor is', async () => {
    await page.setViewportSize({ width: 1280, height: 460 })
    await page.keyboard.press('Control+End')
    await page.keyboard.press('ArrowUp')
    const row = sidebar.row('"Nobody asked the engineers')
    await waitFor(
      'the row in sight',
      () =>
        row
          .evaluate((item) => {
            const { top, bottom } = item.getBoundingClientRect()
            return top >= 0 && bottom <= window.innerHeight
          })
          .catch(() => false),
      (isThere) => isThere
    )
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  it('filters names and quotes, counts and says the matches, and Escape clears', async () => {
    const box = sidebar.frame.getByRole('searchbox')
    await box.fill('river LOW')
    await sidebar.rowsWhen(
      'the matches',
      (all) => all.includes('1 quote') && all.some((row) => row.trim().startsWith('- Peter Novak'))
    )
    await waitFor(
      'the announcement',
      () => sidebar.frame.getByRole('status').innerText(),
      (text) => text === 'Matches: 1 source, 0 names and places'
    )
    await waitForEqual(() => sidebar.frame.locator('.row.quote .match').first().innerText(), 'river')
    await box.press('Escape')
    await waitForEqual(() => box.inputValue(), '')
    await sidebar.rowsWhen('all rows', (all) => all.includes('All 4 quotes'))
  })

  it('works by keyboard alone', async () => {
    await sidebar.frame.getByRole('searchbox').focus()
    await page.keyboard.press('ArrowDown')
    const focused = async () => (await sidebar.frame.locator('[role=treeitem]:focus').getAttribute('aria-label')) ?? ''
    await page.keyboard.press('Home')
    await waitFor('the first row', focused, (label) => label.startsWith('Maria Lopez'))
    // Letters make a word when they follow each other soon: none waits for what the one before has done.
    await Promise.all(['a', 'l'].map((letter) => page.keyboard.press(letter)))
    await waitFor('the row typed', focused, (label) => label.startsWith('All 4 quotes'))
    await page.keyboard.press('End')
    await waitFor('the last row', focused, (label) => label.startsWith('Analyze the folder'))
    await page.keyboard.press('Control+f')
    await waitForEqual(() => sidebar.frame.getByRole('searchbox').evaluate((box) => box.matches(':focus')), true)
    // Before the box is the scope.
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('ArrowRight')
    await sidebar.frame.getByText('The folder has not been read yet').waitFor()
    await page.keyboard.press('ArrowLeft')
    await sidebar.rowsWhen('the article again', (all) => all.length > 3)
  })

  it('follows typing', async () => {
    await clickAt(page, 'The water rose')
    // The focus leaves the webview's frame a moment after the click.
    await page.locator('.monaco-editor.focused').first().waitFor()
    await page.keyboard.press('Control+Home')
    await page.keyboard.insertText('Anna Schmidt, the chancellor, said in Vienna that the tunnel was closed.\n\n')
    await sidebar.rowsWhen('the new name', (all) => all.some((row) => row.includes('Anna Schmidt chancellor, person')))
    await runCommand(page, 'File: Revert File')
    await sidebar.rowsWhen('it gone again', (all) => all.length > 3 && !all.some((row) => row.includes('Anna Schmidt')))
  })

  it('lists the folder, and what the same source says in other articles', async () => {
    await sidebar.frame.getByRole('tab', { name: 'Folder' }).click()
    await sidebar.frame.getByRole('button', { name: 'Analyze Folder' }).click()
    await sidebar.rowsWhen('the folder', (all) =>
      all.some((row) => /^\+ Maria Lopez [Mm]ayor, person, \d quotes, 3 articles/.test(row))
    )
    await sidebar.frame.getByRole('tab', { name: 'This Article' }).click()
    await sidebar.rowsWhen('the other articles', (all) =>
      all.some((row) =>
        /Two days later "We will build it again.*Maria Lopez said, direct, line 3, The same quote 2 times, counted once/.test(
          row
        )
      )
    )
    await workbench.screenshot('sidebar-links-dark')
  })

  it('lets the reader glance at another article without losing the list', async () => {
    await sidebar.frame.locator('.row.quote').filter({ hasText: 'Two days later' }).first().click()
    await page.locator('.tab.active[data-resource-name="later.txt"]').waitFor()
    await cursorAt(page, /Ln 3, .*selected/)
    // The other article is analyzed: now the list would follow, if it did.
    await paintedWord(page, 'Maria Lopez')
    await sidebar.row('Berlin').focus()
    await page.keyboard.press('ArrowRight')
    await sidebar.rowsWhen('what the extension says after that', (all) =>
      all.some((row) => /^ {2}.*engineer in Berlin, said/.test(row))
    )
    await page.keyboard.press('ArrowLeft')
    assert.equal(await sidebar.frame.locator('.summary .title').innerText(), 'Old bridge stays open')
    await clickAt(page, 'money was there')
    await waitFor(
      'the list to follow',
      () => sidebar.frame.locator('.summary .title').innerText(),
      (title) => title === 'Two days later'
    )
  })

  it('follows changes of files', async () => {
    await sidebar.frame.getByRole('tab', { name: 'Folder' }).click()
    const file = join(workbench.folder, 'new.txt')
    writeFileSync(file, 'Ingrid Solberg told reporters in Oslo that the snow was late.\n')
    await sidebar.rowsWhen('the new file', (all) => all.some((row) => row.includes('Ingrid Solberg')))
    rmSync(file)
    await sidebar.rowsWhen(
      'the file gone',
      (all) => all.length > 3 && !all.some((row) => row.includes('Ingrid Solberg'))
    )
    await sidebar.frame.getByRole('tab', { name: 'This Article' }).click()
  })

  it('shows hostile text as text', async () => {
    await openFile(page, 'attack.txt')
    await sidebar.rowsWhen('the article', (all) => all.some((row) => row.includes('<img src=x onerror=alert(1)>')))
    await waitForEqual(
      () =>
        sidebar.frame
          .locator('#page')
          .evaluate(
            (element) => element.querySelectorAll('img, script, a, b:not(.context b, .figure b), iframe').length
          ),
      0
    )
    assert.match(
      await sidebar.frame.locator('.words').first().innerText(),
      /<img src=x onerror=alert\(1\)> <\/script><script>/
    )
  })

  it('has a useful text for an article without findings, an empty one and a binary file', async () => {
    await openFile(page, 'nothing.txt')
    await sidebar.frame.getByText('Nothing was found').waitFor()
    await openFile(page, 'empty.txt')
    await sidebar.frame.getByText('This article is empty').waitFor()
  })

  it('shows its last state again when it comes back', async () => {
    await openFile(page, 'bridge.txt')
    await sidebar.rowsWhen('the article', (all) => all.some((row) => row.includes('Maria Lopez')))
    await sidebar.frame.getByRole('searchbox').fill('novak')
    await sidebar.rowsWhen(
      'the matches',
      (all) => !all.some((row) => row.includes('Maria Lopez')) && all.some((row) => row.includes('Peter Novak'))
    )
    await runCommand(page, 'View: Show Explorer')
    await page.locator('.explorer-folders-view').first().waitFor()
    sidebar = await openSidebar(page)
    await sidebar.rowsWhen(
      'the matches again',
      (all) => !all.some((row) => row.includes('Maria Lopez')) && all.some((row) => row.includes('Peter Novak'))
    )
    await waitForEqual(() => sidebar.frame.getByRole('searchbox').inputValue(), 'novak')
    await sidebar.frame.getByRole('button', { name: 'Clear Search' }).click()
  })

  it('empties when the article is closed', async () => {
    await runCommand(page, 'View: Close All Editors')
    await sidebar.frame.getByText('No article is open').waitFor()
  })
})

/** Two articles in which nobody says who the official is. */
const unnamed = {
  'harbour.txt':
    'Harbour crane stopped\n\nA senior harbour official said the crane was too old.\n\n"It will not move again before the winter," the official said.\n',
  'quay.txt':
    'Ships wait at the quay\n\nA senior harbour official said the ships would wait for a week.\n\nAnna Schmidt, the mayor, said the town would pay.\n'
}

describe("the sidebar's looks", () => {
  const names = ['light', 'dark', 'highContrast', 'highContrastLight'] as const
  let workbench: Workbench
  let page: Page
  let sidebar: SidebarDriver

  before(async () => {
    workbench = await openWorkbench({
      workspace: { ...articles, ...unnamed },
      theme: themes.light,
      settings: themeSettings
    })
    page = workbench.page
    await openFile(page, 'bridge.txt')
    sidebar = await openSidebar(page)
    mkdirSync('.vscode-test/screenshots', { recursive: true })
  })
  after(async () => workbench?.close())

  for (const name of names) {
    it(`of an article and of a folder that is not read have no accessibility problem (${name})`, async () => {
      await wearTheme(page, name)
      await sidebar.rowsWhen('the lists', (all) => all.some((row) => row.includes('Maria Lopez')))
      await sidebar.row('Maria Lopez').focus()
      await page.keyboard.press('ArrowRight')
      await sidebar.rowsWhen(
        'the quotes',
        (all) => all.some((row) => /^ {2}\S/.test(row)) && !all.some((row) => row.includes('Loading'))
      )
      await workbench.screenshot(`sidebar-${name}`)
      assert.deepEqual(await sidebar.accessibilityProblems(), [])
      await sidebar.frame.getByRole('tab', { name: 'Folder' }).click()
      await sidebar.frame.getByText('The folder has not been read yet').waitFor()
      assert.deepEqual(await sidebar.accessibilityProblems(), [])
      await sidebar.frame.getByRole('tab', { name: 'This Article' }).click()
    })
  }

  it('of a folder are what its articles come to', async () => {
    await sidebar.frame.getByRole('tab', { name: 'Folder' }).click()
    await sidebar.frame.getByRole('button', { name: 'Analyze Folder' }).click()
    await sidebar.rowsWhen('the folder', (all) => all.some((row) => /Maria Lopez.*3 articles/.test(row)))
  })

  for (const name of names) {
    it(`of a folder have no accessibility problem (${name})`, async () => {
      await wearTheme(page, name)
      await sidebar.rowsWhen('the actors', (all) => all.some((row) => /Maria Lopez.*3 articles/.test(row)))
      await workbench.screenshot(`sidebar-folder-${name}`)
      assert.deepEqual(await sidebar.accessibilityProblems(), [])
      if (name === 'light') {
        await sidebar.row('Maria Lopez').click()
        await sidebar.row('May be the same source').click()
        await sidebar.row('a senior harbour official, 2').click()
      }
      await sidebar.rowsWhen('the suggestion', (all) =>
        /^ {2}- a senior harbour official, 2\n {4}\+ Harbour crane stopped, person, 2 quotes.*\n {4}\+ Ships wait at the quay, person, 1 quote/m.test(
          all.join('\n')
        )
      )
      await workbench.screenshot(`sidebar-suggestions-${name}`)
      assert.deepEqual(await sidebar.accessibilityProblems(), [])
    })
  }
})

async function cursorAt(page: Page, position: RegExp): Promise<void> {
  await waitFor(
    `the cursor at ${String(position)}`,
    () => page.locator('.statusbar-item', { hasText: /Ln \d+/ }).innerText(),
    (text) => position.test(text)
  )
}
