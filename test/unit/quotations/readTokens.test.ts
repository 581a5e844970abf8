import { deepEqual, equal, ok } from 'node:assert/strict'
import { readArticle } from '../../../src/article'
import { readTokens } from '../../../src/analysis/quotations/model/readTokens'
import { logOfWords, roleShares, firstRole } from '../../../src/analysis/quotations/model/roleShares'
import type { Range } from '../../../src/analysis/quotations/sources'
import { readingOf } from './readings'

/** What the encoder reads, as the text of its tokens: `said | the mayor | it is late`, then its other contents. */
function read(text: string, ...marks: readonly string[]): readonly string[] {
  const article = readArticle(text, 'plain')
  const surface = ({ from, to }: Range) => text.slice(article.tokens[from]!.start, article.tokens[to - 1]!.end)
  return readTokens(article, readingOf(text, marks, 0.6)).cues.map((cue) =>
    [cue, ...(cue.source ? [cue.source] : [])]
      .map(surface)
      .concat(cue.contents.map((pieces) => pieces.map(surface).join(' … ')))
      .join(' | ')
  )
}

describe('what the encoder reads, in tokens', () => {
  it('a cue with its source and content', () => {
    deepEqual(
      read('The mayor said it is late', 'SzQCce').map((line) => line.split(' | ').slice(0, 3)),
      [['said', 'The mayor', 'it is late']]
    )
  })
  it('a content on both sides of its cue is one in two pieces', () => {
    equal(read('Late , said she , but fine', 'C.QS.Ce')[0]!.split(' | ')[2], 'Late … but fine')
  })
  it('a mark at the end of a word is a token of its own: the word has more characters of it', () => {
    equal(read('"Go home," she said.', 'CeSQ')[0]!.split(' | ')[0], 'said.')
  })
  it('of two sources the one next to the cue', () => {
    equal(read('Ann agreed and Bob said yes', 'S..SQC')[0]!.split(' | ')[1], 'Bob')
  })
  it('other stretches that are likely come behind, none twice', () => {
    const [, , ...contents] = read('The mayor said it is late', 'SzQCce')[0]!.split(' | ')
    deepEqual(contents.slice(0, 2), ['it is late', 'it is late'])
    ok(contents.length > 2)
  })
})

describe('shares of roles', () => {
  const reading = readingOf('The mayor said it is late', ['SzQCce'], 0.93)
  const [cue] = reading.cues
  const content = roleShares(cue!, firstRole.content)
  it('the likeliest words are those of the path', () => {
    ok(Math.abs(logOfWords(content, cue!, [{ start: 3, end: 6 }]) - content.most) < 1e-9)
  })
  it('fewer or other words are less likely', () => {
    for (const run of [
      { start: 3, end: 5 },
      { start: 2, end: 6 },
      { start: 0, end: 2 }
    ])
      ok(logOfWords(content, cue!, [run]) < content.most - 1)
  })
  it('words outside of the window count for nothing', () => {
    equal(logOfWords(content, cue!, [{ start: 3, end: 600 }]), logOfWords(content, cue!, [{ start: 3, end: 6 }]))
  })
})
