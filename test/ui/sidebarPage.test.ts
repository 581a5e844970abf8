import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { EntityEntry, LinkEntry, ListState, QuoteEntry } from '../../src/sidebar/protocol.js'
import { sidebarStrings } from '../../src/sidebar/sidebarStrings.js'
import { waitFor } from '../host/page/waiting.js'
import { openBrowser } from '../host/session.js'
import { openSidebarPage, type SidebarPage } from './fixtures/sidebarPage.js'

const strings = sidebarStrings({ t: (text) => text }, 'en')
const entityCount = 6000
const quoteCount = 20_000

describe('the sidebar\'s page alone', () => {
  let browser: Browser
  let sidebar: SidebarPage

  before(async () => { browser = await openBrowser() })
  after(async () => browser?.close())
  beforeEach(async () => { sidebar = await openSidebarPage(browser) })
  afterEach(async () => {
    assert.deepEqual(sidebar.errors, [])
    await sidebar.close()
  })

  it('says that it is ready, and shows nothing before it knows the texts', async () => {
    assert.deepEqual(await sidebar.posted(), [{ type: 'ready', scope: 'article' }])
    assert.equal(await sidebar.page.locator('#sidebar').innerText(), '')
  })

  it('keeps a folder of thousands of names and quotes quick', async () => {
    await sidebar.send({ type: 'strings', strings })
    await sidebar.page.getByRole('tab', { name: 'Whole Folder' }).click()
    await sidebar.send({ type: 'state', state: largeFolder() })
    const rows = sidebar.page.getByRole('treeitem')
    await rows.first().waitFor()
    assert.ok(await rows.count() < 100, `${await rows.count()} rows in the page`)
    const typing = await sidebar.page.getByRole('searchbox').evaluate(async (box: HTMLInputElement) => {
      const begun = performance.now()
      box.value = 'word77'
      box.dispatchEvent(new Event('input', { bubbles: true }))
      await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)) })
      return performance.now() - begun
    })
    console.log(`      filter of ${entityCount} names and ${quoteCount} quotes, the first time: ${Math.round(typing)} ms`)
    await waitFor('the matches', () => rows.first().getAttribute('aria-label'), (label) => label === 'Actors, 0')
    assert.ok(typing < 1500, `${typing} ms`)
    await sidebar.page.getByRole('searchbox').press('Escape')
    await sidebar.page.getByRole('searchbox').press('ArrowDown')
    await sidebar.page.keyboard.press('End')
    await waitFor('the last row', () => sidebar.page.locator('[role=treeitem]:focus').getAttribute('aria-label'), (label) => label?.startsWith('Person 5') === true)
    assert.ok(await rows.count() < 100)
  })

  it('fits into 200 pixels', async () => {
    await sidebar.page.setViewportSize({ width: 200, height: 600 })
    await sidebar.send({ type: 'strings', strings })
    await sidebar.page.getByRole('tab', { name: 'Whole Folder' }).click()
    await sidebar.send({ type: 'state', state: largeFolder() })
    await sidebar.page.getByRole('treeitem').first().waitFor()
    const wide = await sidebar.page.evaluate(() => [...document.querySelectorAll('.tabs, .tools, .summary, .figures, .figures button, .row, .scroller')].filter((element) => element.getBoundingClientRect().right > 200.5 || element.scrollWidth > element.clientWidth + 1).map((element) => `${element.className} ${element.scrollWidth} > ${element.clientWidth}`))
    assert.deepEqual(wide, [])
  })

  it('asks for the mentions of what is opened, again after each change, and keeps the old ones meanwhile', async () => {
    const state = { ...largeFolder(), scope: 'article' } as const
    await sidebar.send({ type: 'strings', strings })
    await sidebar.send({ type: 'state', state })
    await sidebar.page.locator('.row.entity .twistie').first().click()
    const asked = async () => (await sidebar.posted()).flatMap((message) => (message.type === 'mentions' ? [[message.revision, ...message.keys]] : []))
    await waitFor('the question', asked, (all) => all.length === 1)
    await sidebar.send({ type: 'mentions', revision: 1, entities: [{ key: 'person Person 0', groups: [{ article: 0, mentions: [{ start: 0, end: 8, line: 1, before: '', surface: 'Person 0', after: ' said.' }] }] }] })
    await sidebar.page.getByText('Person 0 said.').waitFor()
    await sidebar.send({ type: 'state', state: { ...state, revision: 2 } })
    assert.deepEqual(await waitFor('the question again', asked, (all) => all.length === 2), [[1, 'person Person 0'], [2, 'person Person 0']])
    await sidebar.page.getByText('Person 0 said.').waitFor()
  })

  it('remembers scope, filter and what was opened, and nothing of the articles', async () => {
    await sidebar.send({ type: 'strings', strings })
    await sidebar.send({ type: 'state', state: { ...largeFolder(), scope: 'article' } })
    await sidebar.page.locator('.row.section').first().click()
    await sidebar.page.getByRole('searchbox').fill('person')
    const kept = await waitFor('the filter to be kept', () => sidebar.stored(), (stored) => JSON.stringify(stored).includes('"filter":"person"'))
    assert.deepEqual(kept, { scope: 'article', filter: 'person', toggled: [['actors', false]], scroll: 0 })
  })
})

/** Numbers instead of a corpus: what is tested is the page. */
function largeFolder(): ListState {
  const first = { article: 0, start: 0, end: 4, line: 1 }
  const entities = Array.from({ length: entityCount }, (_, index): EntityEntry => ({ key: `person Person ${index}`, name: `Person ${index}`, kind: 'person', named: true, description: 'somebody with a rather long description', aliases: [], mentions: 3, quotes: 2, articles: 1, first }))
  const quotes = Array.from({ length: quoteCount }, (_, index): QuoteEntry => ({ ...first, key: `q${index}`, article: index % 500, text: `A sentence with word${index} in it that goes on for a while, as sentences in the news do.`, kind: 'direct', act: 'speech', cue: 'said', source: 'she', speaker: `Person ${index % entityCount}`, repeated: -1, times: 1 }))
  const links = entities.map(({ key, name, kind, named, description }, index): LinkEntry => ({ key, name, kind, named, description, quotes: [index], distinct: 0, elsewhere: 0, share: 0.001 }))
  return {
    is: 'list', revision: 1, scope: 'folder', summary: { title: 'news', details: [], words: 1_000_000, quotedWords: 400_000 }, entities, quotes, quotesInScope: quoteCount, distinctQuotes: quoteCount, suggestions: [], links, unattributed: [], repeated: [],
    articles: Array.from({ length: 500 }, (_, index) => ({ uri: `file:///${index}.txt`, name: `${index}.txt`, folder: '' })), folder: { is: 'read', articles: 500 }, attitudes: { shown: false, count: 0 }
  }
}
