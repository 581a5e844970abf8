import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { HighlightId } from '../../src/protocol/sidebar/index.js'
import { sidebarStrings } from '../../src/sidebar/sidebarStrings.js'
import { waitFor, waitForEqual } from '../host/page/waiting.js'
import { kept } from '../host/places.mjs'
import { openBrowser } from '../host/session.js'
import { paletteVariables } from './fixtures/paletteColors.js'
import { answerFrom, articleState, sampleLists, type SampleLists } from './fixtures/sampleLists.js'
import { partIds, type PartId } from '../../src/webview/sidebar/treeNodes.js'
import { accessibilityProblems } from './fixtures/axe.js'
import { openSidebarPage, type SidebarPage } from './fixtures/sidebarPage.js'
import { themeNames, themeVariables } from './fixtures/themeColors.js'

const strings = sidebarStrings({ t: (text) => text }, 'en')
/** As VS Code has them on its pages. */
function themeClass(theme: string): string {
  if (theme === 'highContrast') return 'vscode-high-contrast'
  if (theme === 'highContrastLight') return 'vscode-high-contrast-light vscode-high-contrast'
  return `vscode-${theme}`
}

const shown: Readonly<Record<HighlightId, boolean>> = {
  persons: true,
  organizations: true,
  groups: true,
  places: false,
  quotes: true,
  sources: true
}

describe("the sidebar's page with the samples", () => {
  let browser: Browser
  let samples: SampleLists
  let sidebar: SidebarPage

  before(async () => {
    samples = await sampleLists()
    browser = await openBrowser()
  })
  after(async () => browser?.close())
  afterEach(async () => {
    assert.deepEqual(sidebar.errors, [])
    await sidebar.close()
  })

  async function open(theme: string, width = 300, height = 760): Promise<void> {
    const variables = { ...themeVariables(theme), ...paletteVariables(theme) }
    sidebar = await openSidebarPage(browser, { variables, width, height, themeClass: themeClass(theme) })
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.send({ kind: 'highlights', shown })
  }

  async function openArticle(): Promise<void> {
    const lists = samples.article('geneva-talks-northwire.txt')
    await sidebar.send({ kind: 'state', state: articleState(lists) })
    await row().first().waitFor()
    await row().first().focus()
    await sidebar.page.keyboard.press('ArrowRight')
  }

  async function openFolder(filter = ''): Promise<void> {
    await sidebar.page.getByRole('tab', { name: strings.scopeFolder }).click()
    await sidebar.send({ kind: 'filter', filter })
    const { state, view } = samples.folder(filter)
    await sidebar.send({ kind: 'state', state })
    await row().first().waitFor()
    await row().first().focus()
    await sidebar.page.keyboard.press('ArrowRight')
    await waitFor(
      'the question for the quotes of the first source',
      () => sidebar.requests(),
      (all) => all.some(({ request }) => request.kind === 'page' && request.list.kind === 'source')
    )
    await answerFrom(sidebar, view)
    await sidebar.page.locator('.row.quote').first().waitFor()
  }

  const row = () => sidebar.page.getByRole('treeitem')

  /** Writes `.vscode-test/screenshots/sidebar-NAME.png`, and says what axe-core finds. */
  async function look(name: string): Promise<void> {
    await sidebar.page.screenshot({ path: join(kept, 'screenshots', `sidebar-${name}.png`) })
    assert.deepEqual(await accessibilityProblems(sidebar.page), [], name)
    await waitForEqual(overlaps, [], name)
  }

  /** What is wider than the view, or stands over its neighbour. */
  async function overlaps(): Promise<readonly string[]> {
    // Text, not a function: what tsx adds to functions is unknown in the page.
    return sidebar.page.evaluate<readonly string[]>(`(() => {
      const { clientWidth } = document.documentElement
      const name = (element) => element.className + ' ' + element.textContent.slice(0, 40)
      const wide = [...document.querySelectorAll('header *, .part-head *, .row, .row > .content > *, .legend, .name-types *')]
        .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
        .map((element) => 'too wide: ' + name(element))
      const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1
      const boxes = [...document.querySelectorAll('.row > .content, .part-head, .legend, .name-types, .tabs, .tools')]
      const over = boxes.flatMap((box) => {
        const children = [...box.children].map((child) => ({ child, rect: child.getBoundingClientRect() }))
        return children.flatMap(({ child, rect }, index) =>
          children
            .slice(index + 1)
            .filter((other) => meet(rect, other.rect))
            .map((other) => name(child) + ' over ' + name(other.child))
        )
      })
      return [...wide, ...over]
    })()`)
  }

  for (const theme of themeNames) {
    it(`is calm in ${theme}: an article, the folder, a search, a menu`, async () => {
      await open(theme)
      await openArticle()
      await look(`${theme}-article`)
      await openFolder()
      await look(`${theme}-folder`)
      await openFolder('kind:direct type:person')
      await look(`${theme}-search`)
      await sidebar.page.getByRole('button', { name: strings.filterMenu, exact: true }).click()
      await look(`${theme}-menu`)
      await sidebar.page.keyboard.press('Escape')
      await sidebar.page.getByRole('button', { name: strings.key.title }).click()
      await look(`${theme}-key`)
    })
  }

  for (const theme of themeNames)
    it(`says of direct quotes what ${theme} draws below them, and of nothing else the same`, async () => {
      await open(theme)
      await openArticle()
      await sidebar.page.getByRole('button', { name: strings.key.title }).click()
      const rows = sidebar.page.getByRole('dialog', { name: strings.key.title }).getByRole('listitem')
      const [direct] = (await rows.allInnerTexts()).filter((text) => text.startsWith(strings.key.direct))
      const said = theme.startsWith('highContrast') ? strings.key.directLookInContrast : strings.key.directLook
      assert.equal(direct?.replace(/\s+/g, ' '), `${strings.key.direct} ${said}`)
      const drawn = await rows.locator('.sample > span').evaluateAll((samples) =>
        samples.map((sample) => {
          const { borderBottomStyle, borderBottomWidth } = getComputedStyle(sample)
          return `${borderBottomStyle} ${borderBottomWidth}`
        })
      )
      assert.equal(drawn[0], theme.startsWith('highContrast') ? 'double 3px' : 'none 0px')
      assert.ok(!drawn.slice(1).includes(drawn[0]), drawn.join(', '))
    })

  it('says what colours and lines mean, by keyboard too, within a narrow view', async () => {
    await open('dark', 200, 560)
    await openArticle()
    const button = sidebar.page.getByRole('button', { name: strings.key.title })
    const key = sidebar.page.getByRole('dialog', { name: strings.key.title })
    await button.press('Enter')
    await waitForEqual(() => key.evaluate((element) => element === document.activeElement), true)
    const { left, right, top, scrollWidth, clientWidth } = await key.evaluate((element) => {
      const box = element.getBoundingClientRect()
      const { scrollWidth, clientWidth } = element
      return { left: box.left, right: box.right, top: box.top, scrollWidth, clientWidth }
    })
    assert.ok(left >= 0 && right <= 200 && top >= 0 && scrollWidth <= clientWidth, JSON.stringify({ left, right, top }))
    const drawn = await key.locator('.sample').evaluateAll((samples) =>
      samples.map((sample) => {
        const words = getComputedStyle(sample)
        const shaded = getComputedStyle(sample.firstElementChild ?? sample)
        const underline = words.textDecorationLine === 'none' ? 'none' : words.textDecorationStyle
        const border = shaded.borderBottomStyle === 'none' ? 'none' : shaded.borderBottomStyle
        return `${sample.textContent}: ${underline === 'none' ? border : underline}`
      })
    )
    assert.deepEqual(drawn, [
      'Person: none',
      'Organization: solid',
      'Group: double',
      'Place: dotted',
      'Acting place: dashed',
      'Decided: none',
      'Direct: none',
      'Mixed: dashed',
      'Indirect: dotted',
      'Attitude: dotted',
      'Source: solid',
      'Cue: dotted',
      'Decided: solid',
      'To review: wavy',
      'Left out: none'
    ])
    await look('key-narrow')
    await sidebar.page.keyboard.press('Escape')
    await waitForEqual(() => key.count(), 0)
    await waitForEqual(() => button.evaluate((element) => element === document.activeElement), true)
    await button.click()
    await key.waitFor()
    await sidebar.page.mouse.click(2, 557)
    await waitForEqual(() => key.count(), 0)
    const quotes = sidebar.page.getByRole('button', { name: strings.highlightQuotes, exact: true })
    assert.equal(await quotes.getAttribute('title'), `${strings.lookQuotes}\n${strings.legendOn}`)
  })

  it('has nothing that axe finds where the words of a search are cut off', async () => {
    await open('dark', 200, 420)
    const filter = 'e'
    const lists = samples.article('geneva-talks-northwire.txt')
    await sidebar.send({ kind: 'filter', filter })
    await sidebar.send({ kind: 'state', state: articleState(lists) })
    await sidebar.page.locator('.match').first().waitFor()
    await look('cut-article')
    for (const scroll of [9, 17, 33]) {
      await sidebar.page.evaluate(`document.querySelector('.scroller').scrollTop = ${scroll}`)
      assert.deepEqual(await accessibilityProblems(sidebar.page), [], `scrolled by ${scroll}`)
    }
    await sidebar.page.getByRole('button', { name: strings.names }).click()
    await look('cut-names')
    await openFolder(filter)
    await look('cut-folder')
  })

  for (const [name, width, height] of [
    ['short', 300, 270],
    ['short-narrow', 200, 300]
  ] as const)
    it(`keeps the heads of all parts in sight in ${width} by ${height} pixels, and a usable list below the one that is pressed`, async () => {
      await open('dark', width, height)
      await openArticle()
      await head('marks').press('Enter')
      await waitFor(
        'the part that was opened',
        () => shownHeight('marks'),
        (shown) => shown >= 30
      )
      for (const part of ['sources', 'names', 'sources'] as const) {
        if ((await shownHeight(part)) < 40) await head(part).click()
        await waitFor(
          `room for ${part}`,
          () => shownHeight(part),
          (shown) => shown >= 60
        )
        await waitForEqual(coveredHeads, [], part)
        await look(`${name}-${part}`)
      }
      for (const part of partIds) assert.equal(await head(part).getAttribute('aria-expanded'), 'true', part)
      await head('sources').click()
      await waitForEqual(() => head('sources').getAttribute('aria-expanded'), 'false', 'a list in sight is folded')
      await head('sources').press('Enter')
      // By keyboard to the lists out of sight.
      await head('names').press('Enter')
      for (const list of ['sources', 'names']) {
        do await sidebar.page.keyboard.press('Tab')
        while ((await sidebar.page.locator(`#body-${list} [role=treeitem]:focus`).count()) === 0)
        await waitForEqual(focusedIsCovered, false, list)
      }
    })

  const head = (part: PartId) => sidebar.page.locator(`#head-${part}`)

  /** The parts whose heads cannot be pressed where they are. */
  async function coveredHeads(): Promise<readonly string[]> {
    return sidebar.page.evaluate<readonly string[]>(`[...document.querySelectorAll('.part-head button[aria-expanded]')]
      .filter((button) => {
        const { left, top, bottom } = button.getBoundingClientRect()
        return ![top + 1, bottom - 1].every((y) => button.contains(document.elementFromPoint(left + 9, y)))
      })
      .map(({ id }) => id)`)
  }

  /** How much of a part's list is neither scrolled away nor below a head. Pixels. */
  async function shownHeight(part: PartId): Promise<number> {
    return sidebar.page.evaluate<number>(`(() => {
      const list = document.querySelector('#body-${part}')
      const { left, top, bottom } = list.getBoundingClientRect()
      let shown = 0
      for (let y = top + 0.5; y < bottom; y++) if (list.contains(document.elementFromPoint(left + 9, y))) shown++
      return shown
    })()`)
  }

  async function focusedIsCovered(): Promise<boolean> {
    return sidebar.page.evaluate<boolean>(`(() => {
      const { left, top, bottom } = document.activeElement.getBoundingClientRect()
      const isShown = (y) => document.activeElement.contains(document.elementFromPoint(left + 20, y))
      return !isShown(top + 1) || !isShown(bottom - 2)
    })()`)
  }

  for (const [name, width, height] of [
    ['narrow', 200, 700],
    ['zoomed', 150, 380],
    ['wide', 600, 900]
  ] as const)
    it(`fits into ${width} by ${height} pixels`, async () => {
      await open('light', width, height)
      await openArticle()
      await look(`${name}-article`)
      await openFolder('named:yes')
      await look(`${name}-folder`)
    })
})
