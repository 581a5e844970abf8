import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { AnalyzedArticle } from '../../src/analysis/index.js'
import { analyzeFolder, root } from '../engine.js'
import { kept } from '../host/places.mjs'
import { openBrowser } from '../host/session.js'
import { keptOf, openReadingPage, stateOf, type ReadingPage } from './fixtures/readingPage.js'
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

  function mostQuoting(): AnalyzedArticle {
    return [...samples].sort((a, b) => b.analysis.links.length - a.analysis.links.length)[0]!
  }

  /** Writes `.vscode-test/screenshots/reading-NAME.png`, and says what axe-core finds. */
  async function look(name: string): Promise<void> {
    await reading.page.screenshot({ path: join(kept, 'screenshots', `reading-${name}.png`) })
    assert.deepEqual(await accessibilityProblems(reading.page), [], name)
  }
})
