import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { AnalyzedArticle } from '../../src/analysis/index.js'
import { analyzeFolder, root } from '../engine.js'
import { kept } from '../host/places.mjs'
import { openBrowser } from '../host/session.js'
import { keptOf, openReadingPage, stateOf, strings, type ReadingPage } from './fixtures/readingPage.js'
import { accessibilityProblems } from './fixtures/axe.js'
import { themeNames } from './fixtures/themeColors.js'

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
    assert.deepEqual(await margin.getByRole('button').allInnerTexts(), ['works \u203A bridges'])
    await margin.getByRole('button').click()
    await margin.getByRole('button').press('Enter')
    const asked = (await reading.events()).filter(({ kind }) => kind === 'codings')
    assert.deepEqual(asked, Array(2).fill({ kind: 'codings', filter: 'code:"bridges"' }))
    await look('codes')
  })

  function mostQuoting(): AnalyzedArticle {
    return [...samples].sort((a, b) => b.analysis.links.length - a.analysis.links.length)[0]!
  }

  /** Writes `.vscode-test/screenshots/reading-NAME.png`, and says what axe-core finds. */
  async function look(name: string): Promise<void> {
    await reading.page.screenshot({ path: join(kept, 'screenshots', `reading-${name}.png`) })
    assert.deepEqual(await accessibilityProblems(reading.page), [], name)
  }
})
