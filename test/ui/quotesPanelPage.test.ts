import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { PanelRow } from '../../src/protocol/quotesPanel/index.js'
import type { FolderSnapshot } from '../../src/workspace/folderArticle.js'
import { waitFor, waitForEqual } from '../host/page/waiting.js'
import { kept } from '../host/places.mjs'
import { openBrowser } from '../host/session.js'
import { sampleFolder } from './fixtures/overviewPage.js'
import { openPanelPage, panelLists, strings, type PanelPage } from './fixtures/panelPage.js'
import { accessibilityProblems } from './fixtures/axe.js'

describe("the quotes panel's page", () => {
  let browser: Browser
  let folder: FolderSnapshot

  before(async () => {
    browser = await openBrowser()
    folder = await sampleFolder()
  })
  after(async () => browser?.close())

  const rows = (panel: PanelPage) => panel.page.locator('.rows .row')
  const cells = async (panel: PanelPage, column: string) =>
    (await panel.page.locator(`.rows .cell.${column}`).allInnerTexts()).filter(Boolean)
  const chosen = (panel: PanelPage) => panel.page.locator('.rows .row[aria-selected="true"]').count()
  const events = async (panel: PanelPage, kind: string) => (await panel.events()).filter((event) => event.kind === kind)

  async function withSamples(panel: PanelPage): Promise<void> {
    const lists = panelLists(folder)
    await panel.send({ kind: 'state', state: lists.state })
    await rows(panel).first().waitFor()
    await lists.answer(panel)
    await panel.page.locator('.cell.left bdi').first().waitFor()
  }

  for (const theme of ['dark', 'light', 'highContrast', 'highContrastLight'])
    it(`is readable in ${theme}, and axe finds nothing`, async () => {
      const panel = await openPanelPage(browser, { theme })
      await withSamples(panel)
      await rows(panel).nth(2).click()
      await rows(panel)
        .nth(4)
        .click({ modifiers: ['Shift'] })
      await panel.page.screenshot({ path: join(kept, 'screenshots', `panel-${theme}.png`) })
      assert.deepEqual(await accessibilityProblems(panel.page), [])
      await panel.page.getByRole('button', { name: 'Columns' }).click()
      assert.deepEqual(await accessibilityProblems(panel.page), [])
      assert.deepEqual(panel.errors, [])
      await panel.close()
    })

  for (const theme of ['highContrast', 'highContrastLight'])
    it(`draws the border of each condition in ${theme}, where it has no background`, async () => {
      const panel = await openPanelPage(browser, { theme })
      await panel.send({ kind: 'state', state: panelLists(folder, { filter: 'kind:direct' }).state })
      const border = await panel.page
        .locator('.part')
        .first()
        .evaluate((part) => {
          const wanted = document.createElement('i')
          wanted.style.color = 'var(--vscode-contrastBorder)'
          document.body.append(wanted)
          return [getComputedStyle(part).borderTopColor, getComputedStyle(wanted).color]
        })
      assert.equal(border[0], border[1])
      await panel.close()
    })

  it('says what it lists: words before, the quote, words after, who, where and when', async () => {
    const panel = await openPanelPage(browser)
    await withSamples(panel)
    const [row] = panelLists(folder).state.total > 0 ? await cells(panel, 'keyword') : []
    assert.ok(row && row.length > 0)
    assert.match(await panel.page.locator('.summary').innerText(), /^\d+ quotes, 50 sources, 12 articles/)
    assert.deepEqual(await panel.page.getByRole('columnheader').allInnerTexts(), [
      'Before',
      'Words',
      'After',
      'Source',
      'Article',
      'Date',
      'Kind',
      'Codes',
      'Status'
    ])
    await panel.close()
  })

  it('is worked with by keys alone', async () => {
    const panel = await openPanelPage(browser)
    await withSamples(panel)
    await rows(panel).first().focus()
    const { keyboard } = panel.page
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowDown')
    // The editor follows when the keys rest: where they are slow, also to the row between.
    const lastOpened = async () => (await events(panel, 'open')).at(-1)
    await waitForEqual(lastOpened, { kind: 'open', version: 1, row: 2, mode: 'preview' })
    await keyboard.press('Shift+ArrowDown')
    await keyboard.press('Shift+ArrowDown')
    await waitForEqual(() => chosen(panel), 3)
    await keyboard.press('c')
    await keyboard.press('a')
    await keyboard.press('Control+c')
    await keyboard.press('Escape')
    await waitForEqual(() => chosen(panel), 0)
    await keyboard.press('r')
    await keyboard.press('Enter')
    await keyboard.press('Control+z')
    const said = (await panel.events()).filter(({ kind }) => kind === 'act' || kind === 'history')
    assert.deepEqual(said, [
      { kind: 'act', version: 1, action: 'code', rows: [[2, 5]] },
      { kind: 'act', version: 1, action: 'accept', rows: [[2, 5]] },
      { kind: 'act', version: 1, action: 'copy', rows: [[2, 5]] },
      { kind: 'act', version: 1, action: 'reject', rows: [[4, 5]] },
      { kind: 'history', step: 'undo' }
    ])
    assert.deepEqual(await lastOpened(), { kind: 'open', version: 1, row: 4, mode: 'open' })
    await keyboard.press('End')
    await waitFor(
      'the last row',
      () => panel.page.evaluate(() => document.activeElement?.getAttribute('data-row') ?? ''),
      (row) => row === String(panelLists(folder).state.total - 1)
    )
    await panel.close()
  })

  it('has switches for case and whole words, by pointer and by the keys of the search of VS Code', async () => {
    const panel = await openPanelPage(browser)
    const { state } = panelLists(folder, { show: 'words', words: 'water' })
    await panel.send({ kind: 'state', state })
    const field = panel.page.getByRole('searchbox', { name: 'Words in all articles' })
    const [matchCase, wholeWord] = ['Match Case', 'Match Whole Word'].map((name) =>
      panel.page.getByRole('button', { name, exact: true })
    )
    assert.equal(await field.inputValue(), 'water')
    await matchCase!.click()
    const match = { matchCase: true, wholeWord: false }
    await panel.send({ kind: 'state', state: { ...state, match, version: 2 } })
    await waitForEqual(() => matchCase!.getAttribute('aria-pressed'), 'true')
    await field.fill('Water')
    await field.press('Alt+w')
    await panel.send({
      kind: 'state',
      state: { ...state, words: 'Water', match: { ...match, wholeWord: true }, version: 3 }
    })
    await waitForEqual(() => wholeWord!.getAttribute('aria-pressed'), 'true')
    assert.equal(
      await field.evaluate((input) => input === document.activeElement),
      true,
      'the field keeps the keyboard'
    )
    await field.press('Alt+c')
    assert.deepEqual(
      (await panel.events()).filter(({ kind }) => kind === 'match' || kind === 'words'),
      [
        { kind: 'match', match },
        { kind: 'words', words: 'Water' },
        { kind: 'match', match: { matchCase: true, wholeWord: true } },
        { kind: 'match', match: { matchCase: false, wholeWord: true } }
      ]
    )
    await panel.page.screenshot({ path: join(kept, 'screenshots', 'panel-words.png') })
    assert.deepEqual(await accessibilityProblems(panel.page), [])
    await panel.close()
  })

  it('says that Enter searches the words that are typed', async () => {
    const panel = await openPanelPage(browser)
    const { state } = panelLists(folder, { show: 'words', words: '' })
    const empty = 'Type the words that you look for.'
    await panel.send({ kind: 'state', state: { ...state, total: 0, summary: '', empty } })
    const summary = panel.page.locator('.summary')
    const hint = panel.page.getByText(empty)
    await hint.waitFor()
    assert.equal(await summary.innerText(), '')
    const field = panel.page.getByRole('searchbox', { name: 'Words in all articles' })
    await field.pressSequentially('wat')
    await waitForEqual(() => summary.innerText(), 'Press Enter to search.')
    assert.equal(await hint.count(), 0)
    await panel.page.screenshot({ path: join(kept, 'screenshots', 'panel-words-typing.png') })
    await field.press('Enter')
    await waitForEqual(() => events(panel, 'words'), [{ kind: 'words', words: 'wat' }])
    const found = { ...state, words: 'wat', total: 0, summary: '0 hits, 0 articles', empty: 'Nothing matches.' }
    await panel.send({ kind: 'state', state: { ...found, version: 2 } })
    await waitForEqual(() => summary.innerText(), '0 hits, 0 articles')
    await field.press('Backspace')
    await waitForEqual(() => summary.innerText(), 'Press Enter to search.')
    await field.pressSequentially('t')
    await waitForEqual(() => summary.innerText(), '0 hits, 0 articles')
    await panel.close()
  })

  it('says which articles it lists, and lists only this one by one click', async () => {
    const panel = await openPanelPage(browser)
    const { state } = panelLists(folder)
    await panel.send({ kind: 'state', state })
    const scope = panel.page.getByRole('group', { name: strings.scopesLabel })
    const pressed = () => scope.locator('[aria-pressed="true"]').allInnerTexts()
    await waitForEqual(pressed, ['Folder'])
    await scope.getByRole('button', { name: 'This Article' }).click()
    assert.deepEqual(await events(panel, 'scope'), [{ kind: 'scope', scope: 'article' }])
    const summary = '9 quotes, 4 sources, The river <b>rises</b>'
    await panel.send({ kind: 'state', state: { ...state, scope: 'article', version: 2, total: 9, summary } })
    await waitForEqual(pressed, ['This Article'])
    assert.equal(await panel.page.locator('.summary').innerText(), summary)
    await panel.close()
  })

  it('says in words what it is filtered by', async () => {
    const panel = await openPanelPage(browser)
    const { state } = panelLists(folder)
    await panel.send({ kind: 'state', state: { ...state, filter: ['about:"Sarbulak"', 'named:no', 'river'] } })
    const parts = panel.page.getByRole('group', { name: strings.filteredBy }).getByRole('button')
    await waitForEqual(() => parts.allInnerTexts(), ['About: Sarbulak', 'Without a Name', 'river'])
    await parts.nth(0).click()
    assert.deepEqual(await events(panel, 'withoutCondition'), [
      { kind: 'withoutCondition', condition: 'about:"Sarbulak"' }
    ])
    await panel.close()
  })

  it('sorts by a column, the other way round, and as it was', async () => {
    const panel = await openPanelPage(browser)
    await withSamples(panel)
    const source = panel.page.getByRole('button', { name: 'Source', exact: true })
    const { state } = panelLists(folder)
    await source.click()
    await panel.send({
      kind: 'state',
      state: { ...state, version: 2, sort: { column: 'source', isDescending: false } }
    })
    await source.click()
    await panel.send({ kind: 'state', state: { ...state, version: 3, sort: { column: 'source', isDescending: true } } })
    assert.equal(await panel.page.getByRole('columnheader', { name: 'Source' }).getAttribute('aria-sort'), 'descending')
    await source.click()
    assert.deepEqual(await events(panel, 'sort'), [
      { kind: 'sort', column: 'source', descending: 'no' },
      { kind: 'sort', column: 'source', descending: 'yes' },
      { kind: 'sort', column: 'place', descending: 'no' }
    ])
    await panel.close()
  })

  it('has of a hundred thousand rows those in sight, and article text is never markup', async () => {
    const panel = await openPanelPage(browser)
    const { state } = panelLists(folder)
    await panel.send({ kind: 'state', state: { ...state, total: 100_000 } })
    await rows(panel).first().waitFor()
    const hostile: PanelRow = {
      key: 'k',
      left: '<img src=x onerror=alert(1)>',
      keyword: '</span><script>alert(1)</script>',
      right: '\u202Eback',
      source: '<b>Reed</b>',
      sourceNote: '<i>mayor</i>',
      named: true,
      article: 'A & B',
      date: '2024',
      outlet: '',
      kind: 'direct',
      codes: [{ name: '<i>code</i>', color: '#112233' }],
      status: 'review',
      line: 3
    }
    for (const { id, request } of await panel.requests())
      await panel.reply(id, {
        version: 1,
        from: request.from,
        rows: Array.from({ length: request.count }, () => hostile)
      })
    await waitForEqual(async () => (await cells(panel, 'keyword'))[0], '</span><script>alert(1)</script>')
    assert.equal((await cells(panel, 'source'))[0], '<b>Reed</b> <i>mayor</i>')
    assert.ok((await rows(panel).count()) < 80)
    await panel.page.locator('.scroller').evaluate((box) => box.scrollTo(0, 1_000_000))
    const asked = await waitFor(
      'pages far below',
      async () => (await panel.requests()).map(({ request }) => request.from),
      (pages) => pages.some((from) => from > 40_000)
    )
    assert.ok(asked.length < 10, `${asked.length} pages were asked for`)
    assert.deepEqual(panel.errors, [])
    await panel.close()
  })

  it('has every column within reach in a low panel, by the wheel and by arrow keys', async () => {
    const height = 160
    const panel = await openPanelPage(browser, { width: 900, height })
    await withSamples(panel)
    const { page } = panel
    await page.getByRole('button', { name: 'Columns' }).click()
    const menu = page.locator('.menu')
    const boxes = menu.getByRole('checkbox')
    const last = boxes.last()
    const bottom = async (of: typeof menu) => {
      const box = await of.boundingBox()
      return box ? box.y + box.height : assert.fail('it is not there')
    }
    assert.ok((await bottom(menu)) <= height, 'the menu ends in sight')
    assert.ok((await bottom(last)) > height, 'its last column does not')
    await menu.hover()
    await page.mouse.wheel(0, 1000)
    await waitFor(
      'the last column',
      () => bottom(last),
      (at) => at <= height
    )
    const focused = () => page.evaluate(() => document.activeElement?.parentElement?.textContent)
    for (const [key, name] of [
      ['ArrowDown', 'Line'],
      ['End', 'Status'],
      ['ArrowUp', 'Codes'],
      ['Home', 'Line'],
      ['ArrowUp', 'Status'],
      ['ArrowDown', 'Line'],
      ['ArrowDown', 'Before'],
      // Words are always shown.
      ['ArrowDown', 'After'],
      ['End', 'Status']
    ] as const) {
      await page.keyboard.press(key)
      assert.equal(await focused(), name, key)
    }
    assert.ok((await bottom(last)) <= height, 'the menu follows the keys')
    await page.screenshot({ path: join(kept, 'screenshots', 'panel-columns-low.png') })
    await page.keyboard.press('Space')
    await waitForEqual(() => page.getByRole('columnheader', { name: 'Status' }).count(), 0)
    await page.keyboard.press('Escape')
    await waitForEqual(() => menu.count(), 0)
    await panel.close()
  })

  it('ends with an ellipsis, and has as its title, what a column cannot show whole; as narrow as a sidebar, too', async () => {
    const panel = await openPanelPage(browser, { width: 200, height: 300 })
    const { state } = panelLists(folder)
    await panel.send({ kind: 'state', state: { ...state, total: 1 } })
    await rows(panel).first().waitFor()
    const code = (name: string) => ({ name, color: '#3a7bd5' })
    const row: PanelRow = {
      key: 'k',
      left: '\u2026the committee was told by Rustam Karimjonov that',
      keyword: 'the reservoirs of both countries would be filled together',
      right: 'before the growing season, he added in Tashkent.',
      source: 'Rustam Karimjonov',
      sourceNote: 'deputy director of the basin authority',
      named: true,
      article: 'River talks, round three: nobody leaves the table',
      date: '2026-03-19',
      outlet: 'Central Asian Press Service',
      kind: 'indirect',
      codes: [code('Responsibility of neighbours'), code('Water')],
      status: 'suggested',
      line: 3
    }
    for (const { id } of await panel.requests()) await panel.reply(id, { version: 1, from: 0, rows: [row] })
    const cell = (column: string) => panel.page.locator(`.rows .cell.${column}`)
    await waitForEqual(() => cell('keyword').innerText(), row.keyword)
    const titles = Object.entries({
      left: row.left,
      keyword: row.keyword,
      right: row.right,
      source: `${row.source}, ${row.sourceNote}`,
      article: row.article,
      date: 'Mar 19, 2026',
      kind: 'indirect',
      codes: 'Responsibility of neighbours, Water'
    })
    for (const [column, title] of titles) assert.equal(await cell(column).getAttribute('title'), title)
    for (const column of ['left', 'keyword', 'right', 'source', 'article', 'codes']) {
      const { overflow, isCut } = await cell(column).evaluate((box) => ({
        overflow: getComputedStyle(box).textOverflow,
        isCut: box.scrollWidth > box.clientWidth
      }))
      assert.deepEqual([overflow, isCut], ['ellipsis', true], column)
    }
    // Of what stands before the words the end is seen, and of these all of their column.
    const [before, text, words] = await panel.page.evaluate(() =>
      ['.rows .cell.left', '.rows .cell.left bdi', '.rows .cell.keyword'].map(
        (selector) => document.querySelector(selector)!.getBoundingClientRect().right
      )
    )
    assert.ok(Math.abs(before! - text!) < 2, `what stands before ends at ${text}, its column at ${before}`)
    assert.ok(words! <= 200, `the words end at ${words}`)
    for (const button of await panel.page.locator('.show').all()) {
      const { x, width } = (await button.boundingBox())!
      assert.ok(x + width <= 200, await button.innerText())
    }
    await panel.page.screenshot({ path: join(kept, 'screenshots', 'panel-200.png') })
    assert.deepEqual(await accessibilityProblems(panel.page), [])
    await panel.close()
  })

  it('fits a narrow panel', async () => {
    const panel = await openPanelPage(browser, { width: 480, height: 300 })
    await withSamples(panel)
    await panel.page.screenshot({ path: join(kept, 'screenshots', 'panel-narrow.png') })
    assert.ok(
      await panel.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
    )
    await panel.close()
  })
})
