import assert from 'node:assert/strict'
import { readArticle, shownText } from '../../../src/article'

/** The paragraphs of a text as a reader sees them, line ends inside shown as a blank. */
function paragraphsOf(...lines: readonly string[]): readonly string[] {
  const article = readArticle(lines.join('\n'), 'plain')
  return article.paragraphs.map((paragraph) => shownText(article, paragraph).replace(/\s+/g, ' '))
}

describe('lines of plain text', () => {
  it('of a narrow column are one paragraph, a name parted by a line end too', () => {
    assert.deepEqual(
      paragraphsOf(
        'The harbour board said the',
        'ferry would stop in May, and',
        'its head, Nora',
        'Vale, blamed the storm.'
      ),
      ['The harbour board said the ferry would stop in May, and its head, Nora Vale, blamed the storm.']
    )
  })
  it('two lines alone go on where the first is full and the second begins no sentence', () => {
    assert.deepEqual(
      paragraphsOf(
        'The ferry was stopped on Monday by the new head of the harbour, Nora',
        'Vale, who blamed it on the storm.'
      ),
      ['The ferry was stopped on Monday by the new head of the harbour, Nora Vale, who blamed it on the storm.']
    )
    assert.deepEqual(
      paragraphsOf('The ferry was stopped on Monday by the new head of the harbour', 'The storm was blamed for it.'),
      ['The ferry was stopped on Monday by the new head of the harbour', 'The storm was blamed for it.']
    )
  })
  it('are told run by run: wrapped ones beside long ones', () => {
    const long = `The ferry stopped. ${'It had run for forty years, and nobody remembers a day without it. '.repeat(3).trim()}`
    assert.deepEqual(
      paragraphsOf(long, '', 'The board blamed the storm, and', 'said that the pier was rotten.', '', long),
      [long, 'The board blamed the storm, and said that the pier was rotten.', long]
    )
  })
  it('end anywhere: a clause a line', () => {
    assert.deepEqual(
      paragraphsOf(
        'The board met on Monday,',
        'heard the engineer,',
        'and closed the pier for good.',
        'Nobody spoke against it.',
        '',
        'The ferry,',
        'which used the pier,',
        'stopped the same day.'
      ),
      [
        'The board met on Monday, heard the engineer, and closed the pier for good. Nobody spoke against it.',
        'The ferry, which used the pier, stopped the same day.'
      ]
    )
  })
  it('may part a label behind its comma, and no other line before a label', () => {
    assert.deepEqual(
      paragraphsOf('NORA VALE,', 'HARBOUR MASTER: The pier is', 'rotten, and nobody mends it.', '', 'OLSEN: We do.'),
      ['NORA VALE, HARBOUR MASTER: The pier is rotten, and nobody mends it.', 'OLSEN: We do.']
    )
    assert.deepEqual(paragraphsOf('VALE: The pier is rotten,', 'and nobody mends it,', 'OLSEN: We do.'), [
      'VALE: The pier is rotten, and nobody mends it,',
      'OLSEN: We do.'
    ])
  })
  it('of quoted mail are read without its marks', () => {
    assert.deepEqual(
      paragraphsOf(
        'Nora Vale wrote:',
        '> The pier was rotten, and',
        '> nobody would pay for it.',
        '>',
        '> > Who would?',
        '> The county.'
      ),
      ['Nora Vale wrote:', 'The pier was rotten, and nobody would pay for it.', 'Who would?', 'The county.']
    )
  })
  it('that are double-spaced are parted by more than one blank line', () => {
    assert.deepEqual(
      paragraphsOf(
        'The board met on',
        '',
        'Monday and closed the',
        '',
        'pier for good, its',
        '',
        'head said.',
        '',
        '',
        'The ferry stopped.'
      ),
      ['The board met on Monday and closed the pier for good, its head said.', 'The ferry stopped.']
    )
  })
  it('join a word parted by a hyphen, unless it has its own', () => {
    assert.deepEqual(
      paragraphsOf(
        'The board met on Monday and the govern-',
        'ment sent nobody, though a self-',
        'styled envoy came, and a twenty-',
        'year-old too.'
      ),
      [
        'The board met on Monday and the government sent nobody, though a self-styled envoy came, and a twenty-year-old too.'
      ]
    )
  })
  it('that are names, items, turns or signatures stay apart', () => {
    for (const lines of [
      ['Nora Vale', 'Peter Olsen', 'Bank of Harwick'],
      ['NORA VALE: The pier is rotten', 'PETER OLSEN: Then mend it'],
      ['The board wants:', '\u2022 that the pier be mended', '\u2022 that the ferry run'],
      ['apples', 'pears', 'a lemon', 'flour', 'two eggs']
    ])
      assert.deepEqual(paragraphsOf(...lines), lines)
  })
})
