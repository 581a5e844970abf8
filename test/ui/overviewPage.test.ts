import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { overviewStrings } from '../../src/overview/overviewStrings.js'
import {
  pictureKinds,
  type MatrixPicture,
  type PictureKind,
  type SourceEntry
} from '../../src/protocol/overview/index.js'
import type { FolderSnapshot } from '../../src/workspace/folderArticle.js'
import { waitFor, waitForEqual } from '../host/page/waiting.js'
import { kept } from '../host/places.mjs'
import { openBrowser } from '../host/session.js'
import {
  openOverviewPage,
  outlines,
  sampleFolder,
  stateOf,
  type OverviewPage,
  type OverviewPageOptions
} from './fixtures/overviewPage.js'
import { accessibilityProblems } from './fixtures/axe.js'
import { themeNames } from './fixtures/themeColors.js'

const strings = overviewStrings({ t: (text) => text }, 'en')

describe("the overview's page alone", () => {
  let browser: Browser
  let folder: FolderSnapshot
  const opened: OverviewPage[] = []

  before(async () => {
    browser = await openBrowser()
    folder = await sampleFolder()
    mkdirSync(join(kept, 'screenshots'), { recursive: true })
  })
  after(async () => browser?.close())
  afterEach(async () => {
    for (const overview of opened.splice(0)) {
      assert.deepEqual(overview.errors, [])
      await overview.close()
    }
  })

  async function open(kind: PictureKind, filter = '', options: OverviewPageOptions = {}): Promise<OverviewPage> {
    const overview = await openOverviewPage(browser, { stored: { picture: kind }, ...options })
    opened.push(overview)
    await overview.send({ kind: 'state', state: stateOf(folder, kind, filter) })
    if (kind === 'map') await answerOutlines(overview)
    await overview.page.locator('[data-mark], table').first().waitFor()
    return overview
  }

  it('turns to another picture by pointer and by key, and asks for it', async () => {
    const overview = await open('matrix')
    const { page } = overview
    await page.getByRole('tab', { name: strings.timeline }).click()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('End')
    await waitForEqual(
      async () => (await overview.events()).flatMap((event) => (event.kind === 'show' ? event.picture : [])),
      ['matrix', 'timeline', 'map', 'network']
    )
    await waitForEqual(() => page.getByRole('tab', { selected: true }).getAttribute('aria-label'), strings.network)
    await waitForEqual(async () => (await overview.requests()).map(({ request }) => request.kind), ['outlines'])
    await waitForEqual(async () => ((await overview.stored()) as { readonly picture: string }).picture, 'network')
  })

  for (const kind of ['matrix', 'timeline', 'network'] as const)
    it(`tells persons of one name apart in the picture ${kind}`, async () => {
      const overview = await openOverviewPage(browser, { stored: { picture: kind }, width: 760 })
      opened.push(overview)
      const note = 'deputy minister of water of a country <b>far away</b>'
      const named = <Entry extends SourceEntry>(entries: readonly Entry[]) =>
        entries.map((entry, place) => (place < 2 ? { ...entry, name: 'Gulnara Ashimova', note } : entry))
      const state = stateOf(folder, kind)
      const { picture } = state
      const shown =
        picture?.kind === 'network'
          ? { ...picture, nodes: named(picture.nodes) }
          : picture?.kind === 'matrix' || picture?.kind === 'timeline'
            ? { ...picture, sources: named(picture.sources) }
            : assert.fail(kind)
      await overview.send({ kind: 'state', state: { ...state, picture: shown } })
      const marks = overview.page.getByRole('button', { name: /^Gulnara Ashimova, deputy [^,]*far away<\/b>\. / })
      await waitForEqual(() => marks.count(), 2)
      await waitForEqual(() => overview.page.locator('svg text', { hasText: /^deputy minister/ }).count(), 2)
      await overview.page.screenshot({ path: join(kept, 'screenshots', `overview-namesakes-${kind}.png`) })
      assert.deepEqual(await accessibilityProblems(overview.page), [])
    })

  it('goes from mark to mark by arrow keys, and through each to its text', async () => {
    const overview = await open('matrix')
    const { page } = overview
    const focused = async (label: RegExp) =>
      await waitFor(
        `the focus on ${String(label)}`,
        () => page.evaluate<string | null>('document.activeElement?.getAttribute("aria-label")'),
        (now) => label.test(now ?? '')
      )
    await page.getByRole('button', { name: strings.savePng }).focus()
    await page.keyboard.press('Tab')
    await focused(/^Gulnara Ashimova\. person\. 13 quotes/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowRight')
    await focused(/^Gulnara Ashimova: 2 quotes\. The village that can see the water\. Mar 1, 2026/)
    for (let article = 1; article < 5; article++) await page.keyboard.press('ArrowRight')
    await focused(/^Gulnara Ashimova: 3 quotes\. What the satellites saw at Sarbulak\. Mar 15, 2026/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await focused(/^Rustam Karimjonov: 1 quote\./)
    await waitFor(
      'the tip',
      () => page.locator('.tip').innerText(),
      (tip) => /^Rustam Karimjonov: 1 quote\n/.test(tip)
    )
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.keyboard.press('f')
    const satellites = folder.articles.find(({ name }) => name.includes('satellites'))
    await waitForEqual<readonly unknown[]>(
      async () => (await overview.events()).slice(2),
      [
        { kind: 'list', filter: 'source:"Gulnara Ashimova"', show: 'quotes' },
        {
          kind: 'list',
          filter: 'source:"Gulnara Ashimova" article:"What the satellites saw at Sarbulak"',
          show: 'quotes'
        },
        { kind: 'openQuote', article: satellites?.id, quote: quoteOf('Rustam Karimjonov', satellites?.id ?? '') },
        { kind: 'openArticle', article: satellites?.id },
        { kind: 'filter', filter: 'article:"What the satellites saw at Sarbulak"' }
      ]
    )
  })

  it('keeps what it tells of a mark to which it had to scroll', async () => {
    const { page } = await open('matrix', '', { width: 320, height: 400 })
    await page.locator('[data-mark="row 0"]').focus()
    const top = () => page.locator('.scene').evaluate((room) => room.scrollTop)
    for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowDown')
    await waitFor('the picture to be scrolled', top, (now) => now > 0)
    // Two frames: the event of the scrolling comes with the first.
    for (let frame = 0; frame < 2; frame++)
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    assert.equal(await page.locator('.tip').count(), 1)
    await page.locator('.scene').evaluate((room) => room.scrollTo(0, 0))
    await waitForEqual(() => page.locator('.tip').count(), 0)
  })

  /** Which of an article's quotes is the only one of a source. */
  function quoteOf(name: string, id: string): number | undefined {
    const { quotes } = folder.corpus.entities.find((entity) => entity.name === name) ?? assert.fail(name)
    return quotes.find(({ article }) => article === id)?.quote
  }

  it('opens by a click, filters by one with Shift, and goes back to the filter before', async () => {
    const overview = await open('matrix', 'kind:direct')
    const { page } = overview
    await page.locator('[data-mark="row 0"]').click({ modifiers: ['Shift'] })
    await overview.send({ kind: 'state', state: stateOf(folder, 'matrix', 'kind:direct source:"Rustam Karimjonov"') })
    await page.getByRole('button', { name: 'Remove direct' }).click()
    await page.getByRole('button', { name: strings.back }).click()
    await page.getByRole('button', { name: strings.clearFilter }).click()
    const filters = await waitFor(
      'the filters',
      async () => (await overview.events()).flatMap((event) => (event.kind === 'filter' ? event.filter : [])),
      (all) => all.length > 3
    )
    assert.match(filters[0] ?? '', /^kind:direct source:"[^"]+"$/)
    assert.deepEqual(filters.slice(1), ['source:"Rustam Karimjonov"', 'kind:direct source:"Rustam Karimjonov"', ''])
  })

  it('goes back to what the quotes panel listed before a click, whatever the filter was meanwhile', async () => {
    const overview = await open('matrix')
    const { page } = overview
    const back = page.getByRole('button', { name: strings.back })
    const filtered = (filter: string) => overview.send({ kind: 'state', state: stateOf(folder, 'matrix', filter) })
    const said = async () =>
      (await overview.events()).flatMap((event) =>
        event.kind === 'list' || event.kind === 'filter'
          ? `${event.kind} ${event.filter}`
          : event.kind === 'unlist'
            ? event.kind
            : []
      )
    await page.locator('[data-mark="row 0"]').click()
    await back.click()
    await waitForEqual(said, ['list source:"Gulnara Ashimova"', 'unlist'])
    await waitForEqual(() => back.count(), 0)

    await page.locator('[data-mark="row 0"]').click()
    await page.locator('[data-mark="row 1"]').click({ modifiers: ['Shift'] })
    const narrower = (await said()).at(-1)?.replace(/^filter /, '') ?? ''
    await filtered(narrower)
    await back.click()
    await filtered('')
    await back.click()
    await waitForEqual(
      async () => (await said()).slice(2),
      ['list source:"Gulnara Ashimova"', `filter ${narrower}`, 'filter ', 'list source:"Gulnara Ashimova"', 'unlist']
    )
  })

  it('leads from an arrow of the network to the quotes of one about the other', async () => {
    const overview = await open('network')
    const arrow = overview.page.getByRole('button', { name: /^Uzbekistan about Kazakhstan\. 2 quotes/ })
    await arrow.focus()
    await overview.page.keyboard.press('Enter')
    const last = async () => (await overview.events()).at(-1)
    await waitForEqual(last, { kind: 'list', filter: 'source:"Uzbekistan" about:"Kazakhstan"', show: 'quotes' })
    const { quotes } = stateOf(folder, 'network', 'source:"Uzbekistan" about:"Kazakhstan"')
    assert.equal(quotes, 2)
  })

  it('sizes the map by mentions, and then leads to these', async () => {
    const overview = await open('map')
    const { page } = overview
    await page.getByRole('combobox').selectOption('mentions')
    await page.getByRole('button', { name: /^Japan\./ }).focus()
    await page.keyboard.press('Enter')
    const last = async () => (await overview.events()).at(-1)
    await waitForEqual(last, { kind: 'list', filter: 'Japan', show: 'mentions' })
  })

  it('says which places are not on the map, and leads to each; the table has them too', async () => {
    const overview = await open('map')
    const { page } = overview
    const button = page.getByRole('button', { name: /^\d+ places are not on the map$/ })
    await button.press('Enter')
    const place = page.getByRole('list', { name: strings.notOnMap }).getByRole('button', { name: 'Sarbulak' })
    await place.press('Enter')
    await page.keyboard.press('Escape')
    const last = async () => (await overview.events()).at(-1)
    await waitForEqual(last, { kind: 'list', filter: 'about:"Sarbulak"', show: 'quotes' })
    await waitForEqual(() => place.count(), 0)
    await waitForEqual(() => button.evaluate((element) => element === document.activeElement), true)
    await page.getByRole('button', { name: strings.showTable }).click()
    const row = page.getByRole('row').filter({ hasText: 'Sarbulak' })
    assert.match(await row.innerText(), /^Sarbulak\s+not on the map\s+\d+\s+\d+\s+\d+$/)
  })

  for (const kind of pictureKinds)
    it(`has the same in a table: ${kind}`, async () => {
      const overview = await open(kind)
      const { page } = overview
      const doors = await page
        .locator(kind === 'map' ? '[data-mark]' : '.body [data-mark^="dot"], .body [data-mark^="link"]')
        .count()
      await page.getByRole('button', { name: strings.showTable }).click()
      const table = page.getByRole('table')
      await table.waitFor()
      const rows = await table.getByRole('rowheader').count()
      const { picture } = stateOf(folder, kind)
      const spans = picture?.kind === 'timeline' ? picture.spans.filter(({ quotes }) => quotes > 0).length : 0
      assert.ok(doors > 0)
      assert.ok(kind === 'map' ? rows >= doors : rows === doors + spans, `${rows} rows, ${doors} marks`)
      await table.getByRole('rowheader').first().getByRole('button').click()
      await waitFor(
        'where it leads',
        async () => (await overview.events()).at(-1)?.kind ?? '',
        (last) => /^(list|openQuote)$/.test(last)
      )
    })

  for (const kind of pictureKinds)
    it(`is saved as SVG that needs nothing else, and as PNG: ${kind}`, async () => {
      const overview = await open(kind)
      const { page } = overview
      await page.getByRole('button', { name: strings.saveSvg }).click()
      await page.getByRole('button', { name: strings.savePng }).click()
      const [svg = '', png = ''] = await saved(overview, 2)
      assert.doesNotMatch(svg, /var\(|href|url\(|<style|<script|NaN|undefined/)
      assert.match(svg, new RegExp(`<title>${strings[kind]}</title>`))
      const { problems, shapes, words } = await readSvg(page, svg)
      assert.equal(problems, 0)
      assert.ok(shapes > 10, `${shapes} shapes`)
      assert.ok(words.includes('156 quotes'), words)
      const { width, colors } = await readPng(page, png)
      assert.ok(width > 1000, `${width} pixels`)
      assert.ok(colors > 10, `${colors} colours`)
    })

  it('takes the text of articles for text, in the page and in what it saves', async () => {
    const overview = await open('matrix')
    const state = stateOf(folder, 'matrix')
    const evil = '<img src=x onerror=alert(1)>\u0000\uD800 &amp; ]]> "\u202E'
    const picture = state.picture as MatrixPicture
    await overview.send({
      kind: 'state',
      state: {
        ...state,
        folder: evil,
        picture: {
          ...picture,
          sources: picture.sources.map((source) => ({ ...source, name: evil })),
          articles: picture.articles.map((article) => ({ ...article, headline: evil }))
        }
      }
    })
    await overview.page.getByRole('button', { name: strings.saveSvg }).click()
    const [svg = ''] = await saved(overview, 1)
    assert.equal(await overview.page.locator('img').count(), 0)
    const { problems, words } = await readSvg(overview.page, svg)
    assert.equal(problems, 0)
    assert.ok(words.includes('<img src=x onerror=alert(1)>\uFFFD\uFFFD &amp; ]]>'), words.slice(0, 200))
  })

  it('says why it is empty, and offers what helps', async () => {
    const overview = await openOverviewPage(browser, {})
    opened.push(overview)
    const nothing = { folder: '', filter: '', articles: 0, quotes: 0 }
    await overview.send({ kind: 'state', state: { ...nothing, reading: { kind: 'unread' } } })
    await overview.page.getByRole('button', { name: strings.analyzeFolder }).click()
    await overview.send({ kind: 'state', state: { ...nothing, reading: { kind: 'reading', done: 3, total: 9 } } })
    const status = () => overview.page.getByRole('status').innerText()
    await waitForEqual(status, 'Reading articles: 3 of 9')
    await overview.send({ kind: 'state', state: { ...nothing, reading: { kind: 'none' } } })
    await overview.page.getByRole('button', { name: strings.openFolder }).click()
    await overview.send({ kind: 'state', state: stateOf(folder, 'matrix', 'source:nobody') })
    await waitForEqual(status, strings.noQuotesFilter)
    assert.deepEqual((await overview.events()).slice(2), [{ kind: 'analyzeFolder' }, { kind: 'openFolder' }])
  })

  it('shows more of it on demand', async () => {
    const overview = await open('matrix')
    await overview.page.getByRole('button', { name: strings.moreSources }).click()
    const shown = await waitFor(
      'what the page asks for',
      async () => (await overview.events()).filter(({ kind }) => kind === 'show'),
      (events) => events.length > 1
    )
    assert.deepEqual(shown.at(-1), { kind: 'show', picture: 'matrix', rows: 60, columns: 120 })
  })

  for (const theme of themeNames)
    it(`has nothing that axe finds, in any picture: ${theme}`, async () => {
      for (const kind of pictureKinds) {
        const overview = await open(kind, '', { theme })
        const { page } = overview
        await page.screenshot({ path: join(kept, 'screenshots', `overview-${kind}-${theme}.png`) })
        assert.deepEqual(await accessibilityProblems(page), [], kind)
        if (kind === 'map') {
          await page.locator('.unplaced > button').click()
          await page.screenshot({ path: join(kept, 'screenshots', `overview-unplaced-${theme}.png`) })
          assert.deepEqual(await accessibilityProblems(page), [], 'what is not on the map')
        }
        await page.getByRole('button', { name: strings.showTable }).click()
        await page.getByRole('table').waitFor()
        assert.deepEqual(await accessibilityProblems(page), [], `${kind} as a table`)
      }
      const filtered = await open('matrix', 'source:"Gulnara Ashimova" kind:direct', { theme })
      await filtered.page.locator('[data-mark="row 0"]').focus()
      assert.deepEqual(await accessibilityProblems(filtered.page), [], 'filtered')
    })

  for (const [width, height] of [
    [200, 500],
    [320, 400],
    [640, 360]
  ] as const)
    it(`fits into ${width} by ${height} pixels`, async () => {
      for (const kind of pictureKinds) {
        const { page } = await open(kind, 'kind:direct kind:indirect kind:mixed', { width, height })
        await waitForEqual(() => page.evaluate<number>('document.querySelector(".page").scrollWidth'), width, kind)
        await page.screenshot({ path: join(kept, 'screenshots', `overview-${kind}-${width}.png`) })
      }
    })
})

async function answerOutlines(overview: OverviewPage): Promise<void> {
  const asked = await waitFor(
    'the question for the outlines',
    () => overview.requests(),
    (requests) => requests.length > 0
  )
  for (const { id } of asked) await overview.reply(id, outlines())
}

/** What the page has saved, once it is as much as this. */
function saved(overview: OverviewPage, count: number): Promise<readonly string[]> {
  return waitFor(
    'what is saved',
    async () => (await overview.events()).flatMap((event) => (event.kind === 'save' ? event.content : [])),
    (contents) => contents.length >= count
  )
}

/** How an SVG reads as a file of its own. */
function readSvg(
  page: Page,
  svg: string
): Promise<{ readonly problems: number; readonly shapes: number; readonly words: string }> {
  return page.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, 'image/svg+xml')
    return {
      problems: file.querySelectorAll('parsererror').length,
      shapes: file.querySelectorAll('circle, rect, path').length,
      words: file.documentElement.textContent ?? ''
    }
  }, svg)
}

function readPng(page: Page, base64: string): Promise<{ readonly width: number; readonly colors: number }> {
  return page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    const pixels = new Uint32Array(context?.getImageData(0, 0, image.width, image.height).data.buffer ?? [])
    return { width: image.width, colors: new Set(pixels).size }
  }, base64)
}
