import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { anchorAt, type DecisionContent, type Proposal } from '../../src/annotations/index.js'
import type { ListState, WebviewEvent } from '../../src/protocol/sidebar/index.js'
import { sidebarLists } from '../../src/sidebar/sidebarLists.js'
import { sidebarStrings } from '../../src/sidebar/sidebarStrings.js'
import { waitFor, waitForEqual } from '../host/page/waiting.js'
import { kept } from '../host/places.mjs'
import { openBrowser } from '../host/session.js'
import { decidedArticle, exampleProject, type ExampleDecision } from '../unit/sidebar/decidedExample.js'
import { asked, exampleArticle } from '../unit/sidebar/example.js'
import { accessibilityProblems } from './fixtures/axe.js'
import { openSidebarPage, type SidebarPage, type SidebarPageOptions } from './fixtures/sidebarPage.js'
import { themeNames, themeVariables } from './fixtures/themeColors.js'

const strings = sidebarStrings({ t: (text) => text }, 'en')
const suggested = exampleArticle(
  'news/bridge.txt',
  [
    'Bridge stays open',
    'Mayor Ann Reed said the bridge was safe and would stay open all winter. "We checked every single beam of it twice," Reed told Lisbon radio.',
    'The engineer Tom Vaz said the repairs would cost more than the city had put aside. France sent a team.',
    '"Nobody knows," a note read.'
  ].join('\n\n'),
  {
    entities: [
      { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed', 'Reed told'], descriptions: ['Mayor'] },
      { type: 'person', name: 'Tom Vaz', mentions: ['Tom Vaz'], descriptions: ['The engineer'] },
      { type: 'place', name: 'Lisbon', mentions: ['!Lisbon'], country: 'Portugal' },
      { type: 'place', name: 'France', mentions: ['!France'] }
    ],
    quotes: [
      {
        content: 'the bridge was safe and would stay open all winter',
        cue: 'said',
        source: 'Ann Reed',
        kind: 'indirect',
        speaker: 'Ann Reed'
      },
      { content: '"We checked every single beam of it twice,"', cue: 'told', source: 'Reed', speaker: 'Ann Reed' },
      {
        content: 'the repairs would cost more than the city had put aside',
        cue: 'said',
        source: 'Tom Vaz',
        kind: 'indirect',
        speaker: 'Tom Vaz'
      },
      { content: '"Nobody knows,"', cue: 'read' }
    ]
  }
)
const decisions: readonly ExampleDecision[] = [
  { what: { kind: 'accept' }, words: 'Ann Reed' },
  { what: { kind: 'accept' }, words: 'Tom Vaz' },
  { what: { kind: 'accept' }, words: '"We checked every single beam of it twice,"' },
  {
    what: { kind: 'speaker', who: { iri: 'urn:uuid:1', name: 'Tom Vaz', type: 'person' } },
    words: 'the repairs would cost more than the city had put aside',
    was: 'the repairs will cost far more than the city has put aside',
    state: 'changed',
    by: 'Bo'
  },
  { what: { kind: 'reject' }, words: 'Reuters', state: 'orphan' },
  { what: { kind: 'code', code: 'c2', memo: 'Compare with the budget' }, words: 'would cost more' },
  { what: { kind: 'code', code: 'c1' }, words: 'the city had put aside', by: 'Bo' },
  { what: { kind: 'code', code: 'c0' }, words: 'safe' },
  { what: { kind: 'memo', text: 'Whose word is that?' }, words: 'every single beam' },
  { what: { kind: 'memo', text: 'Read again beside the budget article of 3 March' } }
]

/** All parts and sources. */
const allOpen = {
  open: { sources: true, names: true, marks: true },
  toggled: ['sources person Ann Reed', 'sources person Tom Vaz', 'sources none'].map((key) => [key, true])
}

/** What an assistant proposes: who says something, a code, a note, that two are one. */
const proposals: readonly Proposal[] = [
  proposed(1, '"Nobody knows,"', { kind: 'speaker', who: { iri: 'urn:uuid:2', name: 'Ann Reed', type: 'person' } }),
  proposed(2, 'would stay open all winter', { kind: 'code', code: 'c2' }),
  proposed(3, 'France', { kind: 'memo', text: 'Which team, and what did it find in the end? Nothing says so.' }),
  proposed(4, 'Reed told', { kind: 'identity', who: { iri: 'urn:uuid:3', name: 'Ann Reed', type: 'person' } })
]

function proposed(id: number, words: string, content: DecisionContent): Proposal {
  const start = suggested.text.indexOf(words)
  const target = [anchorAt(suggested.text, { start, end: start + words.length })]
  const [by, made] = ['assistant-claude-desktop', `2026-11-28T08:00:0${id}.000Z`]
  const main = { id: `p${id}`, creator: by, created: made, target, ...content }
  return { by, made, decisions: [main], main }
}

function stateOf(of: readonly ExampleDecision[], proposals: readonly Proposal[] = []): ListState {
  const article = of.length > 0 ? decidedArticle(suggested, of) : suggested
  const { state } = sidebarLists(asked({ article, project: exampleProject, proposals }))
  assert.ok(state.kind === 'list')
  return state
}

describe("what is decided, in the sidebar's page alone", () => {
  let browser: Browser
  let sidebar: SidebarPage

  before(async () => {
    browser = await openBrowser()
  })
  after(async () => browser?.close())
  afterEach(async () => {
    assert.deepEqual(sidebar.errors, [])
    await sidebar.close()
  })

  async function open(options: SidebarPageOptions = {}, state = stateOf(decisions)): Promise<void> {
    sidebar = await openSidebarPage(browser, { width: 320, height: 1400, stored: allOpen, ...options })
    await sidebar.send({ kind: 'strings', strings })
    await sidebar.send({ kind: 'state', state })
    await rows().first().waitFor()
  }

  const rows = () => sidebar.page.getByRole('treeitem')
  const row = (name: string | RegExp) => sidebar.page.getByRole('treeitem', { name })
  const focused = () => sidebar.page.locator('[role=treeitem]:focus')
  const search = () => sidebar.page.getByRole('searchbox')
  const menuButton = () => sidebar.page.getByRole('button', { name: strings.filterMenu, exact: true })

  async function decided(): Promise<readonly WebviewEvent[]> {
    return (await sidebar.events()).filter(({ kind }) => kind === 'decide' || kind === 'history' || kind === 'nowhere')
  }

  for (const theme of themeNames) {
    it(`is told apart without colours, and by a screen reader (${theme})`, async () => {
      await open({ variables: themeVariables(theme) })
      const marks = () =>
        sidebar.page
          .locator('.row:is(.entity, .quote) .state')
          .evaluateAll((found) => found.map((mark) => (mark.getAttribute('class') ?? '').replace('state ', '')))
      // Ann Reed and her quotes, Tom Vaz and his, the quote of nobody; then the names.
      await waitForEqual(marks, [
        ...['suggested', 'decided', 'review', 'suggested'],
        ...['partly', 'decided', 'suggested', 'suggested']
      ])
      const looks = await sidebar.page.locator('.row.entity .state').evaluateAll((found) =>
        found.map((mark) => {
          const { backgroundColor, backgroundImage } = getComputedStyle(mark, '::before')
          return backgroundImage !== 'none' ? 'half' : backgroundColor !== 'rgba(0, 0, 0, 0)' ? 'full' : 'empty'
        })
      )
      assert.deepEqual(looks, ['half', 'full', 'empty', 'empty'])
      await row(/^"We checked.*, Whose word is that\?, line 3, decided by Ann, with a memo$/).waitFor()
      assert.equal(
        await sidebar.page.getByRole('progressbar', { name: '4 of 9 decided' }).getAttribute('aria-valuenow'),
        '4'
      )
      await sidebar.page.screenshot({ path: join(kept, 'screenshots', `page-decided-${theme}.png`) })
      assert.deepEqual(await accessibilityProblems(sidebar.page), [])
      await menuButton().click()
      await sidebar.page.screenshot({ path: join(kept, 'screenshots', `page-filter-menu-${theme}.png`) })
      assert.deepEqual(await accessibilityProblems(sidebar.page), [])
    })
  }

  for (const theme of themeNames) {
    it(`has what an assistant proposes among what is to be checked, as such (${theme})`, async () => {
      await open({ variables: themeVariables(theme), height: 1600 }, stateOf(decisions, proposals))
      const name = /proposed by assistant-claude-desktop, line \d+$/
      assert.equal(await row(name).count(), proposals.length)
      await row(/^France, memo: Which team, and what.*, proposed by/).focus()
      await row('6 to check').waitFor()
      const cut = () =>
        sidebar.page
          .locator('.review.proposed :is(.who, .proposer bdi)')
          .evaluateAll((all) =>
            all.filter((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight).map(String)
          )
      await waitForEqual(cut, [])
      await sidebar.page.screenshot({ path: join(kept, 'screenshots', `page-proposed-${theme}.png`) })
      assert.deepEqual(await accessibilityProblems(sidebar.page), [])
    })
  }

  it('is accepted and rejected by keys where an assistant proposes it', async () => {
    await open({}, stateOf(decisions, proposals))
    await row(/^France, memo/).focus()
    await sidebar.page.keyboard.press('Shift+Enter')
    await sidebar.page.keyboard.press('Delete')
    const start = suggested.text.indexOf('France')
    const target = { section: 'proposal', uri: suggested.id, start, end: start + 6, key: 'p3' }
    await waitForEqual<unknown>(
      decided,
      ['accept', 'reject'].map((action) => ({ kind: 'decide', action, target }))
    )
  })

  it('is decided by keys on the row that has the focus', async () => {
    await open()
    await row(/^Tom Vaz The engineer, person, 1 mention/)
      .first()
      .focus()
    for (const key of ['Shift+Enter', 'Delete', 'F2', 'Control+.', 'Control+z', 'Control+Shift+Z'])
      await sidebar.page.keyboard.press(key)
    const target = {
      section: 'entity',
      uri: suggested.id,
      start: suggested.text.indexOf('Tom Vaz'),
      end: suggested.text.indexOf('Tom Vaz') + 7,
      key: 'person Tom Vaz'
    }
    await waitForEqual<unknown>(decided, [
      ...['accept', 'reject', 'edit', 'annotate'].map((action) => ({ kind: 'decide', action, target })),
      { kind: 'history', step: 'undo' },
      { kind: 'history', step: 'redo' }
    ])
    assert.match(
      (await sidebar.page.getByRole('tree').first().getAttribute('aria-description')) ?? '',
      /Shift\+Enter accepts/
    )
    await search().focus()
    for (const key of ['Delete', 'F2', 'Control+z']) await sidebar.page.keyboard.press(key)
    assert.equal((await decided()).length, 6, 'the filter box keeps its keys')
  })

  it('says what a context menu is about', async () => {
    await open()
    const context = async (name: RegExp) => {
      const value = await row(name).first().getAttribute('data-vscode-context')
      const { webviewSection, start, end, isDecided } = JSON.parse(value ?? '{}') as Record<string, unknown>
      return [webviewSection, suggested.text.slice(Number(start), Number(end)), isDecided]
    }
    assert.deepEqual(await context(/^"Nobody knows,"/), ['quote', '"Nobody knows,"', false])
    assert.deepEqual(await context(/^"We checked/), ['quote', '"We checked every single beam of it twice,"', true])
    assert.deepEqual(await context(/^Ann Reed Mayor, person, 2 mentions/), ['entity', 'Ann Reed', true])
    assert.deepEqual(await context(/^Whose word/), ['memo', 'every single beam', true])
    assert.equal(await row('2 to check').getAttribute('data-vscode-context'), null)
  })

  it('keeps the focus where it was when what was decided about is gone', async () => {
    await open()
    await row(/^Lisbon Portugal, acting place/).focus()
    const before = await focused().getAttribute('aria-label')
    await sidebar.page.keyboard.press('Delete')
    const without = stateOf(decisions)
    await sidebar.send({
      kind: 'state',
      state: { ...without, entities: without.entities.filter(({ name }) => name !== 'Lisbon') }
    })
    const label = () => focused().getAttribute('aria-label')
    const after = await waitFor('the focus', label, (now) => Boolean(now) && now !== before)
    await sidebar.page.keyboard.press('ArrowUp')
    await waitFor('the focus above', label, (now) => now !== after)
  })

  it('goes to what is to be reviewed, and says what is nowhere', async () => {
    await open()
    await row(/^the repairs will cost far more.*the words were edited/).click()
    await row(/^Reuters, rejected, the words are not in the text any more/).click()
    const start = suggested.text.indexOf('the repairs')
    await waitForEqual(
      async () =>
        (await sidebar.events()).flatMap((event) =>
          event.kind === 'open'
            ? suggested.text.slice(event.start, event.start + 11)
            : event.kind === 'nowhere'
              ? event.words
              : []
        ),
      [suggested.text.slice(start, start + 11), 'Reuters']
    )
  })

  it('is filtered by a menu that only needs the keyboard', async () => {
    await open()
    await menuButton().focus()
    await sidebar.page.keyboard.press('Enter')
    const items = sidebar.page.getByRole('menuitemcheckbox')
    await sidebar.page.locator('[role=menuitemcheckbox]:focus').waitFor()
    assert.deepEqual(
      (await items.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()),
      [
        ...['direct 2', 'indirect 2', 'With a Name 2', 'Persons 2', 'Acting Places 2'],
        ...['Undecided', 'Decided', 'To Review', 'With a Code', 'With a Memo'],
        ...['trust 1', 'economy 1', 'economy \u203A taxes 1', 'By Ann', 'By Bo']
      ]
    )
    const chips = () => sidebar.page.locator('.filter-chips button').allInnerTexts()
    await sidebar.page.keyboard.press('ArrowUp')
    await sidebar.page.keyboard.press('ArrowUp')
    await sidebar.page.locator('[role=menuitemcheckbox]:focus', { hasText: 'By Ann' }).waitFor()
    await sidebar.page.keyboard.press('Enter')
    await waitForEqual(chips, ['By Ann'])
    await menuButton().click()
    await sidebar.page.getByRole('menuitemcheckbox', { name: 'economy \u203A taxes' }).click()
    await waitForEqual(chips, ['By Ann', 'Code: taxes'])
    assert.equal(await search().inputValue(), '')
    await waitFor(
      'the matches',
      () => row(/^1 quote$/).count(),
      (count) => count === 1
    )
    await menuButton().click()
    assert.equal(await items.filter({ hasText: 'By Ann' }).getAttribute('aria-checked'), 'true')
    await items.filter({ hasText: 'By Ann' }).click()
    await waitForEqual(chips, ['Code: taxes'])
    await menuButton().click()
    await sidebar.page.locator('[role=menuitemcheckbox]:focus').waitFor()
    await sidebar.page.keyboard.press('Escape')
    await waitFor(
      'the menu to close',
      () => items.count(),
      (count) => count === 0
    )
    await waitForEqual(() => menuButton().evaluate((button) => button === document.activeElement), true)
  })

  it('asks for the codings of a code when it is opened', async () => {
    await open()
    await row(/^taxes, economy, 1$/).focus()
    await sidebar.page.keyboard.press('ArrowRight')
    const [asked] = await waitFor(
      'the question',
      async () => (await sidebar.requests()).filter(({ request }) => request.kind === 'codings'),
      (all) => all.length === 1
    )
    assert.deepEqual(asked?.request, { kind: 'codings', code: 'c2', filter: '', count: 200 })
    const start = suggested.text.indexOf('would cost more')
    const coding = { key: 'd6', start, end: start + 15, line: 5, before: '', surface: 'would cost more', after: '' }
    await sidebar.reply(asked.id, {
      code: 'c2',
      filter: '',
      codings: [{ ...coding, code: 'c2', by: 'Ann', memo: 'Compare' }],
      total: 1
    })
    await row('would cost more, line 5, by Ann, memo: Compare').focus()
    await sidebar.page.keyboard.press('Delete')
    await waitForEqual<unknown>(decided, [
      {
        kind: 'decide',
        action: 'reject',
        target: { section: 'coding', uri: suggested.id, start, end: start + 15, key: 'd6' }
      }
    ])
  })

  it('adds nothing but an empty ring to rows that nobody has decided about', async () => {
    await open({}, stateOf([]))
    assert.equal(await sidebar.page.locator('.reached, .chips, .marks, .row.review, .row.code').count(), 0)
    assert.equal(await row(/to check/).count(), 0)
    assert.equal(await sidebar.page.getByText(strings.nothingToCheck).count(), 1)
    const titles = await sidebar.page
      .locator('.state')
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('title')))
    assert.ok(titles.length > 6)
    assert.deepEqual([...new Set(titles)], [strings.undecidedHelp])
  })

  it('lines up the numbers of rows with a mark and of rows without', async () => {
    await open()
    const rights = await sidebar.page
      .locator('.row.entity .count')
      .evaluateAll((counts) => counts.map((count) => Math.round(count.getBoundingClientRect().right)))
    assert.equal(rights.length, 4)
    assert.equal(new Set(rights).size, 1, rights.join(' '))
  })

  it('lines up what stands beside names, however long the numbers are', async () => {
    const state = stateOf(decisions)
    const numbers = [
      { mentions: 1204, quotes: 3 },
      { mentions: 5, quotes: 12 }
    ]
    const persons = state.entities.filter(({ kind }) => kind === 'person')
    const entities = persons.map((entity, index) => ({ ...entity, ...numbers[index]! }))
    await open({}, { ...state, entities })
    for (const column of ['.quoted', '.count', '.state']) {
      const boxes = await sidebar.page.locator(`.row.entity ${column}`).evaluateAll((found) =>
        found.map((one) => {
          const { left, right } = one.getBoundingClientRect()
          return `${left.toFixed(1)} to ${right.toFixed(1)}`
        })
      )
      assert.equal(boxes.length, 2, column)
      assert.equal(new Set(boxes).size, 1, `${column}: ${boxes.join(', ')}`)
    }
  })
})
