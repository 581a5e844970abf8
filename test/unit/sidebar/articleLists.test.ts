import assert from 'node:assert/strict'
import { emptyFolder, sidebarLists } from '../../../src/sidebar/sidebarLists.js'
import { nameCondition } from '../../../src/util/filterQuery.js'
import { readFilter } from '../../../src/webview/shared/filter.js'
import { articleFilter } from '../../../src/webview/sidebar/articleFilter.js'
import { codesById } from '../../../src/webview/sidebar/codeRows.js'
import { asked, exampleArticle, exampleFolder } from './example.js'
import { readable } from './readable.js'

const bridge = exampleArticle(
  'news/bridge.txt',
  'Bridge stays open\n\nMayor Ann Reed said the bridge was safe. "We checked every single beam of it twice," Reed told Lisbon radio.\nLisbon hopes for rain. France sent a team to France.\n"Nobody knows," a note read.\n',
  {
    entities: [
      { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed', 'Reed'], descriptions: ['Mayor'] },
      { type: 'place', name: 'Lisbon', mentions: ['Lisbon', '!Lisbon'], country: 'Portugal' },
      { type: 'place', name: 'France', mentions: ['!France', 'France'], country: 'France' },
      { type: 'organization', name: 'a team', named: false, mentions: ['a team'] }
    ],
    quotes: [
      { content: 'the bridge was safe', cue: 'said', source: 'Mayor Ann Reed', kind: 'indirect', speaker: 'Ann Reed' },
      { content: '"We checked every single beam of it twice,"', cue: 'told', source: 'Reed', speaker: 'Ann Reed' },
      { content: 'rain', cue: 'hopes', source: 'Lisbon', kind: 'indirect', attitude: true, speaker: 'Lisbon' },
      { content: '"Nobody knows,"', cue: 'read' }
    ]
  }
)

describe('lists of one article', () => {
  it('show actors, places and quotes, places that act apart from those that are only named', () => {
    assert.deepEqual(readable(sidebarLists(asked({ article: bridge }))), [
      'person Ann Reed 2m 2q 1a Mayor',
      'place France 2m 0q 1a',
      'place Lisbon 2m 0q 1a Portugal',
      'organization a team (unnamed) 1m 0q 1a',
      'quote bridge.txt:3 Ann Reed/Mayor Ann Reed: the bridge was safe',
      'quote bridge.txt:3 Ann Reed/Reed: "We checked every single beam of it twice,"',
      'quote bridge.txt:5 : "Nobody knows,"',
      'link Ann Reed 86%',
      '  here bridge.txt:3 Ann Reed/Mayor Ann Reed: the bridge was safe',
      '  here bridge.txt:3 Ann Reed/Reed: "We checked every single beam of it twice,"',
      'nobody bridge.txt:5 : "Nobody knows,"'
    ])
  })

  it('list attitudes when the reader wants them, and say how many there are', () => {
    const without = sidebarLists(asked({ article: bridge })).state
    const all = sidebarLists(asked({ article: bridge, showAttitudes: true })).state
    assert.ok(without.kind === 'list' && all.kind === 'list')
    assert.deepEqual([without.attitudes, without.quotesInScope], [{ shown: false, count: 1 }, 3])
    assert.deepEqual(
      [all.attitudes, all.quotesInScope, all.links.map(({ name, kind }) => `${kind} ${name}`)],
      [{ shown: true, count: 1 }, 4, ['person Ann Reed', 'acting-place Lisbon']]
    )
  })

  it('count by their facets the quotes that they show', () => {
    const facets = (showAttitudes: boolean) => {
      const { state } = sidebarLists(asked({ article: bridge, showAttitudes }))
      assert.ok(state.kind === 'list')
      const { kinds, speech, attitudes, named } = state.facets
      return { kinds, speech, attitudes, named }
    }
    assert.deepEqual(facets(false), {
      ...{ kinds: { direct: 2, mixed: 0, indirect: 1 }, speech: 3, attitudes: 0, named: 1 }
    })
    assert.deepEqual(facets(true), {
      ...{ kinds: { direct: 2, mixed: 0, indirect: 2 }, speech: 3, attitudes: 1, named: 2 }
    })
  })

  it('count whom and what the quotes speak of', () => {
    const trip = exampleArticle(
      'trip.txt',
      'Ann Reed said France was cold. "Lisbon and France are not alike," Reed said.',
      {
        entities: [
          { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed', 'Reed'] },
          { type: 'place', name: 'France', mentions: ['France', 'France'] },
          { type: 'place', name: 'Lisbon', mentions: ['Lisbon'] }
        ],
        quotes: [
          { content: 'France was cold', source: 'Ann Reed', kind: 'indirect', speaker: 'Ann Reed' },
          { content: '"Lisbon and France are not alike,"', source: 'Reed', speaker: 'Ann Reed' }
        ]
      }
    )
    const { state } = sidebarLists(asked({ article: trip }))
    assert.ok(state.kind === 'list')
    assert.deepEqual(state.facets.about, [
      { name: 'France', count: 2 },
      { name: 'Lisbon', count: 1 }
    ])
    const left = (filter: string) =>
      articleFilter({ state, codes: codesById(undefined), filter: readFilter(filter) }).quotes.filter(Boolean).length
    for (const { name, count } of state.facets.about) assert.equal(left(nameCondition('about', name)), count, name)
    assert.deepEqual([left('about:"cold"'), left('about:cold'), left('about:fran')], [0, 1, 2])
  })

  it('tell what the article says about itself', () => {
    const wire = exampleArticle('wire.txt', 'Talks go on\n\nOSLO, March 3 (Northwire) -- The talks go on.\n')
    const { state } = sidebarLists(asked({ article: wire }))
    assert.ok(state.kind === 'list')
    assert.deepEqual(state.summary, {
      title: 'Talks go on',
      file: 'wire.txt',
      details: ['Northwire', 'OSLO', 'March 3'],
      words: 11,
      quotedWords: 0
    })
  })

  it("keep an entry's key while the text around it is edited", () => {
    const edited = exampleArticle('news/bridge.txt', 'A new first line\n\nAnn Reed said no. Ann Reed left.', {
      entities: [
        { type: 'organization', name: 'line', mentions: ['line'] },
        { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed', 'Ann Reed'] }
      ]
    })
    const keys = [bridge, edited].map((article) => {
      const { state } = sidebarLists(asked({ article }))
      return state.kind === 'list' && state.entities.find(({ name }) => name === 'Ann Reed')?.key
    })
    assert.equal(keys[0], keys[1])
  })

  it('give two people of one name two keys', () => {
    const { state } = sidebarLists(
      asked({
        article: exampleArticle('a.txt', 'Ann met Ann.', {
          entities: [{ type: 'person', name: 'Ann', mentions: ['Ann'] }]
        })
      })
    )
    const twins = exampleArticle('a.txt', 'Ann met Ann.')
    const entity = { type: 'person', name: 'Ann', named: true, aliases: [], descriptions: [], places: [] } as const
    const mention = {
      start: 0,
      end: 3,
      type: 'person',
      acting: false,
      form: 'name',
      description: null,
      rule: 'example',
      confidence: 1
    } as const
    const both = sidebarLists(
      asked({
        article: {
          ...twins,
          analysis: {
            ...twins.analysis,
            mentions: [
              { ...mention, entity: 'e1' },
              { ...mention, start: 8, end: 11, entity: 'e2' }
            ],
            entities: [
              { ...entity, id: 'e1', mentions: [0] },
              { ...entity, id: 'e2', mentions: [1] }
            ]
          }
        }
      })
    ).state
    assert.ok(state.kind === 'list' && both.kind === 'list')
    assert.equal(new Set(both.entities.map(({ key }) => key)).size, 2)
    assert.equal(both.entities[0]?.key, state.entities[0]?.key)
  })
})

const second = exampleArticle(
  'news/later.txt',
  'Ann Reed said it again: "We checked every single beam of it twice." She said the river was low.',
  {
    entities: [{ type: 'person', name: 'Ann Reed', mentions: ['Ann Reed', 'She'], descriptions: ['Mayor'] }],
    quotes: [
      { content: '"We checked every single beam of it twice."', cue: 'said', source: 'Ann Reed', speaker: 'Ann Reed' },
      { content: 'the river was low', source: 'She', kind: 'indirect', speaker: 'Ann Reed' }
    ]
  }
)
const sports = exampleArticle('sport.txt', 'Nobody said a word.', { quotes: [{ content: 'a word', kind: 'indirect' }] })

describe('lists of one article in a folder', () => {
  const folder = exampleFolder(bridge, second, sports)

  it('add what the same source says elsewhere, and which quotes are repeated', () => {
    assert.deepEqual(
      readable(sidebarLists(asked({ article: bridge, folder }))).filter((line) => /link|here|there/.test(line)),
      [
        'link Ann Reed 86%',
        '  here bridge.txt:3 Ann Reed/Mayor Ann Reed: the bridge was safe',
        '  here bridge.txt:3 Ann Reed/Reed: "We checked every single beam of it twice," [repeated 2x]',
        '  there later.txt:1 Ann Reed: "We checked every single beam of it twice." [repeated 2x]',
        '  there later.txt:1 Ann Reed/She: the river was low'
      ]
    )
  })

  it('name only the articles that are shown', () => {
    const { state } = sidebarLists(asked({ article: bridge, folder }))
    assert.ok(state.kind === 'list')
    assert.deepEqual(
      state.articles.map(({ folder, name }) => `${folder}/${name}`),
      ['news/bridge.txt', 'news/later.txt']
    )
  })

  it('show repetitions inside one article without any folder', () => {
    const caption = exampleArticle(
      'c.txt',
      'Caption: "A long enough sentence to be the same again," Reed said.\n\n"A long enough sentence to be the same again", Reed said.',
      {
        entities: [{ type: 'person', name: 'Reed', mentions: ['Reed', 'Reed'] }],
        quotes: [
          { content: '"A long enough sentence to be the same again,"', speaker: 'Reed' },
          { content: '"A long enough sentence to be the same again",', speaker: 'Reed' }
        ]
      }
    )
    const { state } = sidebarLists(asked({ article: caption }))
    assert.ok(state.kind === 'list')
    assert.deepEqual(
      state.reuse.map(({ quotes }) => quotes),
      [[0, 1]]
    )
  })
})

describe('nothing to list', () => {
  it('has a reason', () => {
    assert.deepEqual(readable(sidebarLists(asked({ articleProblem: 'too-large' }))), ['empty: too-large'])
    const reasons = [
      { kind: 'unread' },
      { kind: 'none' },
      { kind: 'reading', done: 1, total: 9 },
      { kind: 'read', articles: 0 }
    ] as const
    assert.deepEqual(
      reasons.map((status) => emptyFolder(status).reason),
      ['folder-unread', 'no-folder', 'folder-reading', 'folder-empty']
    )
  })
})
