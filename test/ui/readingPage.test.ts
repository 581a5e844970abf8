import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { AnalyzedArticle } from '../../src/analysis/index.js'
import type { Look } from '../../src/protocol/reading/index.js'
import { extremeArticle } from '../bench/extremeArticle.js'
import { analyzeFolder, root } from '../engine.js'
import { waitFor, waitForEqual } from '../host/page/waiting.js'
import { kept } from '../host/places.mjs'
import { openBrowser } from '../host/session.js'
import { keptOf, openReadingPage, stateOf, strings, type ReadingPage } from './fixtures/readingPage.js'
import { accessibilityProblems } from './fixtures/axe.js'
import { themeNames } from './fixtures/themeColors.js'

interface Drawn {
  readonly runs: number
  readonly letters: number
}

describe("the reading view's page", () => {
  let browser: Browser
  let reading: ReadingPage
  let samples: readonly AnalyzedArticle[]

  before(async () => {
    samples = await analyzeFolder(join(root, 'samples'))
    browser = await openBrowser()
  })
  after(async () => browser?.close())
  afterEach(async () => {
    assert.deepEqual(reading.errors, [])
    await reading.close()
  })

  for (const theme of themeNames)
    it(`is calm and has no fault that axe finds (${theme})`, async () => {
      reading = await openReadingPage(browser, { theme })
      await reading.send(keptOf())
      await reading.send({ kind: 'state', state: stateOf(mostQuoting()) })
      await look(`page-${theme}`)
      await reading.page.locator('.chip').first().click()
      await look(`lit-${theme}`)
    })

  it('leads from a code in the margin to its codings, by mouse and by keyboard', async () => {
    reading = await openReadingPage(browser)
    const state = stateOf(mostQuoting())
    const color = { light: '#a02040', dark: '#ff8090' }
    const codes = [
      { name: 'works \u203A bridges', filter: 'code:"bridges"', ...color },
      { name: 'Unknown code', ...color }
    ]
    const added = state.added.map((block, index) => (index === 0 ? { ...block, codes: [0, 1] } : block))
    await reading.send(keptOf({ codes: true }))
    await reading.send({ kind: 'state', state: { ...state, codes, added } })
    const margin = reading.page.getByRole('group', { name: strings.codes })
    await waitForEqual(() => margin.getByRole('button').allInnerTexts(), ['works \u203A bridges'])
    await margin.getByRole('button').click()
    await margin.getByRole('button').press('Enter')
    const asked = async () => (await reading.events()).filter(({ kind }) => kind === 'codings')
    await waitForEqual(asked, Array(2).fill({ kind: 'codings', filter: 'code:"bridges"' }))
    await look('codes')
  })

  it('has a line of sources that ends with how many more there are, and shows them by mouse and by keyboard', async () => {
    reading = await openReadingPage(browser, { width: 640 })
    const state = stateOf(mostQuoting())
    await reading.send(keptOf())
    await reading.send({ kind: 'state', state })
    const strip = reading.page.locator('.strip')
    const more = reading.page.locator('.more')
    const howMany = async () => Number(/^\+(\d+)/.exec(await more.innerText())?.[1])
    const hidden = await howMany()
    assert.ok(hidden > 0)
    await waitForEqual(cutChips, 0)
    const shown = await strip.locator('.chip').count()
    assert.equal(shown, state.sources.length)
    await look('strip')
    await more.click()
    const isExpanded = () => more.getAttribute('aria-expanded')
    await waitForEqual(isExpanded, 'true')
    await look('strip-all')
    await more.click()
    await waitForEqual(howMany, hidden)
    await strip.locator('.chip').first().focus()
    for (let step = 0; step < shown - hidden; step++) await reading.page.keyboard.press('ArrowRight')
    await waitForEqual(isExpanded, 'true')
    await reading.page.keyboard.press('Enter')
    await more.click()
    const lit = reading.page.locator('.chips > .chip[aria-pressed="true"]')
    await waitForEqual(() => lit.locator('.name').innerText(), state.sources[shown - hidden]?.name)
    await look('strip-lit')
  })

  it('shows a new mark also where it would be dimmed, and stays lit where it is not', async () => {
    reading = await openReadingPage(browser)
    const article = mostQuoting()
    const state = stateOf(article)
    const [source] = state.sources
    await reading.send(keptOf({ lit: source!.key }))
    await reading.send({ kind: 'state', state })
    const lit = reading.page.locator('.reading.lit')
    await lit.waitFor()
    const index = state.blocks.findIndex(
      ({ id }) => state.added.find((block) => block.id === id)?.role === 'body' && !quotes(id).length
    )
    const placed = state.blocks[index] ?? assert.fail('every paragraph is quoted')
    function quotes(id: string) {
      return state.added
        .filter((block) => block.id === id)
        .flatMap(({ runs }) => runs.flatMap((run) => run.quoted ?? []))
    }
    await reading.page.locator(`[data-id="${placed.id}"]`).click({ clickCount: 2, position: { x: 20, y: 14 } })
    await reading.page.getByRole('toolbar', { name: strings.selection }).waitFor()
    await reading.page.keyboard.press('q')
    const mark = await waitFor(
      'what is marked',
      async () => (await reading.events()).find((event) => event.kind === 'mark'),
      (event) => event !== undefined
    )
    assert.ok(mark?.kind === 'mark' && mark.start >= placed.start, JSON.stringify(mark))
    await reading.send({ kind: 'state', state: { ...state, added: [] } })
    assert.equal(await lit.count(), 1)
    await reading.send({ kind: 'state', state: { ...state, ...marked(['directQuote', 'quoteShade']) } })
    await waitFor(
      'all sources to be lit',
      () => lit.count(),
      (count) => count === 0
    )
    await waitForEqual(() => reading.page.locator('.unseen[role="status"]').innerText(), strings.unlit)

    /** The paragraph with all its words a quote of somebody else. */
    function marked(looks: readonly Look[]) {
      const block = state.added.find(({ id }) => id === placed.id) ?? assert.fail()
      const made = { ...block, id: 'marked', runs: block.runs.map((run) => ({ ...run, looks })) }
      const blocks = state.blocks.map((one) => (one === placed ? { ...one, id: made.id } : one))
      return { blocks, added: [made] }
    }
  })

  it('ends a name in the margin that is too long with an ellipsis', async () => {
    reading = await openReadingPage(browser, { width: 930 })
    const state = stateOf(mostQuoting())
    const name = 'the deputy chairwoman of the agriculture and irrigation ministry of Uzbekistan'
    await reading.send(keptOf())
    await reading.send({
      kind: 'state',
      state: { ...state, sources: state.sources.map((source) => ({ ...source, name })) }
    })
    const starts = reading.page.locator('.starts').first()
    assert.equal(await starts.getAttribute('title'), name)
    const size = () =>
      starts.locator('.name').evaluate((element) => ({
        lines: Math.round(element.clientHeight / parseFloat(getComputedStyle(element).lineHeight)),
        isCut: element.scrollHeight > element.clientHeight
      }))
    await waitForEqual(size, { lines: 3, isCut: true })
    // Right-aligned lines get no ellipsis from Chromium.
    await waitForEqual(ellipsis, '"\u2026"')
    await reading.send({ kind: 'state', state })
    await starts.getByText(state.sources[1]?.name ?? '').waitFor()
    await waitForEqual(ellipsis, 'none')
    await reading.send({
      kind: 'state',
      state: { ...state, sources: state.sources.map((source) => ({ ...source, name })) }
    })
    function ellipsis() {
      return starts.locator('.name-lines').evaluate((element) => getComputedStyle(element, '::after').content)
    }
    await look('long-names')
  })

  it('draws of a long article what is in sight, then the rest, and keeps what is selected meanwhile', async () => {
    reading = await openReadingPage(browser)
    const long = extremeArticle()
    const all = stateOf({ id: 'file:///long.txt', name: 'long.txt', ...long, text: long.article.text, markup: [] })
    const blocks = all.blocks.slice(0, 800)
    const added = all.added.filter(({ id }) => blocks.some((block) => block.id === id))
    const state = { ...all, blocks, added }
    const runs = added.flatMap((block) => block.runs)
    const letters = runs.reduce((sum, { text }) => sum + text.length, 0)
    const last = blocks.at(-1)!
    const [first] = added.find(({ id }) => id === last.id)!.runs
    await reading.send(keptOf())
    await reading.page.evaluate(() => {
      new MutationObserver((_, observer) => {
        const text = document.querySelector('.text')
        if (!text?.firstElementChild) return
        observer.disconnect()
        const counts = { runs: text.querySelectorAll('.run').length, letters: text.textContent.length }
        Object.assign(window, { firstDrawn: counts })
      }).observe(document.body, { childList: true, subtree: true })
    })
    await reading.send({ kind: 'state', state })
    const end = last.start + first!.text.length
    await reading.send({ kind: 'reveal', start: last.start, end, focus: true })
    const drawn = await reading.page.evaluate(() => (window as unknown as { firstDrawn: Drawn }).firstDrawn)
    assert.equal(drawn.letters, letters)
    assert.ok(drawn.runs > 0 && drawn.runs < runs.length / 4, String(drawn.runs))
    await waitForEqual(() => reading.page.locator('.text .run').count(), runs.length)
    await waitForEqual(() => reading.page.evaluate(() => String(getSelection())), first!.text)
    await waitForEqual(() => reading.page.locator('.strip .chip').count(), state.sources.length)
    await waitForEqual(() => reading.page.locator('.ruler .mark').count(), state.quotes.length)
    assert.equal(await reading.page.locator('.text').evaluate((text) => text.textContent.length), letters)
  })

  /** How many chips on the first line are cut off at its end. */
  function cutChips(): Promise<number> {
    return reading.page.evaluate(() => {
      const strip = document.querySelector('.strip')
      const box = strip?.getBoundingClientRect()
      return [...(strip?.children ?? [])]
        .map((chip) => chip.getBoundingClientRect())
        .filter(({ top, bottom, right }) => top < box!.bottom && (right > box!.right + 1 || bottom > box!.bottom + 1))
        .length
    })
  }

  function mostQuoting(): AnalyzedArticle {
    return [...samples].sort((a, b) => b.analysis.links.length - a.analysis.links.length)[0]!
  }

  /** Writes `.vscode-test/screenshots/reading-NAME.png`, and says what axe-core finds. */
  async function look(name: string): Promise<void> {
    await reading.page.screenshot({ path: join(kept, 'screenshots', `reading-${name}.png`) })
    assert.deepEqual(await accessibilityProblems(reading.page), [], name)
  }
})
