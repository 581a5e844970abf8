import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import {
  pageLength,
  type EntityEntry,
  type FacetCounts,
  type FolderState,
  type LinkEntry,
  type ListAddress,
  type ListPage,
  type ListRow,
  type ListState,
  type QuoteEntry
} from '../../src/protocol/sidebar/index.js'
import { sidebarStrings } from '../../src/sidebar/sidebarStrings.js'
import { waitFor, waitForEqual } from '../host/page/waiting.js'
import { kept } from '../host/places.mjs'
import { openBrowser } from '../host/session.js'
import { openSidebarPage, type SidebarPage } from './fixtures/sidebarPage.js'

const strings = sidebarStrings({ t: (text) => text }, 'en')
const entityCount = 6000
const quoteCount = 20_000
const persons: ListAddress = { kind: 'names', types: [] }
const first = { article: 0, start: 0, end: 4, line: 1 }

describe("the sidebar's page alone", () => {
  let browser: Browser
  let sidebar: SidebarPage

  before(async () => {
    browser = await openBrowser()
  })
  after(async () => browser?.close())
  beforeEach(async () => {
    sidebar = await openSidebarPage(browser)
  })
  afterEach(async () => {
    assert.deepEqual(sidebar.errors, [])
    await sidebar.close()
  })

  it('says that it is ready, and shows nothing before it knows the texts', async () => {
    assert.deepEqual(
      await waitFor(
        'the first message',
        () => sidebar.events(),
        (events) => events.length > 0
      ),
      [{ kind: 'ready', scope: 'article' }]
    )
    assert.equal(await sidebar.page.locator('#page').innerText(), '')
  })

  it('has of an article of thousands of names and quotes only the rows in sight in the page, and filters all of them', async () => {
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.send({ kind: 'state', state: largeArticle() })
    const rows = sidebar.page.getByRole('treeitem')
    await rows.first().waitFor()
    assert.ok((await rows.count()) < 100, `${await rows.count()} rows in the page`)
    assert.deepEqual(await iconsWithoutGlyph(), [])
    await sidebar.page.getByRole('searchbox').fill('word77')
    await waitForEqual(heads, ['Sources 11/6,000', 'Names and Places 0/6,000', 'Review and Codes 0'])
  })

  it('sends a filter that is left by Enter right after its last letter', async () => {
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.send({ kind: 'state', state: articleOfSources() })
    const search = sidebar.page.getByRole('searchbox')
    for (const filter of ['about:Lisbon', 'word6']) {
      await search.fill(filter)
      await search.press('Enter')
      const sent = async () =>
        (await sidebar.events()).flatMap((event) => (event.kind === 'filter' ? event.filter : []))
      await waitFor('the filter', sent, (all) => all.at(-1)?.endsWith(filter) === true)
    }
  })

  it('shows what another filter finds from its beginning', async () => {
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.send({ kind: 'state', state: largeArticle() })
    const list = sidebar.page.locator('.scroller').first()
    await sidebar.page.getByRole('treeitem').first().waitFor()
    const top = () => list.evaluate((box) => box.scrollTop)
    await list.evaluate((box) => box.scrollTo(0, 5000))
    await waitFor('the list to be scrolled', top, (now) => now > 0)
    await sidebar.send({ kind: 'state', state: largeArticle() })
    assert.ok((await top()) > 0, 'the same again moves nothing')
    await sidebar.page.getByRole('searchbox').fill('word7')
    await waitFor('the top', top, (now) => now === 0)
  })

  it("asks for the folder's rows where they are in sight, and keeps the focus when they come", async () => {
    await openFolder()
    const rows = sidebar.page.getByRole('treeitem')
    const focused = () =>
      sidebar.page
        .locator('[role=treeitem]:focus')
        .evaluate((item) =>
          [item.getAttribute('aria-label'), item.getAttribute('aria-posinset'), item.getAttribute('aria-setsize')].join(
            ' | '
          )
        )
        .catch(() => 'nothing')
    assert.ok((await rows.count()) < 100, `${await rows.count()} rows in the page`)
    await rows.first().focus()
    await sidebar.page.keyboard.press('End')
    await waitForEqual(focused, 'Loading\u2026 | 51 | 100000')
    assert.deepEqual(await waitFor('the last page', asked, (all) => all.includes(99_950)), [99_950])
    await answer()
    assert.equal(
      await waitFor('the last row', focused, (label) => !label.startsWith('Loading')),
      'Person 99999, person, 1 mention | 100000 | 100000'
    )
    await sidebar.page.keyboard.press('Home')
    for (let page = 0; page < 40 && !(await focused()).startsWith('Loading'); page++)
      await sidebar.page.keyboard.press('PageDown')
    await waitForEqual(focused, 'Loading\u2026 | 51 | 100000')
    await waitFor('the second page', asked, (all) => all.includes(50))
    await answer()
    assert.equal(
      await waitFor('the next row', focused, (label) => !label.startsWith('Loading')),
      'Person 50, person, 1 mention | 51 | 100000'
    )
    await sidebar.page.locator('.scroller').evaluate((box) => {
      box.scrollTop = 1_000_000
    })
    await waitFor('pages in the middle', asked, (all) => all.some((from) => from > 40_000 && from < 50_000))
    await answer()
    await sidebar.page
      .getByText(/^Person 454\d\d$/)
      .first()
      .waitFor()
    assert.ok((await rows.count()) < 100)
    assert.ok((await asked()).length < 12, 'only what is in sight is asked for')
  })

  it('has the folder filtered by its host, and says so meanwhile', async () => {
    await openFolder()
    await sidebar.page.getByRole('searchbox').fill('ann')
    await waitFor(
      'the question',
      () => sidebar.events(),
      (all) => all.some((event) => event.kind === 'filter' && event.filter === 'ann')
    )
    await waitForEqual(() => sidebar.page.locator('#list').getAttribute('aria-busy'), 'true')
    const state = largeFolder()
    await sidebar.send({
      kind: 'state',
      state: {
        ...state,
        filter: 'ann',
        tallies: { ...state.tallies, names: { count: 0, total: 100_000 } },
        names: noNames,
        pages: []
      }
    })
    await waitFor(
      'the matches',
      () => heads(),
      (found) => found[1] === 'Names and Places 0/100,000'
    )
    await waitForEqual(() => sidebar.page.locator('#list').getAttribute('aria-busy'), 'false')
  })

  /** One source with all of its quotes open. */
  async function openQuotes(): Promise<void> {
    await sidebar.send({ kind: 'state', state: articleOfQuotes() })
    await sidebar.page.locator('.row.source').first().click()
    await sidebar.page.locator('.row.quote').first().waitFor()
  }

  /** What the heads of the parts say. */
  async function heads(): Promise<readonly string[]> {
    return sidebar.page
      .locator('.part-head h2')
      .evaluateAll((found) => found.map((head) => head.textContent?.trim() ?? ''))
  }

  async function openFolder(): Promise<void> {
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.page.getByRole('tab', { name: strings.scopeFolder }).click()
    await sidebar.send({ kind: 'state', state: largeFolder() })
    await sidebar.page.getByRole('treeitem').first().waitFor()
  }

  async function asked(): Promise<readonly number[]> {
    return (await sidebar.requests()).flatMap(({ request }) => (request.kind === 'page' ? request.from : []))
  }

  /** Answers every question so far. */
  async function answer(): Promise<void> {
    for (const { id, request } of await sidebar.requests())
      if (request.kind === 'page') await sidebar.reply(id, pageOf(request.from))
  }

  /** The classes of shown icons that have no rule in the style sheet, or no glyph of their own in the font. */
  async function iconsWithoutGlyph(): Promise<readonly string[]> {
    // Text, not a function: what tsx adds to functions is unknown in the page.
    return sidebar.page.evaluate<readonly string[]>(`(async () => {
      await document.fonts.load('64px codicon')
      const drawn = (character) => {
        const canvas = document.createElement('canvas')
        const context = canvas.getContext('2d')
        context.font = '64px codicon'
        context.fillText(character, 0, 100)
        return canvas.toDataURL()
      }
      const character = (icon) => getComputedStyle(icon, '::before').content.replace(/^"|"$/g, '')
      const icons = [...document.querySelectorAll('.codicon')]
      const isWrong = (icon) => character(icon) === 'none' || drawn(character(icon)) === drawn('\\uf8ff')
      return icons.length === 0 ? ['no icon is shown'] : icons.filter(isWrong).map((icon) => icon.className)
    })()`)
  }

  /** Writes `.vscode-test/screenshots/page-NAME.png`. */
  async function screenshot(name: string): Promise<void> {
    await sidebar.page.screenshot({ path: join(kept, 'screenshots', `page-${name}.png`) })
  }

  it('fits into 200 pixels', async () => {
    await sidebar.page.setViewportSize({ width: 200, height: 600 })
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.page.getByRole('tab', { name: strings.scopeFolder }).click()
    await sidebar.send({ kind: 'state', state: largeFolder() })
    await sidebar.page.getByRole('treeitem').first().waitFor()
    const wide = () =>
      sidebar.page.evaluate(() =>
        [...document.querySelectorAll('.tabs, .tools, .summary, .part-head, .name-types, .row, .scroller')]
          .filter(
            (element) => element.getBoundingClientRect().right > 200.5 || element.scrollWidth > element.clientWidth + 1
          )
          .map((element) => `${element.className} ${element.scrollWidth} > ${element.clientWidth}`)
      )
    await waitForEqual(wide, [])
  })

  it('asks for the mentions of what is opened, again after each change, and keeps the old ones meanwhile', async () => {
    const state = largeArticle()
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.send({ kind: 'state', state })
    await sidebar.page.locator('.row.entity .twistie').first().click()
    const asked = () => sidebar.requests()
    const request = { kind: 'mentions', keys: ['person Person 0'] }
    const [first] = await waitFor('the question', asked, (all) => all.length === 1)
    assert.deepEqual(first?.request, request)
    const mentions = (after: string) => [
      {
        key: 'person Person 0',
        groups: [
          {
            article: 0,
            mentions: [{ key: 'Person 0', start: 0, end: 8, line: 1, before: '', surface: 'Person 0', after }]
          }
        ]
      }
    ]
    await sidebar.reply(first.id, mentions(' said.'))
    await sidebar.page.getByText('Person 0 said.').waitFor()
    await sidebar.send({ kind: 'state', state })
    const [, second] = await waitFor('the question again', asked, (all) => all.length === 2)
    assert.deepEqual(second?.request, request)
    await sidebar.page.getByText('Person 0 said.').waitFor()
    await sidebar.send({ kind: 'state', state })
    const [, , third] = await waitFor('the question once more', asked, (all) => all.length === 3)
    await sidebar.reply(second.id, mentions(' of an older state.'))
    assert.equal(await sidebar.page.getByText('of an older state').count(), 0)
    await sidebar.reply(third!.id, mentions(' left.'))
    await sidebar.page.getByText('Person 0 left.').waitFor()
    assert.equal((await asked()).length, 3, 'nothing is asked twice')
  })

  it('says what could not be loaded, and asks again for the next state', async () => {
    const state = largeArticle()
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.send({ kind: 'state', state })
    await sidebar.page.locator('.row.entity .twistie').first().click()
    const [asked] = await waitFor(
      'the question',
      () => sidebar.requests(),
      (all) => all.length === 1
    )
    await sidebar.fail(asked!.id)
    await sidebar.page.getByText(strings.loadingFailed).waitFor()
    await sidebar.send({ kind: 'state', state })
    await waitFor(
      'the question again',
      () => sidebar.requests(),
      (all) => all.length === 2
    )
    await waitForEqual(() => sidebar.page.getByText(strings.loadingFailed).count(), 0)
  })

  it('says which rows of the folder could not be loaded', async () => {
    await openFolder()
    await sidebar.page.getByRole('treeitem').first().focus()
    await sidebar.page.keyboard.press('End')
    await waitFor('the last page', asked, (all) => all.includes(99_950))
    for (const { id } of await sidebar.requests()) await sidebar.fail(id)
    await sidebar.page.getByText(strings.loadingFailed).first().waitFor()
    const count = (await asked()).length
    await sidebar.page.keyboard.press('ArrowUp')
    assert.equal((await asked()).filter((from) => from === 99_950).length, 1, `${count} pages`)
  })

  it('gives each quote the height of its words, however wide the view is', async () => {
    await sidebar.send({ kind: 'strings', strings })
    await openQuotes()
    for (const width of [300, 600, 200]) {
      await sidebar.page.setViewportSize({ width, height: 700 })
      assert.deepEqual(
        await waitFor('the rows to be laid out', gapsAndOverlaps, (found) => found.length === 0),
        [],
        `${width} pixels`
      )
    }
  })

  it('goes on where it was scrolled to', async () => {
    await sidebar.close()
    sidebar = await openSidebarPage(browser, {
      stored: { scope: 'article', toggled: [['sources person Person 0', true]], scroll: { sources: 5000 } }
    })
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.send({ kind: 'state', state: articleOfQuotes() })
    await sidebar.page.locator('.row.quote').first().waitFor()
    const top = () =>
      sidebar.page
        .locator('.scroller')
        .first()
        .evaluate((box) => box.scrollTop)
    // Rows above are not measured: their estimates may be a few lines off.
    await waitFor('where it was', top, (now) => Math.abs(now - 5000) < 100)
  })

  it('keeps the focused row in sight and focused while everything is scrolled through', async () => {
    await sidebar.send({ kind: 'strings', strings })
    await openQuotes()
    await sidebar.page.getByRole('treeitem').first().focus()
    for (const [key, times] of [
      ['End', 1],
      ['PageUp', 7],
      ['ArrowUp', 30],
      ['PageDown', 3],
      ['Home', 1],
      ['ArrowDown', 60]
    ] as const)
      for (let press = 0; press < times; press++) {
        await sidebar.page.keyboard.press(key)
        const hidden = await waitFor(
          `the focus in sight after ${key} ${press}`,
          hiddenPartOfFocus,
          (part) => part === 0
        )
        assert.equal(hidden, 0)
      }
  })

  /** Pixels of the focused row that are out of sight; 999 without any. */
  async function hiddenPartOfFocus(): Promise<number> {
    return await sidebar.page.evaluate(() => {
      const row = document.querySelector('[role=treeitem]:focus')?.getBoundingClientRect()
      const box = document.querySelector('.scroller')?.getBoundingClientRect()
      if (!row || !box) return 999
      return Math.round(Math.max(0, box.top - row.top, row.bottom - box.bottom))
    })
  }

  /** Where two rows in sight do not meet, and where a quote leaves room below its facts. */
  async function gapsAndOverlaps(): Promise<readonly string[]> {
    return await sidebar.page.evaluate(() => {
      const rows = [...(document.querySelector('.tree')?.querySelectorAll('.row') ?? [])]
        .map((row) => ({ row, box: row.getBoundingClientRect() }))
        .sort((a, b) => a.box.top - b.box.top)
      const between = rows.flatMap(({ box }, index) => {
        const next = rows[index + 1]?.box
        return next && Math.abs(next.top - box.bottom) > 0.5 ? `${index}: ${next.top - box.bottom} px to the next` : []
      })
      const below = rows.flatMap(({ row, box }, index) => {
        const facts = row.querySelector('.facts')?.getBoundingClientRect()
        return facts && Math.abs(box.bottom - facts.bottom - 3) > 1
          ? `${index}: ${box.bottom - facts.bottom} px below`
          : []
      })
      return [...between, ...below]
    })
  }

  it('lines the bars of the sources up, whatever stands beside them', async () => {
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.send({ kind: 'state', state: articleOfSources() })
    await waitForEqual(() => sidebar.page.locator('.kinds-bar').count(), 4)
    const bars = await sidebar.page
      .locator('.kinds-bar')
      .evaluateAll((found) => found.map((bar) => bar.getBoundingClientRect()).map(({ left, width }) => [left, width]))
    assert.equal(new Set(bars.map(([left]) => left)).size, 1, JSON.stringify(bars))
    const widths = bars.map(([, width]) => Math.round((width! / bars[0]![1]!) * 100))
    assert.deepEqual(widths, [100, 33, 17, 17], 'as many parts of the longest as there are quotes')
    await screenshot('sources')
  })

  it('shows of a filtered source the share of what is left', async () => {
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.send({ kind: 'state', state: articleOfSources() })
    await sidebar.page.getByRole('searchbox').fill('word3')
    const source = sidebar.page.locator('.row.source')
    await waitFor(
      'the matches',
      () => source.count(),
      (count) => count === 1
    )
    await waitFor(
      'its share',
      async () => (await source.getAttribute('aria-label')) ?? '',
      (label) => /^Person 0.*, 1 quote.*, 10% of all quoted words$/.test(label)
    )
  })

  it('says above the lists in how many articles quotes match', async () => {
    await openFolder()
    const details = sidebar.page.locator('.summary .details')
    await waitForEqual(() => details.innerText(), '500 articles \u00B7 1,000,000 words, 40% quoted')
    await sidebar.send({ kind: 'state', state: { ...largeFolder(), filter: 'kind:direct', articlesWithQuotes: 7 } })
    await waitForEqual(() => details.innerText(), 'Matching quotes in 7 of 500 articles')
  })

  it('tells screen readers what each list has', async () => {
    await openFolder()
    const status = sidebar.page.getByRole('status')
    await waitForEqual(() => status.innerText(), '0 sources, 100,000 names and places')
    await sidebar.page.getByRole('searchbox').fill('person')
    const state = largeFolder()
    const one = { count: 1, total: 100_000 }
    const tallies = { ...state.tallies, sources: { count: 2, total: 2 }, names: one }
    await sidebar.send({
      kind: 'state',
      state: { ...state, filter: 'person', tallies, names: { ...noNames, person: 1 } }
    })
    await waitForEqual(() => status.innerText(), 'Matches: 2 sources, 1 name or place')
  })

  it('offers to clear a filter that leaves nothing, and goes on in the search box', async () => {
    await openFolder()
    const state = largeFolder()
    const none = { count: 0, total: 100_000 }
    await sidebar.send({ kind: 'filter', filter: 'type:group kind:direct' })
    await sidebar.send({
      kind: 'state',
      state: {
        ...state,
        filter: 'type:group kind:direct',
        ...{ tallies: { ...state.tallies, names: none }, names: noNames, pages: [] }
      }
    })
    const names = sidebar.page.locator('#body-names')
    await waitForEqual(() => names.locator('.no-match p').innerText(), strings.filterNoneLeft)
    await names.getByRole('button', { name: strings.clearWholeFilter }).press('Enter')
    await waitFor(
      'the question for everything',
      () => sidebar.events(),
      (all) => all.some((event) => event.kind === 'filter' && event.filter === '')
    )
    const search = sidebar.page.getByRole('searchbox')
    await waitForEqual(() => search.evaluate((element) => element === document.activeElement), true)
    await sidebar.send({ kind: 'state', state })
    await waitForEqual(() => names.locator('.no-match').count(), 0)
  })

  it('says how many attitudes its switch shows, also where it is one', async () => {
    await openFolder()
    for (const [count, label] of [
      [1, 'Show 1 Attitude'],
      [2, 'Show 2 Attitudes']
    ] as const) {
      await sidebar.send({ kind: 'state', state: { ...largeFolder(), attitudes: { shown: false, count } } })
      await sidebar.page.getByRole('button', { name: label, exact: true }).waitFor()
    }
  })

  it('says what did not match as long as that is what is listed', async () => {
    await openFolder()
    const note = sidebar.page.locator('#body-names .no-match p')
    const search = sidebar.page.getByRole('searchbox')
    const isAsked = (filter: string) =>
      waitFor(
        `the question for "${filter}"`,
        () => sidebar.events(),
        (all) => all.some((event) => event.kind === 'filter' && event.filter === filter)
      )
    await search.fill('xyz')
    await isAsked('xyz')
    const state = largeFolder()
    const none = { count: 0, total: 100_000 }
    await sidebar.send({
      kind: 'state',
      state: { ...state, filter: 'xyz', tallies: { ...state.tallies, names: none }, names: noNames, pages: [] }
    })
    await waitForEqual(() => note.innerText(), 'Nothing matches "xyz"')
    await search.fill('')
    await isAsked('')
    assert.equal(await note.innerText(), 'Nothing matches "xyz"')
    await sidebar.send({ kind: 'state', state })
    await waitForEqual(() => note.count(), 0)
  })

  it('copies the words of the row that has the focus', async () => {
    await sidebar.send({ kind: 'strings', strings })
    await openQuotes()
    const search = sidebar.page.getByRole('searchbox')
    for (const [row, words] of [
      ['.row.entity', 'Person 0'],
      ['.row.quote', 'word0'],
      ['.row.source', 'Person 0']
    ] as const) {
      await sidebar.page.locator(row).first().focus()
      await sidebar.page.keyboard.press('ControlOrMeta+c')
      await search.focus()
      await sidebar.page.keyboard.press('ControlOrMeta+v')
      await waitForEqual(() => search.inputValue(), words)
      await search.fill('')
    }
  })

  it('remembers scope, parts and what was opened, and nothing of the articles', async () => {
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.send({ kind: 'state', state: articleOfSources() })
    await head(strings.names).click()
    await head(strings.marks).click()
    await sidebar.page.getByRole('button', { name: strings.sort }).click()
    await sidebar.page.getByRole('menuitemradio', { name: strings.sortName }).click()
    await sidebar.page.locator('.row.source').first().click()
    const sash = () => sidebar.page.getByRole('separator')
    const value = async () => Number(await sash().getAttribute('aria-valuenow'))
    const before = await value()
    const sizes = async () =>
      JSON.stringify(((await sidebar.stored()) as { readonly sizes?: unknown } | undefined)?.sizes)
    const firstSizes = await sizes()
    await sash().focus()
    await sidebar.page.keyboard.press('ArrowDown')
    const after = await waitFor('the lower sash', value, (now) => now > before)
    await waitFor('the sizes to be kept', sizes, (now) => now !== firstSizes)
    const kept = async () => (await sidebar.stored()) as Readonly<Record<string, unknown>>
    await waitFor('the choices to be kept', kept, (now) => JSON.stringify(now).includes('sources person Person 0'))
    await waitForEqual(async () => {
      const { open, order } = await kept()
      return [open, order]
    }, [{ sources: true, names: false, marks: true }, 'name'])
    const stored = await kept()
    assert.deepEqual(Object.keys(stored).sort(), ['open', 'order', 'scope', 'scroll', 'sizes', 'toggled', 'types'])
    await sidebar.close()
    sidebar = await openSidebarPage(browser, { stored })
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.send({ kind: 'state', state: articleOfSources() })
    await sash().waitFor()
    await waitFor('the sash where it was', value, (now) => now === after)
    await waitForEqual(() => sidebar.page.locator('.row.quote').count(), 6, 'the source is open again')
  })

  it('is resized by dragging, each part as far as it stays a part', async () => {
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.send({ kind: 'state', state: articleOfSources() })
    const height = async (id: string) => (await sidebar.page.locator(`#body-${id}`).boundingBox())?.height ?? 0
    const both = async () => (await height('sources')) + (await height('names'))
    const box = (await sidebar.page.getByRole('separator').boundingBox()) ?? assert.fail()
    const [before, whole] = [await height('sources'), await both()]
    const drag = async (by: number) => {
      await sidebar.page.mouse.move(box.x + 50, box.y + 3)
      await sidebar.page.mouse.down()
      await sidebar.page.mouse.move(box.x + 50, box.y + 3 + by, { steps: 4 })
      await sidebar.page.mouse.up()
    }
    await drag(-60)
    await waitFor(
      'a lower part',
      () => height('sources'),
      (now) => Math.abs(now - before + 60) < 3
    )
    await waitFor('the same height of both', both, (now) => Math.abs(now - whole) < 2)
  })

  it('steps through the quotes of a source, with the focus in the list, and peeks into it', async () => {
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.send({ kind: 'state', state: articleOfSources() })
    const opened = async () =>
      (await sidebar.events()).flatMap((event) => (event.kind === 'open' ? `${event.mode} ${event.start}` : []))
    const focused = () =>
      sidebar.page.locator('[role=treeitem]:focus').evaluate((item) => item.getAttribute('aria-label')?.split(' ')[3])
    await sidebar.page.locator('.row.source').first().focus()
    await sidebar.page.keyboard.press(' ')
    await waitForEqual(opened, ['preview 0'])
    assert.equal(await sidebar.page.locator('.row.quote').count(), 0, 'a peek opens no row')
    for (const [key, word] of [
      ['n', 'word0'],
      ['n', 'word1'],
      ['n', 'word2'],
      ['p', 'word1']
    ] as const) {
      await sidebar.page.keyboard.press(key)
      await waitFor(`${word} after ${key}`, focused, (now) => now === word)
    }
    await waitForEqual(opened, ['preview 0', 'preview 0', 'preview 10', 'preview 20', 'preview 10'])
    await sidebar.page.keyboard.press('Enter')
    await waitForEqual(async () => (await opened()).at(-1), 'open 10')
  })

  it('steps into the quotes of a source that are not loaded yet', async () => {
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.page.getByRole('tab', { name: strings.scopeFolder }).click()
    await sidebar.send({ kind: 'state', state: folderOfSource() })
    await sidebar.page.locator('.row.source').first().focus()
    await sidebar.page.keyboard.press(' ')
    await waitForEqual(
      async () => (await sidebar.events()).filter(({ kind }) => kind === 'openFirst'),
      [{ kind: 'openFirst', list: quotesOfSource, mode: 'preview' }]
    )
    await sidebar.page.keyboard.press('n')
    const [asked] = await waitFor(
      'the question',
      async () => (await sidebar.requests()).filter(({ request }) => request.kind === 'page'),
      (all) => all.length > 0
    )
    await sidebar.reply(asked!.id, { list: quotesOfSource, from: 0, rows: [quoteRow(0), quoteRow(1)] })
    const opened = async () =>
      (await sidebar.events()).flatMap((event) => (event.kind === 'open' ? [event.mode, event.start] : []))
    assert.deepEqual(await waitFor('the first quote', opened, (all) => all.length > 0), ['preview', 0])
    await waitForEqual(() => sidebar.page.locator('.row.quote:focus').count(), 1)
  })

  it('shows the conditions of the filter as chips, whoever set them, and removes them', async () => {
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.send({ kind: 'state', state: articleOfSources() })
    const sent = async () => (await sidebar.events()).flatMap((event) => (event.kind === 'filter' ? event.filter : []))
    const chips = () => sidebar.page.getByRole('list', { name: strings.filters }).locator('button').allInnerTexts()
    await sidebar.send({ kind: 'filter', filter: 'kind:direct source:"Person 1" word6' })
    await waitForEqual(chips, ['direct', 'Source: Person 1'])
    const search = sidebar.page.getByRole('searchbox')
    assert.equal(await search.inputValue(), 'word6')
    await waitForEqual(heads, ['Sources 1/4', 'Names and Places 0/4', 'Review and Codes 0'])
    assert.deepEqual(await sent(), [], 'what the host says is not said again')
    await sidebar.page.getByRole('button', { name: 'Remove "Source: Person 1"' }).click()
    // Letters that follow each other at once, however slow the machine is.
    await search.evaluate((box: HTMLInputElement) => {
      for (const letter of ' named:no ') {
        box.value += letter
        box.dispatchEvent(new InputEvent('input', { bubbles: true }))
      }
    })
    await waitFor('the chip', chips, (all) => all.includes(strings.filterWithoutName))
    await waitForEqual(sent, ['kind:direct word6', 'kind:direct named:no word6'])
    await search.press('Escape')
    await waitForEqual(sent, ['kind:direct word6', 'kind:direct named:no word6', ''])
  })

  it('sends what is typed when the reader leaves the page before typing has rested', async () => {
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.send({ kind: 'state', state: articleOfSources() })
    // Meanwhile typing never rests.
    await sidebar.page.evaluate(`{
      const timeout = globalThis.setTimeout
      globalThis.setTimeout = () => 0
      const box = document.querySelector('[role=searchbox], [type=search]')
      box.value = 'word6'
      box.dispatchEvent(new InputEvent('input', { bubbles: true }))
      window.dispatchEvent(new Event('blur'))
      globalThis.setTimeout = timeout
    }`)
    const sent = async () => (await sidebar.events()).flatMap((event) => (event.kind === 'filter' ? event.filter : []))
    await waitForEqual(sent, ['word6'])
  })

  it('tells the host which highlights are wanted, and which articles', async () => {
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.send({ kind: 'state', state: articleOfSources() })
    const shown = { persons: true, organizations: true, groups: true, places: true, quotes: true, sources: true }
    await sidebar.send({ kind: 'highlights', shown })
    const legend = sidebar.page.getByRole('group', { name: strings.legend })
    await legend.getByRole('button', { name: 'Persons', pressed: true }).click()
    await sidebar.send({ kind: 'highlights', shown: { ...shown, persons: false } })
    await legend.getByRole('button', { name: 'Persons', pressed: false }).waitFor()
    await sidebar.page.getByRole('tab', { name: strings.scopeSelection }).click()
    await waitForEqual(
      async () => (await sidebar.events()).filter(({ kind }) => ['highlight', 'command', 'scope'].includes(kind)),
      [
        { kind: 'highlight', id: 'persons', on: false },
        { kind: 'command', command: 'selectArticles' },
        { kind: 'scope', scope: 'folder' }
      ]
    )
    await sidebar.send({ kind: 'filter', filter: 'article:"One" article:"Two" article:"Three"' })
    const tab = () => sidebar.page.getByRole('tab', { selected: true }).innerText()
    await waitForEqual(tab, 'Selection (3)')
    await sidebar.page.getByRole('button', { name: 'Remove "3 articles"' }).click()
    await waitForEqual(tab, strings.scopeFolder)
  })

  it('drops what it knows of an article when another one comes', async () => {
    const state = articleOfSources()
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.send({ kind: 'state', state })
    await sidebar.page.locator('.row.entity .twistie').first().click()
    const [asked] = await waitFor(
      'the question',
      () => sidebar.requests(),
      (all) => all.length === 1
    )
    await sidebar.reply(asked!.id, [
      { key: 'person Person 0', groups: [{ article: 0, mentions: [mention(' of the first article')] }] }
    ])
    await sidebar.page.getByText('of the first article').waitFor()
    await sidebar.send({
      kind: 'state',
      state: { ...state, articles: [{ uri: 'file:///1.txt', name: '1.txt', folder: '' }] }
    })
    await waitForEqual(() => sidebar.page.getByText('of the first article').count(), 0)
    await sidebar.page.getByText(strings.loading).waitFor()
  })

  const head = (label: string) => sidebar.page.locator('.part-head').getByRole('button', { name: label }).first()
})

const noNames = { person: 0, organization: 0, group: 0, place: 0 }
const noFacets: FacetCounts = {
  kinds: { direct: 0, mixed: 0, indirect: 0 },
  ...{ attitudes: 0, speech: 0, named: 0, unnamed: 0, about: [], outlets: [], years: [] },
  types: { ...noNames, 'acting-place': 0 }
}

/** Numbers instead of a text: what is tested is the page. */
function largeArticle(): ListState {
  const entities = Array.from({ length: entityCount }, (_, index) => ({
    ...person(index),
    description: 'somebody with a rather long description'
  }))
  const quotes = Array.from({ length: quoteCount }, (_, index): QuoteEntry => ({
    ...first,
    key: `q${index}`,
    text: `A sentence with word${index} in it that goes on for a while, as sentences in the news do.`,
    kind: 'direct',
    act: 'speech',
    cue: 'said',
    source: 'she',
    speaker: `Person ${index % entityCount}`,
    reuseGroup: -1,
    times: 1
  }))
  const links = entities.map(({ key, name, kind, named, description }, index): LinkEntry => ({
    key,
    name,
    kind,
    named,
    description,
    quotes: [index],
    quoteWords: [12],
    distinct: 1,
    elsewhere: 0,
    elsewhereArticles: 0,
    share: 0.001
  }))
  return {
    kind: 'list',
    scope: 'article',
    summary: { title: 'news', file: '', details: [], words: 1_000_000, quotedWords: 400_000 },
    outlet: null,
    isoDate: null,
    facets: noFacets,
    entities,
    quotes,
    quotesInScope: quoteCount,
    distinctQuotes: quoteCount,
    links,
    unattributed: [],
    reuse: [],
    articles: [{ uri: 'file:///0.txt', name: '0.txt', folder: '' }],
    folder: { kind: 'read', articles: 500 },
    attitudes: { shown: false, count: 0 }
  }
}

/** Quotes of one, two and more lines, and few names. */
function articleOfQuotes(): ListState {
  const whole = largeArticle()
  const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ')
  const quotes = whole.quotes.slice(0, 400).map((quote, index) => ({ ...quote, text: words(1 + ((index * 7) % 23)) }))
  return {
    ...whole,
    entities: whole.entities.slice(0, 12),
    quotes,
    quotesInScope: quotes.length,
    distinctQuotes: quotes.length,
    links: [
      {
        ...whole.links[0]!,
        quotes: quotes.map((_, index) => index),
        quoteWords: quotes.map(() => 12),
        distinct: quotes.length
      }
    ]
  }
}

/** Four sources, of which some have more in other articles; ten quotes of ten words. */
function articleOfSources(): ListState {
  const whole = largeArticle()
  const quotesOf = [[0, 1, 2, 3, 4, 5], [6, 7], [8], [9]]
  const elsewhere = [5, 0, 12_345, 0]
  return {
    ...whole,
    summary: { ...whole.summary, quotedWords: 100 },
    entities: whole.entities.slice(0, 4),
    quotes: whole.quotes.slice(0, 10).map((quote, index) => ({ ...quote, start: 10 * index, end: 10 * index + 4 })),
    quotesInScope: 10,
    distinctQuotes: 10,
    links: whole.links.slice(0, 4).map((link, index) => ({
      ...link,
      description: '',
      quotes: quotesOf[index]!,
      quoteWords: quotesOf[index]!.map(() => 10),
      distinct: quotesOf[index]!.length,
      elsewhere: elsewhere[index]!,
      share: quotesOf[index]!.length / 10
    }))
  }
}

/** A hundred thousand persons, and nothing else. */
function largeFolder(): FolderState {
  const none = { count: 0, total: 0 }
  const empty = (kind: 'suggested' | 'unattributed' | 'reuse') => ({
    list: { kind },
    total: 0
  })
  return {
    kind: 'folder',
    scope: 'folder',
    filter: '',
    summary: { title: 'news', file: '', details: [], words: 1_000_000, quotedWords: 400_000 },
    articles: 500,
    articlesWithQuotes: 0,
    facets: noFacets,
    tallies: { names: { count: 100_000, total: 100_000 }, sources: none, quotes: none, reuse: none },
    kinds: { direct: 0, mixed: 0, indirect: 0 },
    names: { ...noNames, person: 100_000 },
    mostQuotes: 0,
    suggested: empty('suggested'),
    unattributed: empty('unattributed'),
    unattributedQuotes: 0,
    reuse: empty('reuse'),
    pages: [pageOf(0)],
    folder: { kind: 'read', articles: 500 },
    attitudes: { shown: false, count: 0 }
  }
}

const quotesOfSource: ListAddress = { kind: 'source', entity: 'person ann' }

/** One source with two quotes that have not come yet. */
function folderOfSource(): FolderState {
  const state = largeFolder()
  const source = {
    ...{ name: 'Ann', kind: 'person' as const, named: true, description: '', count: 2, articles: 1, share: 1 },
    kinds: { direct: 2, mixed: 0, indirect: 0 }
  }
  const row: ListRow = { kind: 'source', key: 'entity ann', source, opens: { list: quotesOfSource, total: 2 } }
  return {
    ...state,
    tallies: { ...state.tallies, sources: { count: 1, total: 1 }, quotes: { count: 2, total: 2 } },
    mostQuotes: 2,
    pages: [...state.pages, { list: { kind: 'sources', order: 'quotes' }, from: 0, rows: [row] }]
  }
}

function quoteRow(index: number): ListRow {
  const quote = { ...largeArticle().quotes[index]!, start: 10 * index, end: 10 * index + 4 }
  return { kind: 'quote', key: quote.key, quote, uri: 'file:///0.txt', article: '', by: 'source', opens: null }
}

function mention(after: string) {
  return { key: 'Person 0', start: 0, end: 8, line: 1, before: '', surface: 'Person 0', after }
}

function pageOf(from: number): ListPage {
  return {
    list: persons,
    from,
    rows: Array.from({ length: pageLength }, (_, index): ListRow => {
      const entity = person(from + index)
      return {
        kind: 'entity',
        key: entity.key,
        entity,
        target: { uri: 'file:///0.txt', start: 0, end: 4 },
        opens: { list: { kind: 'mentions', entity: entity.key }, total: 1 }
      }
    })
  }
}

function person(index: number): EntityEntry {
  return {
    key: `person Person ${index}`,
    name: `Person ${index}`,
    kind: 'person',
    named: true,
    description: '',
    aliases: [],
    mentions: 1,
    quotes: 0,
    articles: 1,
    first
  }
}
