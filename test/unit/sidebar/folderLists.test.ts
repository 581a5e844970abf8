import assert from 'node:assert/strict'
import type { FolderSnapshot } from '../../../src/workspace/folderArticle.js'
import { folderViews } from '../../../src/study/folderViews.js'
import { articleFacets } from '../../../src/sidebar/facetCounts.js'
import { folderContent } from '../../../src/sidebar/folder/folderContent.js'
import { folderPage } from '../../../src/sidebar/folder/folderPage.js'
import { pageLength, type HostEvent, type ListAddress } from '../../../src/protocol/sidebar/index.js'
import type { FolderView } from '../../../src/study/folderView.js'
import { nameCondition } from '../../../src/util/filterQuery.js'
import type { Row } from '../../../src/webview/sidebar/rows.js'
import { noPages } from '../../../src/webview/sidebar/pages.js'
import { exampleArticle, exampleFolder } from './example.js'
import { folderRows, partsOfFolder, result, rowsOfFolder, stateOf, viewOf, type ShownFolder } from './folderRows.js'

const bridge = exampleArticle(
  'news/bridge.txt',
  'Mayor Ann Reed said the bridge was safe. "We checked every single beam of it twice," Reed told Lisbon radio.\nLisbon hopes for rain.\n"Nobody knows," a note read.\n',
  {
    entities: [
      { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed', 'Reed'], descriptions: ['Mayor'] },
      { type: 'place', name: 'Lisbon', mentions: ['Lisbon', '!Lisbon'], country: 'Portugal' }
    ],
    quotes: [
      { content: 'the bridge was safe', cue: 'said', source: 'Mayor Ann Reed', kind: 'indirect', speaker: 'Ann Reed' },
      { content: '"We checked every single beam of it twice,"', cue: 'told', source: 'Reed', speaker: 'Ann Reed' },
      { content: 'rain', cue: 'hopes', source: 'Lisbon', kind: 'indirect', attitude: true, speaker: 'Lisbon' },
      { content: '"Nobody knows,"', cue: 'read' }
    ]
  }
)
const later = exampleArticle(
  'news/later.txt',
  'Ann Reed said it again: "We checked every single beam of it twice." She said the river was low.',
  {
    entities: [{ type: 'person', name: 'Ann Reed', mentions: ['Ann Reed', 'She'] }],
    quotes: [
      { content: '"We checked every single beam of it twice."', cue: 'said', source: 'Ann Reed', speaker: 'Ann Reed' },
      { content: 'the river was low', source: 'She', kind: 'indirect', speaker: 'Ann Reed' }
    ]
  }
)
const sport = exampleArticle('sport.txt', 'Nobody said a word.', { quotes: [{ content: 'a word', kind: 'indirect' }] })
const folder = exampleFolder(bridge, later, sport)

function lines(shown: ShownFolder = {}, of: FolderSnapshot = folder): readonly string[] {
  return partsOfFolder(of, shown).lines
}

const talks = exampleArticle('talks.txt', 'Oslo said no. Rain fell on Bergen, and on Oslo. Cairo agreed.', {
  entities: [
    { type: 'place', name: 'Oslo', mentions: ['!Oslo', 'Oslo'] },
    { type: 'place', name: 'Bergen', mentions: ['Bergen'] },
    { type: 'place', name: 'Cairo', mentions: ['!Cairo'] }
  ]
})

describe('lists of the folder', () => {
  it('list as many places as the filter says that there are, and each once', () => {
    const of = (filter: string) => stateOf(viewOf(exampleFolder(talks), { filter }))
    const { types } = of('').facets
    assert.deepEqual([types.place, types['acting-place'], of('').names.place], [2, 2, 3])
    assert.equal(of('type:place').names.place, types.place)
    assert.equal(of('type:acting-place').names.place, types['acting-place'])
    assert.equal(of('type:place type:acting-place').names.place, of('').names.place)
    const article = articleFacets(talks, { attitudes: false, groupOf: () => -1 })
    assert.deepEqual(article.types, types)
  })

  for (const showAttitudes of [false, true])
    it(`offer facets with what each gives, attitudes ${showAttitudes ? 'shown' : 'hidden'}`, () => {
      const hopes = exampleArticle(
        'hopes.txt',
        'Ann Reed said Lisbon would pay. Reed hopes Lisbon is rich. Reed is ill.',
        {
          entities: [
            { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed', 'Reed'] },
            { type: 'place', name: 'Lisbon', mentions: ['!Lisbon', '!Lisbon'] }
          ],
          quotes: [
            { content: 'Lisbon would pay', source: 'Ann Reed', kind: 'indirect', speaker: 'Ann Reed' },
            { content: 'Lisbon is rich', source: 'Reed', kind: 'indirect', attitude: true, speaker: 'Ann Reed' }
          ]
        }
      )
      const of = (filter: string) => stateOf(viewOf(exampleFolder(bridge, later, hopes), { filter, showAttitudes }))
      const given = (filter: string) => of(filter).tallies.quotes.count
      const { kinds, attitudes, speech, about, named, unnamed } = of('').facets
      assert.deepEqual(kinds, {
        direct: given('kind:direct'),
        mixed: given('kind:mixed'),
        indirect: given('kind:indirect')
      })
      assert.deepEqual([kinds.direct, kinds.indirect], [2, showAttitudes ? 5 : 3])
      assert.deepEqual([speech, attitudes], [given('act:speech'), given('act:attitude')])
      assert.deepEqual(about, [{ name: 'Lisbon', count: given('about:"lisbon"') }])
      assert.equal(about[0]?.count, showAttitudes ? 2 : 1)
      assert.deepEqual([named, unnamed], [of('named:yes').tallies.sources.count, of('named:no').tallies.sources.count])
    })

  it('count as quotes about a place those that mean it, as the list does', () => {
    const bank = exampleArticle(
      'bank.txt',
      'Ann Reed said the Lisbon Bank was shut. "I left it," Reed said. Reed said LISBON was calm.',
      {
        entities: [
          { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed', 'Reed', 'Reed'] },
          { type: 'organization', name: 'Lisbon Bank', mentions: ['Lisbon Bank'] },
          { type: 'place', name: 'LISBON', mentions: ['it', 'LISBON'] }
        ],
        quotes: [
          { content: 'the Lisbon Bank was shut', source: 'Ann Reed', kind: 'indirect', speaker: 'Ann Reed' },
          { content: '"I left it,"', source: 'Reed', speaker: 'Ann Reed' },
          { content: 'LISBON was calm', source: 'Reed', kind: 'indirect', speaker: 'Ann Reed' }
        ]
      }
    )
    const port = exampleArticle('port.txt', 'Bo Lind said Lisbon was rich.', {
      entities: [
        { type: 'person', name: 'Bo Lind', mentions: ['Bo Lind'] },
        { type: 'place', name: 'Lisbon', mentions: ['Lisbon'] }
      ],
      quotes: [{ content: 'Lisbon was rich', source: 'Bo Lind', kind: 'indirect', speaker: 'Bo Lind' }]
    })
    const of = (filter: string) => stateOf(viewOf(exampleFolder(bank, port), { filter }))
    const { about } = of('').facets
    assert.deepEqual(
      about.map(({ name, count }) => `${name.toLowerCase()} ${count}`),
      ['lisbon 3', 'lisbon bank 1']
    )
    for (const { name, count } of about) assert.equal(of(nameCondition('about', name)).tallies.quotes.count, count)
    assert.equal(of('about:lisbon').tallies.quotes.count, 4)
  })

  it('say in how many articles quotes match', () => {
    const of = (filter: string) => stateOf(viewOf(folder, { filter })).articlesWithQuotes
    assert.deepEqual([of(''), of('kind:direct'), of('bridge'), of('nobody-at-all')], [3, 2, 1, 0])
  })

  it('count over all articles, the same quote again once', () => {
    assert.deepEqual(lines(), [
      'Sources 1',
      '  + Ann Reed Mayor, person, 3 quotes, 2 articles, 1 direct, 2 indirect, 80% of all quoted words',
      '  + No source found, 2',
      '  + The same quote again, 1',
      '  All 5 quotes',
      'Names and Places 2',
      '  + Ann Reed Mayor, person, 4 mentions, 3 quotes, 2 articles',
      '  + Lisbon Portugal, place, 2 mentions, 1 of them as one who acts',
      'Review and Codes 0'
    ])
  })

  it('open to what is in them', () => {
    const shown = lines({
      open: [
        'entity person ann reed',
        'entity person ann reed file:///folder/news/later.txt',
        'sources entity person ann reed',
        'sources none',
        'sources again',
        'sources again > file:///folder/news/bridge.txt "We checked every single beam of it twice,"'
      ]
    })
    assert.deepEqual(shown, [
      'Sources 1',
      '  - Ann Reed Mayor, person, 3 quotes, 2 articles, 1 direct, 2 indirect, 80% of all quoted words',
      '    bridge.txt the bridge was safe, Mayor Ann Reed said, indirect, line 1',
      '    "We checked every single beam of it twice,", Reed told, direct, line 1, The same quote 2 times, counted once',
      '    later.txt "We checked every single beam of it twice.", Ann Reed said, direct, line 1, The same quote 2 times, counted once',
      '    the river was low, She, indirect, line 1',
      '  - No source found, 2',
      '    + bridge.txt, 1',
      '    + sport.txt, 1',
      '  - The same quote again, 1',
      '    - "We checked every single beam of it twice,", Ann Reed told, direct, line 1, The same quote 2 times, counted once',
      '      bridge.txt "We checked every single beam of it twice,", Reed told, direct, line 1, The same quote 2 times, counted once',
      '      later.txt "We checked every single beam of it twice.", Ann Reed said, direct, line 1, The same quote 2 times, counted once',
      '  All 5 quotes',
      'Names and Places 2',
      '  - Ann Reed Mayor, person, 4 mentions, 3 quotes, 2 articles',
      '    + bridge.txt, 2',
      '    - later.txt, 2',
      '      Ann Reed said it again: "We checked every single beam…, line 1',
      '      …"We checked every single beam of it twice." She said the river was low., line 1',
      '  + Lisbon Portugal, place, 2 mentions, 1 of them as one who acts',
      'Review and Codes 0'
    ])
  })

  it('keep everything that has all words of the filter, wherever it is', () => {
    assert.deepEqual(lines({ filter: 'RIVER reed', closed: [] }), [
      'Sources 1',
      '  - Ann Reed Mayor, person, 1 quote, 1 article, 1 indirect, 20% of all quoted words',
      '    later.txt the river was low, She, indirect, line 1',
      '  1 quote',
      'Names and Places 0/2',
      'Review and Codes 0'
    ])
    const byName = lines({ filter: 'mayor ann' })
    assert.ok(byName.includes('  + Ann Reed Mayor, person, 4 mentions, 3 quotes, 2 articles'), byName.join('\n'))
    assert.ok(
      byName.includes(
        '  - Ann Reed Mayor, person, 3 quotes, 2 articles, 1 direct, 2 indirect, 80% of all quoted words'
      ),
      byName.join('\n')
    )
    assert.deepEqual(lines({ filter: 'tram' }), ['Sources 0/1', 'Names and Places 0/2', 'Review and Codes 0'])
  })

  it('hold attitudes when the reader wants them', () => {
    const state = stateOf(viewOf(folder, { showAttitudes: true }))
    assert.deepEqual(
      [state.attitudes, state.tallies.quotes, state.tallies.sources.total],
      [{ shown: true, count: 1 }, { count: 6, total: 6 }, 2]
    )
    assert.deepEqual(stateOf(viewOf(folder)).attitudes, { shown: false, count: 1 })
  })

  it('count whom and what the quotes of all articles speak of', () => {
    const visit = (path: string) =>
      exampleArticle(path, 'Ann Reed said France was cold.', {
        entities: [
          { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed'] },
          { type: 'place', name: 'France', mentions: ['France'] }
        ],
        quotes: [{ content: 'France was cold', source: 'Ann Reed', kind: 'indirect', speaker: 'Ann Reed' }]
      })
    const { facets } = stateOf(viewOf(exampleFolder(visit('a.txt'), visit('b.txt'), sport)))
    assert.deepEqual(facets.about, [{ name: 'France', count: 2 }])
  })

  it('offer unnamed sources that are described alike, and only those that are listed', () => {
    const unnamed = (path: string, attitude = false) =>
      exampleArticle(path, 'A senior harbour official said the crane was old.', {
        entities: [
          { type: 'person', name: 'a senior harbour official', named: false, mentions: ['A senior harbour official'] }
        ],
        quotes: [
          {
            content: 'the crane was old',
            source: 'A senior harbour official',
            kind: 'indirect',
            attitude,
            speaker: 'a senior harbour official'
          }
        ]
      })
    const shown = lines(
      { open: ['sources suggested', 'sources suggested entity file:///folder/a.txt person a senior harbour official'] },
      exampleFolder(unnamed('a.txt'), unnamed('b.txt'), sport)
    )
    assert.deepEqual(
      shown.slice(shown.indexOf('  - May be the same source, 1'), shown.indexOf('  + No source found, 1')),
      [
        '  - May be the same source, 1',
        '    - a senior harbour official, 2',
        '      + a.txt, person, 1 quote, 1 article, 1 indirect, 40% of all quoted words',
        '      + b.txt, person, 1 quote, 1 article, 1 indirect, 40% of all quoted words'
      ]
    )
    assert.ok(
      shown.includes(
        '  + a senior harbour official b.txt, person, unnamed, 1 quote, 1 article, 1 indirect, 40% of all quoted words'
      ),
      shown.join('\n')
    )
    assert.equal(stateOf(viewOf(exampleFolder(unnamed('a.txt'), unnamed('b.txt', true)))).suggested.total, 0)
  })

  it('have different keys for all rows', () => {
    const keys = rowsOfFolder(folder, { filter: 'e' }).map(({ node }) => node.key)
    assert.equal(new Set(keys).size, keys.length)
  })
})

const crowd = exampleFolder(
  ...Array.from({ length: 130 }, (_, index) =>
    exampleArticle(`${String(index).padStart(3, '0')}.txt`, `Person${index} Nord said no. Ann Reed spoke.`, {
      entities: [
        { type: 'person', name: `Person${index} Nord`, mentions: [`Person${index} Nord`] },
        { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed'] }
      ],
      quotes: [{ content: 'no', source: `Person${index} Nord`, kind: 'indirect', speaker: `Person${index} Nord` }]
    })
  )
)

/** Names, and what stands in the place of some. */
function isName({ node: { key, content } }: Row): boolean {
  return content.kind === 'entity' || key.startsWith('names from')
}

describe("pages of the folder's lists", () => {
  const persons: ListAddress = { kind: 'names', types: [] }
  const view = viewOf(crowd)
  const state = stateOf(view)

  it('come when they are asked for; what has not come has its place', () => {
    const rows = folderRows(state, noPages.with(state.pages, 1)).filter(isName)
    assert.deepEqual(
      rows.map(({ position }) => position),
      Array.from({ length: 51 }, (_, index) => index + 1)
    )
    assert.deepEqual(new Set(rows.map(({ siblings }) => siblings)), new Set([131]))
    const { content } = rows.at(-1)?.node ?? assert.fail()
    assert.ok(content.kind === 'pending')
    assert.deepEqual([content.list, content.from, content.count], [persons, 50, 81])
    const last = result(folderPage(view, persons, 100)) ?? assert.fail()
    assert.equal(last.rows.length, 31)
    const scrolled = folderRows(state, noPages.with(state.pages, 1).with([last], 1)).filter(isName)
    assert.deepEqual(
      scrolled.slice(49, 53).map(({ node, position }) => [node.content.kind, position]),
      [
        ['entity', 50],
        ['pending', 51],
        ['entity', 101],
        ['entity', 102]
      ]
    )
  })

  it('hold each row once', () => {
    const rows = rowsOfFolder(crowd).filter(isName)
    assert.equal(new Set(rows.map(({ node }) => node.key)).size, 131)
    assert.equal(rows.length, 131)
  })

  it('are asked for again after a change, and shown until then', () => {
    const rows = folderRows(state, noPages.with(state.pages, 1), { generation: 2 }).filter(isName)
    assert.deepEqual(rows[0]?.node.stale, { list: persons, from: 0 })
    assert.equal(rows[0]?.node.content.kind, 'entity')
  })

  it('say which of their rows could not be made, and ask for them no more', () => {
    const pages = noPages.with(state.pages, 1).withFailed(persons, 100, 1)
    const rows = folderRows(state, pages).filter(isName)
    assert.deepEqual(
      rows
        .slice(50)
        .map(({ node: { content } }) =>
          content.kind === 'pending' ? [content.label, content.from, content.count, content.isFailed] : content
        ),
      [
        ['Loading…', 50, 50, false],
        ['Could not be loaded; the output "Article Annotator" says why', 100, 31, true]
      ]
    )
  })

  it('are none for a list that is not there', () => {
    const lists: readonly ListAddress[] = [
      { kind: 'source', entity: '' },
      { kind: 'source', entity: 'nobody' },
      { kind: 'unattributedIn', article: 'file:///folder/000.txt' },
      { kind: 'suggestion', entity: 'nobody' },
      { kind: 'reuseOf', article: 'file:///folder/000.txt', quote: '"Yes"' },
      { kind: 'reuseOf', article: 'file:///folder/000.txt', quote: 'nothing like it' },
      { kind: 'mentions', entity: 'nobody' },
      { kind: 'mentionsIn', entity: 'nobody', article: 'file:///folder/000.txt' },
      { kind: 'mentionsIn', entity: 'nobody', article: 'file:///folder/999.txt' }
    ]
    for (const list of lists) assert.equal(result(folderPage(view, list, 0)), undefined, JSON.stringify(list))
    assert.deepEqual(result(folderPage(view, { kind: 'sources', order: 'quotes' }, 1000)), {
      list: { kind: 'sources', order: 'quotes' },
      from: 1000,
      rows: []
    })
    assert.equal(pageLength, 50)
  })

  it('have addresses that mean the same list when articles come and go', () => {
    const later = viewOf(
      exampleFolder(
        exampleArticle('0.txt', 'Zoe Quist said no.', {
          entities: [{ type: 'person', name: 'Zoe Quist', mentions: ['Zoe Quist'] }],
          quotes: [{ content: 'no', source: 'Zoe Quist', kind: 'indirect', speaker: 'Zoe Quist' }]
        }),
        ...crowd.articles.filter(({ id }) => !id.endsWith('/000.txt'))
      )
    )
    const sources = (of: FolderView) =>
      new Map(
        result(folderPage(of, { kind: 'sources', order: 'quotes' }, 0))?.rows.flatMap((row) =>
          row.kind === 'source' ? [[row.source.name, row.opens.list] as const] : []
        )
      )
    const before = sources(view).get('Person7 Nord') ?? assert.fail()
    assert.deepEqual(sources(later).get('Person7 Nord'), before)
    const quotes = (of: FolderView) =>
      result(folderPage(of, before, 0))?.rows.map((row) => row.kind === 'quote' && [row.uri, row.quote.text])
    assert.deepEqual(quotes(later), quotes(view))
    assert.deepEqual(quotes(view), [['file:///folder/007.txt', 'no']])
  })
})

describe("the folder's lists as they are told", () => {
  const told = async (
    act: (content: ReturnType<typeof folderContent>) => Promise<unknown>
  ): Promise<readonly string[]> => {
    const events: HostEvent[] = []
    const content = folderContent({
      views: folderViews(),
      post: (event) => events.push(event),
      status: () => ({ kind: 'read', articles: 130 })
    })
    await act(content)
    return events.map((event) =>
      event.kind === 'state' && event.state.kind === 'folder'
        ? `${event.state.articles} "${event.state.filter}"`
        : event.kind
    )
  }

  it('come once for the same wish', async () => {
    const wish = { folder: crowd, filter: '', showAttitudes: false }
    assert.deepEqual(
      await told(async (content) => {
        await content.show(wish)
        await content.show({ ...wish })
      }),
      ['130 ""']
    )
  })

  it('are dropped when nobody looks or the filter changes', async () => {
    const wish = { folder: crowd, filter: '', showAttitudes: false }
    assert.deepEqual(
      (
        await told(async (content) => {
          await Promise.all([
            content.show(wish),
            content.show({ ...wish, filter: 'nord' }),
            content.show({ ...wish, filter: 'reed' })
          ])
        })
      ).at(-1),
      '130 "reed"'
    )
    assert.deepEqual(
      await told(async (content) => {
        const showing = content.show(wish)
        content.hide()
        await showing
      }),
      []
    )
  })

  it('follow the folder, and answer only for what was told last', async () => {
    const wish = { folder: crowd, filter: '', showAttitudes: false }
    const person7: ListAddress = { kind: 'mentions', entity: 'person person7 nord' }
    const answered: unknown[] = []
    const ask = async (content: ReturnType<typeof folderContent>) =>
      answered.push((await content.page(person7, 0))?.rows.length)
    assert.deepEqual(
      await told(async (content) => {
        await ask(content)
        await content.show(wish)
        await ask(content)
        await content.show({ ...wish, folder })
        await ask(content)
      }),
      ['130 ""', '3 ""']
    )
    assert.deepEqual(answered, [undefined, 1, undefined])
  })
})
