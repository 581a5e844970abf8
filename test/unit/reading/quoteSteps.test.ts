import assert from 'node:assert/strict'
import {
  endmostQuote,
  quoteElsewhere,
  quoteInArticle,
  speakerAt,
  speakerNear,
  speakerOfKey
} from '../../../src/reading/quoteSteps.js'
import { exampleArticle, exampleFolder } from '../sidebar/example.js'

const ann = { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed'] } as const
const bo = { type: 'person', name: 'Bo Lind', mentions: ['Bo Lind'] } as const

const first = exampleArticle(
  'a.txt',
  '"One," said Ann Reed. "Two," said Bo Lind. "Three," she said. She wants peace.',
  {
    entities: [ann, bo],
    quotes: [
      { content: '"One,"', speaker: 'Ann Reed', source: 'Ann Reed' },
      { content: '"Two,"', speaker: 'Bo Lind' },
      { content: '"Three,"', speaker: 'Ann Reed' },
      { content: 'peace', speaker: 'Ann Reed', attitude: true }
    ]
  }
)
const second = exampleArticle('b.txt', '"Four," said Bo Lind.', {
  entities: [bo],
  quotes: [{ content: '"Four,"', speaker: 'Bo Lind' }]
})
const third = exampleArticle('c.txt', '"Five," said Ann Reed. "Six," she said.', {
  entities: [ann],
  quotes: [
    { content: '"Five,"', speaker: 'Ann Reed' },
    { content: '"Six,"', speaker: 'Ann Reed' }
  ]
})
const folder = exampleFolder(first, second, third)

/** "e1" is Ann Reed, "e2" Bo Lind in the first article. */
const words = (
  article: typeof first,
  place: { readonly span: { readonly start: number; readonly end: number } } | undefined
) => place && article.text.slice(place.span.start, place.span.end)

describe('from quote to quote of a source', () => {
  it('goes to the next and the previous one of the article', () => {
    const at = (offset: number, direction: 'next' | 'previous', attitudes = false) =>
      words(first, quoteInArticle(first, 'e1', offset, direction, attitudes))
    assert.deepEqual(
      [at(0, 'next'), at(43, 'next'), at(43, 'next', true), at(43, 'previous'), at(0, 'previous')],
      ['"Three,"', undefined, 'peace', '"One,"', undefined]
    )
  })

  it('goes on in the next article that quotes the source, and round', () => {
    const from = (article: typeof first, direction: 'next' | 'previous') => {
      const place = quoteElsewhere(folder, article, 'e1', direction, false)
      return place && `${place.article.name} ${words(place.article, place) ?? ''} of ${place.source}`
    }
    assert.deepEqual(
      [from(first, 'next'), from(first, 'previous'), from(third, 'next'), from(second, 'next')],
      [
        'c.txt "Five," of person Ann Reed',
        'c.txt "Six," of person Ann Reed',
        'a.txt "One," of person Ann Reed',
        'a.txt "Two," of person Bo Lind'
      ]
    )
  })

  it('stays in the article where the folder is not read, or has another version of it', () => {
    const edited = exampleArticle('a.txt', '"One," said Ann Reed now.', {
      entities: [ann],
      quotes: [{ content: '"One,"', speaker: 'Ann Reed' }]
    })
    assert.equal(quoteElsewhere(undefined, first, 'e1', 'next', false), undefined)
    assert.equal(quoteElsewhere(folder, edited, 'e1', 'next', false), undefined)
    assert.equal(words(first, endmostQuote(first, 'e1', 'previous', false)), '"Three,"')
  })

  it('knows whose quote the cursor is at, or near', () => {
    const { text } = first
    assert.deepEqual(
      [text.indexOf('Two'), text.indexOf('Ann Reed'), text.length].map((offset) => speakerAt(first, offset)),
      ['e2', 'e1', undefined]
    )
    assert.deepEqual(
      [speakerNear(first, 10, 'next'), speakerNear(first, text.length, 'next'), speakerNear(second, 0, 'previous')],
      ['e2', 'e1', 'e1']
    )
    assert.equal(speakerOfKey(first, 'person Bo Lind'), 'e2')
    assert.equal(speakerOfKey(first, '__proto__'), undefined)
  })
})
