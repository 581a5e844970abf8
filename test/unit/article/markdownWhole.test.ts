import assert from 'node:assert/strict'
import fc from 'fast-check'
import { markdownBlocksInSteps } from '../../../src/article/markdown'
import { shownText } from '../../../src/article'
import { finish } from '../../../src/util/steps'
import { wholeBlocks } from './wholeMarkdown'

/** The same blocks as `wholeBlocks` gives, from what an article is made of. */
function blocksOf(text: string, longestBatch?: number): readonly string[] {
  const { blocks, markup } = finish(markdownBlocksInSteps(text, longestBatch))
  return blocks
    .map(({ heading, pieces }) => {
      const words = pieces.map((piece) => shownText({ text, markup }, piece))
      return `${heading}: ${words.join('').replace(/\s+/g, '').replaceAll('\0', '\ufffd')}`
    })
    .filter((block) => !block.endsWith(': '))
}

function assertReadAsWhole(text: string): void {
  const expected = wholeBlocks(text)
  assert.deepEqual(blocksOf(text), expected)
  assert.deepEqual(blocksOf(text, 1), expected)
}

const lineStarts = fc.constantFrom(
  '',
  '',
  '',
  '> ',
  '>',
  '> > ',
  '- ',
  '-',
  '* ',
  '+   ',
  '1. ',
  '2) ',
  '10. ',
  '  ',
  '   ',
  '    ',
  '     ',
  '\t',
  ' \t',
  '[^1]: ',
  '# ',
  '## ',
  '-     ',
  '1.\t',
  '>\t',
  '- [x] '
)
const lineContents = fc.constantFrom(
  '',
  '',
  'word',
  'The talks go on.',
  '*two* words',
  '`code',
  '```',
  '~~~js',
  '````',
  '<div>',
  '</div>',
  '<b>',
  '<b a="c">',
  '<!-- x',
  '-->',
  '<script>',
  '</script>',
  '<?x',
  '<pre>',
  '<!A',
  '---',
  '===',
  '-',
  '=',
  '***',
  '- - -',
  '| a | b |',
  '|-|-|',
  '|:-|',
  'a | b',
  '-|-',
  ':-',
  '[a]: b',
  '[a]: b "t"',
  '[a]:',
  '[a]: <b',
  '[a]: (b) c',
  '"t"',
  '[a]',
  '[a][b]',
  '[^1]',
  '![a]',
  '[x] done',
  '[ ]',
  '[link](target)',
  'two  ',
  'two\\',
  '\\> no',
  '&amp; so',
  '&copy;',
  'title #',
  '#',
  '# x ##',
  '> x',
  '- x',
  '1. x',
  '7. x',
  'www.example.org',
  '[a\\]: b',
  '[b]: <c>',
  '[^1]: note',
  '[^2]:',
  '+++',
  'key: value',
  '> - x',
  '- > x'
)
const markdownLines = fc
  .array(
    fc.tuple(fc.array(lineStarts, { maxLength: 3 }), lineContents, fc.constantFrom('\n', '\n', '\n', '\n\n', '\r\n')),
    { maxLength: 12 }
  )
  .map((lines) => lines.map(([starts, content, end]) => starts.join('') + content + end).join(''))

describe('Markdown, block by block', function () {
  this.timeout(120_000)

  it('takes an address behind a definition for a line that can be underlined', () =>
    assertReadAsWhole('[a]: b "t"\nwww.example.org\n===\n'))

  it('takes a definition behind another one for what it is, also where it looks like a footnote', () =>
    assertReadAsWhole('- [x] [^1]: \n1. [a]: b\n \t \t[^1]: note\n'))

  it('gives what the parser gives for the whole text', () => {
    fc.assert(fc.property(markdownLines, assertReadAsWhole), { numRuns: Number(process.env['RUNS'] ?? 2000) })
  })
})
