import assert from 'node:assert/strict'
import { rowsOfKind } from '../../../src/study/folderIndex.js'
import { exampleArticle, exampleFolder } from '../sidebar/example.js'
import { viewOf } from '../sidebar/folderRows.js'

const bridge = exampleArticle(
  'bridge.txt',
  'Old bridge stays open\n\nLISBON, March 3, 2024 (Northwire) -- Mayor Ann Reed said the bridge was safe. "We checked it twice," Reed said. Officials fear a flood in Porto.\n',
  {
    entities: [
      { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed', 'Reed'] },
      { type: 'group', name: 'officials', named: false, mentions: ['Officials'] },
      { type: 'place', name: 'Porto', mentions: ['Porto'] }
    ],
    quotes: [
      { content: 'the bridge was safe', kind: 'indirect', speaker: 'Ann Reed' },
      { content: '"We checked it twice,"', speaker: 'Ann Reed' },
      { content: 'a flood in Porto', kind: 'indirect', attitude: true, speaker: 'officials' }
    ]
  }
)
const sport = exampleArticle(
  'sport.txt',
  'Cup final\n\nPORTO, May 1, 2025 -- Portugal said "We won," and a note read "We lost."\n',
  {
    entities: [{ type: 'place', name: 'Portugal', mentions: ['!Portugal'] }],
    quotes: [{ content: '"We won,"', speaker: 'Portugal' }, { content: '"We lost."' }]
  }
)
const folder = exampleFolder(bridge, sport)

function left(filter: string): string {
  const view = viewOf(folder, { filter, showAttitudes: true })
  const quotes = view.articles.flatMap(({ article, quotes }) => {
    const source = folder.articles[article] ?? assert.fail()
    return quotes.map((number) => {
      const { content } = source.analysis.quotes[view.index.quotes.placeOf(number).quote] ?? assert.fail()
      return content.map(({ start, end }) => source.text.slice(start, end)).join(' ')
    })
  })
  const kinds = ['person', 'organization', 'group', 'acting-place', 'place'] as const
  const names = kinds.flatMap((kind) =>
    view.index.entities
      .filter((row) => row.kind === kind && (view.rows[row.entity]! & rowsOfKind(kind)) > 0)
      .map(({ name }) => `${name} (${kind})`)
  )
  return `${quotes.join(' | ')} // ${names.join(', ')}`
}

describe('the facets of a filter', () => {
  for (const [filter, expected] of [
    ['kind:direct', '"We checked it twice," | "We won," | "We lost." // Ann Reed (person), Portugal (acting-place)'],
    ['act:attitude', 'a flood in Porto // officials (group)'],
    [
      'kind:direct kind:indirect act:speech source:"ann reed"',
      'the bridge was safe | "We checked it twice," // Ann Reed (person)'
    ],
    ['named:no', 'a flood in Porto // officials (group)'],
    ['type:acting', '"We won," // Portugal (acting-place)'],
    ['type:place', ' // Porto (place)'],
    ['about:porto', 'a flood in Porto // officials (group)'],
    ['about:"porto"', 'a flood in Porto // officials (group)'],
    ['about:"flood"', ' // '],
    ['outlet:northwire kind:direct', '"We checked it twice," // Ann Reed (person)'],
    ['date:2025', '"We won," | "We lost." // Portugal (acting-place)'],
    ['date:2024-03..2024-03 reed', 'the bridge was safe | "We checked it twice," // Ann Reed (person)'],
    ['date:..2023', ' // '],
    ['article:"Cup final" named:yes', '"We won," // Portugal (acting-place)'],
    ['article:bridge.txt about:twice', '"We checked it twice," // Ann Reed (person)'],
    ['kind:strange', ' // ']
  ] as const)
    it(filter, () => assert.equal(left(filter), expected))
})
