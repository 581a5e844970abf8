import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { clickAt, paintedWord, pointOf } from '../host/page/editorText.js'
import { hoverSaying, leaveHover } from '../host/page/hover.js'
import { notification, notifications } from '../host/page/notifications.js'
import { chooseRow, openFile, quickPickRows, runCommand } from '../host/page/quickInput.js'
import { patience, waitFor } from '../host/page/waiting.js'
import { openWorkbench, themes, type Workbench } from '../host/session.js'
import { annotationsOnDisk, layersOnDisk } from './fixtures/filesOnDisk.js'

const story = `OSLO, March 3 (Northwire) --

Maria Lopez met Peter Novak at the old Harbourside in Lisbon.

"We will build it again," Lopez told reporters in Berlin.

"Nobody asked us," Novak said.
`
const other = `VIENNA, March 4 (Northwire) --

The Harbourside is closed, Anna Schmidt said in Hamburg.
`

/** The one that is open. */
const box = '.quick-input-widget:visible:not(.quick-input-widget-closing)'

describe('what was decided', () => {
  let workbench: Workbench
  let page: Page

  before(async () => {
    workbench = await openWorkbench({
      workspace: { 'story.txt': story, 'other.txt': other },
      theme: themes.dark,
      settings: { 'articleAnnotator.annotator': 'Ann' }
    })
    page = workbench.page
    await runCommand(page, 'Article Annotator: Analyze Folder')
    await openFile(page, 'story.txt')
    await hoverSays('Nobody asked', /Peter Novak · Direct quote/)
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot('annotations-failed')
  })
  after(async () => workbench?.close())

  it('merges two people, and their quotes follow', async () => {
    await decideAt('Peter Novak', 'e')
    await chooseRow(page, 'Maria Lopez')
    await said('Merge \u201CPeter Novak\u201D with \u201CMaria Lopez\u201D')
    await hoverSays('Nobody asked', /Maria Lopez · Direct quote/)
  })

  it('splits a mention off as somebody new', async () => {
    await decideAt('Novak said', 'd')
    await chooseRow(page, 'Paul Novak')
    await said('Split \u201CNovak\u201D off, as \u201CPaul Novak\u201D')
    await hoverSays('Nobody asked', /Paul Novak · Direct quote/)
  })

  it('renames somebody, and links them to an address', async () => {
    await decideAt('Maria Lopez', 'r')
    await type('Maria Lopez Garcia')
    await said('Rename \u201CMaria Lopez\u201D to \u201CMaria Lopez Garcia\u201D')
    await decideAt('Maria Lopez', 'w')
    await type('Q42')
    await said('Link \u201CMaria Lopez Garcia\u201D to http://www.wikidata.org/entity/Q42')
    await hoverSays('Peter Novak', /Peter Novak → Maria Lopez Garcia[^]* · http:\/\/www.wikidata.org\/entity\/Q42/)
    await workbench.screenshot('annotations-linked')
  })

  it('marks all occurrences over the folder, after a look at them', async () => {
    const { x, y } = await pointOf(page, 'Harbourside')
    await page.mouse.dblclick(x, y)
    await press('Alt+a', 'j')
    await chooseRow(page, 'organization')
    await page.locator(box).getByText('other.txt, line 3').waitFor()
    await waitFor(
      'both places',
      () => quickPickRows(page),
      (rows) => rows.length === 2
    )
    await workbench.screenshot('annotations-all')
    await page.keyboard.press('Enter')
    await said('Mark all of \u201CHarbourside\u201D as organization (2 times)')
    await onDisk('other.txt', (layers) => layers.includes('Harbourside'))
  })

  it('says that a file is no article, and that it is one', async () => {
    await runCommand(page, 'Article Annotator: This File Is No Article')
    await said('\u201Cstory.txt\u201D is no article')
    await onDisk('story.txt', (layers) => layers.includes('no article'))
    await runCommand(page, 'Article Annotator: This File Is an Article')
    await said('\u201Cstory.txt\u201D is an article')
    await onDisk('story.txt', (layers) => layers.includes('Paul Novak') && !layers.includes('no article'))
  })

  it('is undone and done again, step by step, to the byte on disk', async () => {
    const before = annotationsOnDisk(workbench.folder)
    await clickAt(page, 'build it')
    for (let step = 0; step < 7; step++) await press('Alt+a', 'z')
    await said('Undone: Merge \u201CPeter Novak\u201D with \u201CMaria Lopez\u201D')
    await hoverSays('Nobody asked', /Peter Novak · Direct quote/)
    await waitFor('nothing on disk', everything, (files) => files === '')
    for (let step = 0; step < 7; step++) await press('Alt+a', 'Shift+z')
    await said('Done again: \u201Cstory.txt\u201D is an article')
    await waitFor('everything on disk', everything, (files) => files === before)
    await hoverSays('Nobody asked', /Paul Novak · Direct quote/)
    assert.equal(await page.locator('.tab.active.dirty').count(), 0, 'the text stays as it is')
  })

  it('is reviewed by keys alone, and says how far it is', async () => {
    await press('Alt+a', 'v')
    const standing = page.locator('.statusbar-item', { hasText: / of \d+ decided/ })
    await standing.waitFor()
    const decided = async () => Number(/(\d+) of \d+ decided/.exec(await standing.innerText())?.[1])
    const before = await decided()
    for (const [step, key] of ['Alt+Enter', 'Alt+Backspace', 'Alt+Enter'].entries()) {
      await page.keyboard.press(key)
      await waitFor('one more decided', decided, (now) => now === before + step + 1)
    }
    await page.keyboard.press('Escape')
    await standing.waitFor({ state: 'hidden' })
    for (let step = 0; step < 3; step++) await press('Alt+a', 'z')
    await said('Undone: Accept')
  })

  it('is shown by the breadcrumbs at once', async () => {
    const breadcrumbs = page.locator('.breadcrumbs-control')
    await clickAt(page, 'build it')
    await breadcrumbs.getByText('Maria Lopez Garcia').waitFor()
    await decideAt('build it', 's')
    await chooseRow(page, 'Paul Novak')
    await said('Set the speaker to Paul Novak')
    await breadcrumbs.getByText('Paul Novak').waitFor()
    await press('Alt+a', 'z')
    await breadcrumbs.getByText('Maria Lopez Garcia').waitFor()
  })

  it('is there again after a reload', async () => {
    await page.reload()
    await ready(page)
    await hoverSays('Nobody asked', /Paul Novak · Direct quote/)
    await hoverSays('build it', /Maria Lopez Garcia · Direct quote/)
  })

  it('is seen by another window on the same folder, in both directions', async () => {
    const second = await page.context().newPage()
    second.setDefaultTimeout(patience)
    await second.goto(page.url())
    await ready(second)
    await openFile(second, 'story.txt')
    await hoverSays('build it', /Maria Lopez Garcia · Direct quote/, second)
    await clickAt(second, 'Lisbon')
    for (const key of ['Alt+a', 'i']) await second.keyboard.press(key)
    await page.bringToFront()
    await hoverSays('Lisbon', /Lisbon · place, acting/)
    await clickAt(page, 'build it')
    await press('Alt+a', 'y')
    await said('Accept')
    await second.bringToFront()
    await hoverSays('build it', /Decided by Ann/, second)
    await second.close()
    await page.bringToFront()
    await onDisk('story.txt', (layers) => /Lisbon[^]*build it|build it[^]*Lisbon/.test(layers))
  })

  it('goes along when the article is renamed in the explorer, and can still be undone', async () => {
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'story.txt' }).last().click()
    await page.keyboard.press('F2')
    await page.locator('.explorer-folders-view input').fill('tale.txt')
    await page.keyboard.press('Enter')
    await page.locator('.tab.active[data-resource-name="tale.txt"]').waitFor()
    await onDisk('tale.txt', (layers) => layers.includes('Paul Novak'))
    await onDisk('story.txt', (layers) => layers === '')
    await hoverSays('build it', /Decided by Ann/)
    await clickAt(page, 'build it')
    const accepted = layersOnDisk(workbench.folder, 'tale.txt')
    await press('Alt+a', 'z')
    await said('Undone: Accept')
    await hoverSays('build it', /cue and source after it[^]*Accept/)
    await onDisk('tale.txt', (layers) => layers.includes('Paul Novak') && layers !== accepted)
    assert.deepEqual(await notifications(page), [], 'nobody is asked whose the decisions are')
    await page.keyboard.press('Escape')
  })

  it('follows a git checkout, with the article', async () => {
    const { folder } = workbench
    const layer = layerFile(folder, 'tale.txt')
    git('init', '--quiet', '--initial-branch', 'main')
    git('add', '--all')
    git('commit', '--quiet', '--message', 'main')
    git('checkout', '--quiet', '-b', 'other')
    writeFileSync(join(folder, 'tale.txt'), `Twelve words that stand above everything.\n\n${story}`)
    writeFileSync(layer, readFileSync(layer, 'utf8').replaceAll('Paul Novak', 'Pauline Novak'))
    await hoverSays('Nobody asked', /Pauline Novak · Direct quote/)
    git('commit', '--quiet', '--all', '--message', 'other')
    git('checkout', '--quiet', 'main')
    await hoverSays('Nobody asked', /Paul Novak · Direct quote/)
    git('checkout', '--quiet', 'other')
    await hoverSays('Nobody asked', /Pauline Novak · Direct quote/)
    await hoverSays('Peter Novak', /Peter Novak → Maria Lopez Garcia/)
    git('checkout', '--quiet', 'main')
    await hoverSays('Nobody asked', /Paul Novak · Direct quote/)
    assert.equal(git('status', '--porcelain'), '', 'nothing is written by looking')
  })

  it('stays on its words when another program edits the article', async () => {
    const { folder } = workbench
    writeFileSync(join(folder, 'tale.txt'), story.replace('Maria Lopez met', 'On Monday night, Maria Lopez met'))
    await paintedWord(page, 'Maria Lopez')
    await waitFor(
      'the edited text',
      () => page.locator('.view-line', { hasText: 'On Monday' }).count(),
      (count) => count > 0
    )
    await hoverSays('Peter Novak', /Peter Novak → Maria Lopez Garcia/)
    await hoverSays('Harbourside', /Harbourside · organization/)
  })

  it('is not lost when another program breaks its file', async () => {
    const layer = layerFile(workbench.folder, 'tale.txt')
    const whole = readFileSync(layer, 'utf8')
    const broken = whole.slice(0, whole.length / 2)
    writeFileSync(layer, broken)
    await notification(page, 'cannot be read')
    await workbench.screenshot('annotations-broken')
    await page.keyboard.press('Escape')
    await hoverSays('Nobody asked', /Paul Novak · Direct quote/)
    await clickAt(page, 'build it')
    await press('Alt+a', 'y')
    await said('Accept')
    await hoverSays('build it', /Decided by Ann/)
    assert.equal(readFileSync(layer, 'utf8'), broken, 'the broken file is left as it is')
    writeFileSync(layer, whole)
    await onDisk('tale.txt', (layers) => layers.includes('"about":"quote"') && layers.includes('Paul Novak'))
    await hoverSays('build it', /Decided by Ann/)
  })

  async function decideAt(words: string, key: string): Promise<void> {
    await clickAt(page, words)
    await press('Alt+a', key)
    await page.locator(`${box} input[type="text"]`).waitFor()
  }

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key)
  }

  async function type(text: string): Promise<void> {
    await page.locator(`${box} input[type="text"]`).fill(text)
    await page.keyboard.press('Enter')
  }

  /** What the status bar says in passing. */
  async function said(message: string): Promise<void> {
    await page.locator('.statusbar-item', { hasText: message }).first().waitFor()
  }

  /** Waits until the hover at these words says something. */
  async function hoverSays(words: string, wanted: RegExp, where = page): Promise<void> {
    await hoverSaying(where, words, wanted)
    await leaveHover(where)
  }

  async function onDisk(article: string, isRight: (layers: string) => boolean): Promise<void> {
    await waitFor(`the layers of ${article}`, () => Promise.resolve(layersOnDisk(workbench.folder, article)), isRight)
  }

  function everything(): Promise<string> {
    return Promise.resolve(annotationsOnDisk(workbench.folder))
  }

  function git(...words: readonly string[]): string {
    const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', '-c', 'core.autocrlf=false']
    return execFileSync('git', [...who, ...words], { cwd: workbench.folder, encoding: 'utf8' })
  }
})

async function ready(page: Page): Promise<void> {
  await page.waitForFunction('window.driver !== undefined', undefined, { timeout: patience })
  await page.evaluate('window.driver.whenWorkbenchRestored()')
}

/** The one layer of an article. */
function layerFile(folder: string, article: string): string {
  const layers = join(folder, '.annotations', article)
  return join(
    layers,
    readdirSync(layers).find((name) => name.endsWith('.jsonld'))!
  )
}
