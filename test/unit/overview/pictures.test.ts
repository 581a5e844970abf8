import assert from 'node:assert/strict'
import { makePicture } from '../../../src/overview/pictures/index.js'
import type { Picture, PictureKind } from '../../../src/protocol/overview/index.js'
import { finish } from '../../../src/util/steps.js'
import { exampleArticle, exampleFolder } from '../sidebar/example.js'
import { viewOf } from '../sidebar/folderRows.js'

const bridge = exampleArticle(
  'bridge.txt',
  'Old bridge stays open\n\nLISBON, March 3, 2024 (Northwire) -- Mayor Ann Reed said Bo Lind had checked the bridge in Porto. "He checked it twice," Reed said. "All is well in the old town of Porto today," said Lind.\n',
  {
    entities: [
      { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed', 'Reed'] },
      { type: 'person', name: 'Bo Lind', mentions: ['Bo Lind', 'He', 'Lind'] },
      { type: 'place', name: 'Porto', mentions: ['Porto', 'Porto'], country: 'Portugal' }
    ],
    quotes: [
      { content: 'Bo Lind had checked the bridge in Porto', kind: 'indirect', speaker: 'Ann Reed' },
      { content: '"He checked it twice,"', speaker: 'Ann Reed' },
      { content: '"All is well in the old town of Porto today,"', speaker: 'Bo Lind' }
    ]
  }
)
const echo = exampleArticle(
  'echo.txt',
  'The bridge again\n\nPORTO, May 1, 2024 -- "All is well in the old town of Porto today," said Bo Lind. "Portugal pays," said Bo Lind.\n',
  {
    entities: [
      { type: 'person', name: 'Bo Lind', mentions: ['Bo Lind', 'Bo Lind'] },
      { type: 'place', name: 'Porto', mentions: ['Porto'], country: 'Portugal' },
      { type: 'place', name: 'Portugal', mentions: ['!Portugal'] }
    ],
    quotes: [
      { content: '"All is well in the old town of Porto today,"', speaker: 'Bo Lind' },
      { content: '"Portugal pays,"', speaker: 'Bo Lind' }
    ]
  }
)
const undated = exampleArticle('note.txt', 'A note\n\n"I know nothing," said Ann Reed.\n', {
  entities: [{ type: 'person', name: 'Ann Reed', mentions: ['Ann Reed'] }],
  quotes: [{ content: '"I know nothing,"', speaker: 'Ann Reed' }]
})
const folder = exampleFolder(bridge, echo, undated)

function picture<Kind extends PictureKind>(
  kind: Kind,
  filter = '',
  size = { rows: 30, columns: 120 }
): Extract<Picture, { readonly kind: Kind }> {
  return finish(makePicture(viewOf(folder, { filter }), kind, size)) as Extract<Picture, { readonly kind: Kind }>
}

/** Rows and columns of a grid in words: "Ann Reed | The bridge: 2, 1 marked". */
function cells(
  rows: readonly string[],
  columns: readonly string[],
  { dots }: Pick<Extract<Picture, { kind: 'matrix' }>, 'dots'>
): readonly string[] {
  return dots.map(
    ({ row, column, quotes, marked, only }) =>
      `${rows[row]} | ${columns[column]}: ${quotes}, ${marked} marked${only ? `, quote ${only.quote}` : ''}`
  )
}

describe('the matrix of sources and articles', () => {
  const shown = () => picture('matrix')

  it('has the most quoted source first, and the articles by date, those without one last', () => {
    assert.deepEqual(
      shown().sources.map(({ name, kind, quotes, articles, condition }) => [name, kind, quotes, articles, condition]),
      [
        ['Ann Reed', 'person', 3, 2, 'source:"Ann Reed"'],
        ['Bo Lind', 'person', 2, 2, 'source:"Bo Lind"']
      ]
    )
    assert.deepEqual(
      shown().articles.map(({ headline, outlet, date, condition }) => [headline, outlet, date, condition]),
      [
        ['Old bridge stays open', 'Northwire', '2024-03-03', 'article:"Old bridge stays open"'],
        ['The bridge again', '', '2024-05-01', 'article:"The bridge again"'],
        ['A note', '', '', 'article:"A note"']
      ]
    )
  })

  it('has a dot for the quotes of a source in an article, and knows the quote where it is one', () => {
    const { sources, articles } = shown()
    assert.deepEqual(
      cells(
        sources.map(({ name }) => name),
        articles.map(({ headline }) => headline),
        shown()
      ),
      [
        'Ann Reed | Old bridge stays open: 2, 1 marked',
        'Ann Reed | A note: 1, 1 marked, quote 0',
        'Bo Lind | Old bridge stays open: 1, 1 marked, quote 2',
        'Bo Lind | The bridge again: 2, 2 marked'
      ]
    )
  })

  it('follows the filter', () => {
    const { sources, dots } = picture('matrix', 'kind:indirect')
    assert.deepEqual([sources.map(({ name, quotes }) => `${name} ${quotes}`), dots.length], [['Ann Reed 1'], 1])
  })

  it('shows as much as is asked for, the articles with the most quotes, and says how much there is', () => {
    const { sources, sourcesInAll, articles, articlesInAll } = picture('matrix', '', { rows: 1, columns: 1 })
    assert.deepEqual(
      [sources.map(({ name }) => name), sourcesInAll, articles.map(({ headline }) => headline), articlesInAll],
      [['Ann Reed'], 2, ['Old bridge stays open'], 2]
    )
  })
})

describe('the timeline of quotes', () => {
  it('has spans without a gap, and tells what has no date', () => {
    const { unit, spans, sources, undatedArticles, undatedQuotes, ...rest } = picture('timeline')
    assert.equal(unit, 'week')
    assert.deepEqual(
      spans.filter(({ quotes }) => quotes > 0).map(({ from, to, quotes, condition }) => [from, to, quotes, condition]),
      [
        ['2024-02-26', '2024-03-03', 3, 'date:2024-02-26..2024-03-03'],
        ['2024-04-29', '2024-05-05', 2, 'date:2024-04-29..2024-05-05']
      ]
    )
    assert.equal(spans.length, 10)
    assert.deepEqual([undatedArticles, undatedQuotes], [1, 1])
    assert.deepEqual(
      cells(
        sources.map(({ name }) => name),
        spans.map(({ from }) => from),
        rest
      ),
      [
        'Ann Reed | 2024-02-26: 2, 1 marked',
        'Bo Lind | 2024-02-26: 1, 1 marked, quote 2',
        'Bo Lind | 2024-04-29: 2, 2 marked'
      ]
    )
  })

  it('has no spans where nothing is dated', () => {
    const { spans, undatedQuotes } = picture('timeline', 'article:"A note"')
    assert.deepEqual([spans, undatedQuotes], [[], 1])
  })
})

describe('the map', () => {
  it('counts the quotes that speak of a place, and its mentions', () => {
    const { places, placesInAll, unplaced, unplacedInAll } = picture('map')
    assert.deepEqual(
      places.map(({ name, place, quotes, mentions, articles, condition }) => [
        name,
        place,
        quotes,
        mentions,
        articles,
        condition
      ]),
      [['Porto', 'city', 3, 3, 2, 'about:"Porto"']]
    )
    assert.equal(placesInAll, 1)
    assert.deepEqual(
      unplaced.map(({ name, quotes, only, mentions, articles, condition }) => [
        name,
        quotes,
        only?.quote,
        mentions,
        articles,
        condition
      ]),
      [['Portugal', 1, 1, 1, 1, 'about:"Portugal"']]
    )
    assert.equal(unplacedInAll, 1)
  })

  it('counts in what the filter leaves', () => {
    const [porto] = picture('map', 'article:"The bridge again"').places
    assert.deepEqual([porto?.quotes, porto?.mentions, porto?.articles, porto?.only?.quote], [1, 1, 1, 0])
  })
})

describe('the picture of repeated quotes', () => {
  it('has the quote with the articles that carry it, and words that find it', () => {
    const shown = picture('reuse')
    assert.deepEqual(shown.groups, [
      {
        text: '"All is well in the old town of Porto today,"',
        kind: 'direct',
        sources: ['Bo Lind'],
        times: 2,
        articles: 2,
        words: 'All is well in the old town of Porto today'
      }
    ])
    assert.deepEqual(
      shown.articles.map(({ headline }) => headline),
      ['Old bridge stays open', 'The bridge again']
    )
    assert.equal(shown.dots.length, 2)
    assert.equal(viewOf(folder, { filter: shown.groups[0]!.words }).distinctQuotes, 1)
  })
})

describe('the network of who speaks about whom', () => {
  it('links a source with whom its quotes mention, by whatever word', () => {
    const { nodes, links, sources } = picture('network')
    const name = (node: number) => nodes[node]?.name
    assert.deepEqual(
      links.map(({ from, to, quotes, only }) => `${name(from)} > ${name(to)}: ${quotes}${only ? ', one quote' : ''}`),
      ['Ann Reed > Bo Lind: 2', 'Bo Lind > Portugal: 1, one quote']
    )
    assert.deepEqual(
      nodes.map(({ name: who, kind, quotes, about }) => `${who} (${kind}): ${quotes}, ${about} about`),
      ['Ann Reed (person): 3, 0 about', 'Bo Lind (person): 2, 2 about', 'Portugal (acting-place): 0, 1 about']
    )
    assert.equal(sources, 2)
  })

  it('leads to what the filter then finds', () => {
    const [link] = picture('network').links
    assert.equal(viewOf(folder, { filter: 'source:"Ann Reed" about:"Bo Lind"' }).distinctQuotes, link?.quotes)
  })
})

describe('a picture', () => {
  it('is made once for a view and a size', () => {
    const view = viewOf(folder)
    const make = (rows: number) => finish(makePicture(view, 'matrix', { rows, columns: 10 }))
    assert.equal(make(10), make(10))
    assert.notEqual(make(10), make(11))
  })
})
