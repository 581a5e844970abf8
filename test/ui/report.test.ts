import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { shownText } from '../../src/article/index.js'
import { htmlReport } from '../../src/exchange/formats/html/index.js'
import type { ExportInput } from '../../src/exchange/format.js'
import { patience, waitFor, waitForEqual } from '../host/page/waiting.js'
import { kept } from '../host/places.mjs'
import { openBrowser } from '../host/session.js'
import { sampleExport } from './fixtures/reportSamples.js'
import { accessibilityProblems } from './fixtures/axe.js'

const folder = join(kept, 'report')
const file = join(folder, 'samples.report.html')
const wide = { width: 1180, height: 1000 }

describe('the HTML report in a browser', () => {
  let input: ExportInput
  let browser: Browser
  let page: Page
  let errors: string[]

  before(async () => {
    input = await sampleExport()
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, await reportOf(input))
    browser = await openBrowser()
  })
  after(async () => browser?.close())
  beforeEach(async () => {
    errors = []
    page = await (await browser.newContext({ viewport: wide })).newPage()
    page.setDefaultTimeout(patience)
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('console', (message) => errors.push(message.text()))
    page.on('request', (request) => request.url() !== pathToFileURL(file).href && errors.push(request.url()))
    await page.goto(pathToFileURL(file).href)
  })
  afterEach(async () => {
    assert.deepEqual(errors, [], 'the page complains, or wants something from elsewhere')
    await page.context().close()
  })

  it('has every span on its right words', async () => {
    const words = await page.evaluate<
      readonly string[]
    >(`[...document.querySelectorAll('article')].flatMap((article) => {
      const found = {}
      for (const piece of article.querySelectorAll('[data-ids]'))
        for (const id of piece.dataset.ids.split(' ')) found[id] = (found[id] ?? '') + piece.textContent
      return Object.entries(found).map(([id, text]) => article.id + ' ' + id + ': ' + text)
    })`)
    const expected: string[] = []
    let number = 0
    for await (const document of input.documents()) {
      number++
      for (const annotation of document.annotations) {
        const add = (id: string, spans: typeof annotation.spans | null) =>
          spans && expected.push(`a${number} ${id}: ${spans.map((span) => shownText(document, span)).join('')}`)
        add(annotation.id, annotation.spans)
        if (annotation.layer === 'quote') add(`${annotation.id}.cue`, annotation.cue)
        if (annotation.layer === 'quote') add(`${annotation.id}.source`, annotation.source)
      }
    }
    assert.ok(expected.length > 500, `${expected.length} spans`)
    assert.deepEqual([...words].sort(), expected.sort())
  })

  for (const colorScheme of ['light', 'dark'] as const)
    it(`is accessible, in ${colorScheme} colours and in a narrow window`, async () => {
      await page.emulateMedia({ colorScheme })
      // What is far from sight is not drawn yet, and what is not drawn cannot be judged.
      await page.addStyleTag({ content: 'article, .speaker { content-visibility: visible !important }' })
      assert.deepEqual(await accessibilityProblems(page), [])
      await screenshots(page, colorScheme, ['#overview', '#sources', '#a2', '#a6'])
      await page.setViewportSize({ width: 360, height: 800 })
      assert.deepEqual(await accessibilityProblems(page), [])
      await waitForEqual(() => tooWide(page), [])
      await screenshots(page, `${colorScheme}-narrow`, ['#overview', '#a2'])
    })

  it('leads with the keyboard from a source to its quote in the text, to the note, and back', async () => {
    const follow = async (selector: string) => {
      const link = page.locator(selector).first()
      const hash = (await link.getAttribute('href')) ?? ''
      await link.focus()
      await page.keyboard.press('Enter')
      await waitFor(
        `${hash} to be gone to`,
        () => page.evaluate<string>('location.hash'),
        (now) => now === hash
      )
      await page.locator(`[id="${hash.slice(1)}"]`).waitFor({ state: 'attached' })
      await waitFor(`${hash} in sight`, () => isInSight(page, hash.slice(1)), Boolean)
      return hash
    }
    const source = await follow('#overview tbody a[href^="#source"]')
    const quote = await follow(`section:has(> ${source}) .to-quote`)
    assert.match(quote, /^#a\d+-q\d+$/)
    const note = await follow(quote)
    assert.equal(note, quote.replace('-q', '-note'))
    assert.equal(await follow(`${note} .who`), source)
  })

  it('prints: persons, places and quotes can be told apart without colours, and nothing is folded', async () => {
    const unseen = page.locator('.definitions dl')
    assert.equal(await unseen.isVisible(), false)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    assert.equal(await unseen.isVisible(), true)
    assert.equal(await page.locator('nav').isVisible(), false)
    const looks = await page.evaluate<
      readonly string[]
    >(`['person', 'organization', 'group', 'place', 'quote'].map((name) => {
      const { textDecorationLine, textDecorationStyle } = getComputedStyle(document.querySelector('.legend .' + name))
      const edge = getComputedStyle(document.querySelector('.legend .' + name), '::before').content
      return [name, textDecorationLine, textDecorationStyle, edge].join(' ')
    })`)
    assert.deepEqual(looks, [
      'person underline solid none',
      'organization underline dashed none',
      'group underline dotted none',
      'place underline double none',
      'quote none solid "\u2308"'
    ])
    assert.equal(
      await page.evaluate('getComputedStyle(document.documentElement).backgroundColor'),
      'rgb(255, 255, 255)'
    )
    const pdf = await page.pdf({ path: join(kept, 'screenshots', 'report.pdf'), format: 'A4' })
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
    // An article has two to four pages, and the sources' quotes as much again.
    assert.ok(pages > input.count && pages < input.count * 4.5, `${pages} pages`)
  })
})

async function reportOf(input: ExportInput): Promise<string> {
  const { writer } = htmlReport
  const pieces: (string | Uint8Array)[] = []
  if (writer.kind === 'file') for await (const piece of writer.write(input)) pieces.push(piece)
  return pieces.join('')
}

/** Whether the middle of an element is within the window. */
function isInSight(page: Page, id: string): Promise<boolean> {
  return page.evaluate<boolean>(`(() => {
    const { top, bottom } = document.getElementById('${id}').getBoundingClientRect()
    return (top + bottom) / 2 >= 0 && (top + bottom) / 2 <= innerHeight
  })()`)
}

/** The elements that stick out of the window. */
function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`[...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
    .map((element) => element.outerHTML.slice(0, 120))`)
}

/** Writes `.vscode-test/screenshots/report-NAME-PLACE.png`. */
async function screenshots(page: Page, name: string, places: readonly string[]): Promise<void> {
  for (const place of places) {
    await page.evaluate(`document.querySelector('${place}').scrollIntoView()`)
    await page.screenshot({ path: join(kept, 'screenshots', `report-${name}-${place.slice(1)}.png`) })
  }
}
