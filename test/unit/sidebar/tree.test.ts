import assert from 'node:assert/strict'
import type { EntityMentions, NameType, QuotesElsewhere, SourceOrder } from '../../../src/protocol/sidebar/index.js'
import { entityMentions } from '../../../src/sidebar/entityMentions.js'
import { foundElsewhere, quotesElsewhere, searchElsewhere } from '../../../src/sidebar/quotesElsewhere.js'
import { sidebarLists } from '../../../src/sidebar/sidebarLists.js'
import { sidebarStrings } from '../../../src/sidebar/sidebarStrings.js'
import type { SidebarInput } from '../../../src/sidebar/sources.js'
import { codesById } from '../../../src/webview/sidebar/codeRows.js'
import { cursorRows } from '../../../src/webview/sidebar/cursorRows.js'
import { readFilter } from '../../../src/webview/shared/filter.js'
import { elsewhereKey, topics } from '../../../src/webview/sidebar/model.js'
import type { Row } from '../../../src/webview/sidebar/rows.js'
import { articleParts } from '../../../src/webview/sidebar/tree.js'
import type { Part } from '../../../src/webview/sidebar/treeNodes.js'
import { asked, exampleArticle, exampleFolder } from './example.js'
import { result } from './folderRows.js'
import { shownParts } from './partRows.js'

const strings = sidebarStrings({ t: (text) => text }, 'en')
const talks = exampleArticle(
  'talks.txt',
  '"We are ready for a very long night here," Eva Sørensen said in Oslo. She said it was cold. The ministry agreed.',
  {
    entities: [
      { type: 'person', name: 'Eva Sørensen', mentions: ['Eva Sørensen', 'She'] },
      { type: 'organization', name: 'The ministry', named: false, mentions: ['The ministry'] },
      { type: 'place', name: 'Oslo', mentions: ['Oslo'], country: 'Norway' }
    ],
    quotes: [
      {
        content: '"We are ready for a very long night here,"',
        cue: 'said',
        source: 'Eva Sørensen',
        speaker: 'Eva Sørensen'
      },
      { content: 'it was cold', source: 'She', cue: 'said', kind: 'indirect', speaker: 'Eva Sørensen' }
    ]
  }
)
const again = exampleArticle('again.txt', '"We are ready for a very long night here," Eva Sørensen said.', {
  entities: [{ type: 'person', name: 'Eva Sørensen', mentions: ['Eva Sørensen'] }],
  quotes: [
    {
      content: '"We are ready for a very long night here,"',
      cue: 'said',
      source: 'Eva Sørensen',
      speaker: 'Eva Sørensen'
    }
  ]
})

interface Shown extends Partial<SidebarInput> {
  readonly filter?: string
  readonly open?: readonly string[]
  readonly closed?: readonly string[]
  /** How many quotes of other articles have come. */
  readonly page?: number
  /** Topics that the host could not say anything about. */
  readonly failed?: readonly string[]
  readonly order?: SourceOrder
  readonly types?: readonly NameType[]
}

function partsOf({
  filter = '',
  page = 50,
  failed = [],
  order = 'quotes',
  types = [],
  ...known
}: Shown): readonly Part[] {
  const lists = sidebarLists(asked(known))
  assert.ok(lists.state.kind === 'list')
  const mentions = new Map(
    lists.state.entities.flatMap(({ key }): [string, EntityMentions][] => {
      const found = entityMentions(lists, key)
      return found ? [[key, found]] : []
    })
  )
  const elsewhereView = result(searchElsewhere(lists, filter))
  const elsewhere = new Map(
    lists.state.links.flatMap(({ key }): [string, QuotesElsewhere][] => {
      const found = quotesElsewhere(lists, elsewhereView, key, page)
      return found ? [[elsewhereKey(key, filter), found]] : []
    })
  )
  return articleParts({
    state: lists.state,
    codes: codesById(lists.state.decided?.codes),
    strings,
    filter: readFilter(filter),
    typed: filter,
    order,
    types,
    mentions,
    codings: new Map(),
    elsewhere,
    found: foundElsewhere(lists, elsewhereView),
    failed: new Set(failed)
  })
}

function rowsOf(shown: Shown): readonly Row[] {
  return shownParts(partsOf(shown), strings, shown.open, shown.closed).rows
}

function lines(shown: Shown): readonly string[] {
  return shownParts(partsOf(shown), strings, shown.open, shown.closed).lines
}

describe('the tree', () => {
  it('has a part for sources, names, and what is to check', () => {
    assert.deepEqual(lines({ article: talks }), [
      'Sources 1',
      '  + Eva Sørensen, person, 2 quotes, 1 direct, 1 indirect, 100% of all quoted words',
      '  All 2 quotes',
      '  Analyze the folder to see these sources in other articles',
      'Names and Places 3',
      '  + Eva Sørensen, person, 2 mentions, 2 quotes',
      '  + Oslo Norway, place, 1 mention',
      '  + The ministry, organization, unnamed, 1 mention',
      'Review and Codes 0'
    ])
  })

  it('opens an entity to its mentions, and a source to its quotes here and elsewhere', () => {
    const shown = lines({
      article: talks,
      folder: exampleFolder(talks, again),
      open: ['person Eva Sørensen', 'sources person Eva Sørensen']
    })
    assert.deepEqual(shown, [
      'Sources 1',
      '  - Eva Sørensen, person, 2 quotes, 1 direct, 1 indirect, 1 in other articles, 100% of all quoted words',
      '    "We are ready for a very long night here,", Eva Sørensen said, direct, line 1, The same quote 2 times, counted once',
      '    it was cold, She said, indirect, line 1',
      '    - In other articles, 1',
      '      again.txt "We are ready for a very long night here,", Eva Sørensen said, direct, line 1, The same quote 2 times, counted once',
      '  + The same quote again, 1',
      '  All 2 quotes',
      'Names and Places 3',
      '  - Eva Sørensen, person, 2 mentions, 2 quotes',
      '    "We are ready for a very long night here," Eva Sørensen said in Oslo. She said it was cold. The…, line 1',
      '    …long night here," Eva Sørensen said in Oslo. She said it was cold. The ministry agreed., line 1',
      '  + Oslo Norway, place, 1 mention',
      '  + The ministry, organization, unnamed, 1 mention',
      'Review and Codes 0'
    ])
  })

  it('brings what a source says elsewhere in pages', () => {
    const shown = lines({
      article: talks,
      folder: exampleFolder(
        talks,
        again,
        exampleArticle('third.txt', again.text, {
          entities: [{ type: 'person', name: 'Eva Sørensen', mentions: ['Eva Sørensen'] }],
          quotes: [
            {
              content: '"We are ready for a very long night here,"',
              cue: 'said',
              source: 'Eva Sørensen',
              speaker: 'Eva Sørensen'
            }
          ]
        })
      ),
      open: ['sources person Eva Sørensen'],
      page: 1
    })
    assert.deepEqual(shown.slice(shown.indexOf('    - In other articles, 1')).slice(0, 3), [
      '    - In other articles, 1',
      '      again.txt "We are ready for a very long night here,", Eva Sørensen said, direct, line 1, The same quote 3 times, counted once',
      '      Show More'
    ])
  })

  it('finds what its sources say in other articles, also where nothing here matches', () => {
    const later = exampleArticle(
      'later.txt',
      'Eva S\u00F8rensen said the ferry was late. She said the mail was late.',
      {
        entities: [{ type: 'person', name: 'Eva S\u00F8rensen', mentions: ['Eva S\u00F8rensen', 'She'] }],
        quotes: [
          {
            content: 'the ferry was late',
            cue: 'said',
            source: 'Eva S\u00F8rensen',
            kind: 'indirect',
            speaker: 'Eva S\u00F8rensen'
          },
          { content: 'the mail was late', source: 'She', kind: 'indirect', speaker: 'Eva S\u00F8rensen' }
        ]
      }
    )
    const folder = exampleFolder(talks, later)
    assert.deepEqual(
      lines({ article: talks, folder, filter: 'FERRY', open: ['sources person Eva S\u00F8rensen elsewhere'] }),
      [
        'Sources 1',
        '  - Eva Sørensen, person, 1 in other articles',
        '    - In other articles, 1',
        '      later.txt the ferry was late, Eva Sørensen said, indirect, line 1',
        'Names and Places 0/3',
        'Review and Codes 0'
      ]
    )
    assert.equal(
      lines({ article: talks, folder, filter: 's\u00F8rensen' }).filter((line) => line.includes('In other articles, 2'))
        .length,
      1
    )
    assert.deepEqual(lines({ article: talks, folder, filter: 'tram' }), [
      'Sources 0/1',
      'Names and Places 0/3',
      'Review and Codes 0'
    ])
  })

  it('keeps what matches all words of the filter, in whatever case', () => {
    assert.deepEqual(lines({ article: talks, filter: 'Sorensen day' }), [
      'Sources 0/1',
      'Names and Places 0/3',
      'Review and Codes 0'
    ])
    assert.deepEqual(
      lines({ article: talks, filter: 'SØRENSEN Night' }),
      lines({ article: talks, filter: 'night sorensen' })
    )
    assert.deepEqual(lines({ article: talks, filter: 'SØRENSEN Night' }), [
      'Sources 1',
      '  - Eva Sørensen, person, 1 quote, 1 direct, 75% of all quoted words',
      '    "We are ready for a very long night here,", Eva Sørensen said, direct, line 1',
      '  1 quote',
      'Names and Places 0/3',
      'Review and Codes 0'
    ])
  })

  it('says what could not be loaded', () => {
    const shown = lines({
      article: talks,
      folder: exampleFolder(talks, again),
      open: ['person Eva Sørensen', 'sources person Eva Sørensen'],
      failed: [topics.mentions('person Eva Sørensen'), topics.elsewhere('person Eva Sørensen', '')]
    })
    const failed = 'Could not be loaded; the output "Article Annotator" says why'
    assert.equal(shown[shown.indexOf('  - Eva Sørensen, person, 2 mentions, 2 quotes') + 1], `    ${failed}`)
    assert.equal(shown[shown.indexOf('    - In other articles, 1') + 1], `      ${failed}`)
    assert.ok(lines({ article: talks, filter: 'night', failed: [topics.found('night')] }).includes(`  ${failed}`))
  })

  it('gives all that ARIA asks', () => {
    const rows = rowsOf({ article: talks, open: ['sources person Eva Sørensen'] })
    assert.deepEqual(
      rows
        .slice(0, 6)
        .map(({ level, position, siblings, expanded, parent }) => [level, position, siblings, expanded, parent]),
      [
        [1, 1, 3, true, -1],
        [2, 1, 2, undefined, 0],
        [2, 2, 2, undefined, 0],
        [1, 2, 3, undefined, -1],
        [1, 3, 3, undefined, -1],
        [1, 1, 3, false, -1]
      ]
    )
  })

  it('has different keys for all rows', () => {
    const keys = rowsOf({ article: talks, folder: exampleFolder(talks, again), filter: 'e' }).map(
      ({ node }) => node.key
    )
    assert.equal(new Set(keys).size, keys.length)
  })
})

describe('rows of the cursor', () => {
  const key = 'person Eva Sørensen'
  it('are the entity, its open mention and the quotes', () => {
    const rows = rowsOf({ article: talks, open: [key, `sources ${key}`] })
    const at = (place: {
      readonly entities?: readonly string[]
      readonly mention?: number
      readonly quotes?: readonly number[]
    }) =>
      cursorRows({ uri: talks.id, entities: [], mention: -1, sources: [], quotes: [], reveal: true, ...place }, rows)
    const mention = talks.text.indexOf('She')
    assert.deepEqual([...at({ entities: [key], mention }).current], [key, `${key} ${talks.id} name She`])
    assert.equal(at({ entities: [key], mention }).reveal, `${key} ${talks.id} name She`)
    assert.match(at({ quotes: [talks.text.indexOf('it was cold')] }).reveal ?? '', /^sources .* > .*it was cold$/)
    assert.equal(at({}).reveal, undefined)
  })

  it('are the closed source whose quote it is in', () => {
    const at = cursorRows(
      { uri: talks.id, entities: [key], sources: [key], mention: 0, quotes: [0], reveal: true },
      rowsOf({ article: talks })
    )
    assert.deepEqual([...at.current], [`sources ${key}`, key])
  })
})
