import assert from 'node:assert/strict'
import fc from 'fast-check'
import { emptyProject } from '../../../src/annotations/index.js'
import { emptyAnalysis } from '../../../src/workspace/analyzeInSlices.js'
import { readArticle, showSource, type ArticleFormat } from '../../../src/article/index.js'
import { blocksOf, linesAsBlocks } from '../../../src/reading/layout/blocks.js'
import { layOut, layOutPlain, type LayoutOptions } from '../../../src/reading/layout/layout.js'
import { railsOf } from '../../../src/reading/layout/rails.js'
import { finish } from '../../../src/util/steps.js'
import { exampleArticle } from '../sidebar/example.js'
import { readableLayout } from './readable.js'

const all: LayoutOptions = {
  highlights: { persons: true, organizations: true, groups: true, places: true, quotes: true, sources: true },
  attitudes: false,
  codes: true,
  project: emptyProject,
  unknownCode: 'Unknown code'
}

const text = [
  'Talks end',
  'OSLO, March 3 (Northwire) -- The talks are over, Ann Reed said on Monday.',
  '"We tried," she said. Bo Lind fears a long winter.',
  'The town hall was empty.',
  '"It is late," Bo Lind told Oslo.'
].join('\n\n')

const article = exampleArticle('talks.txt', text, {
  entities: [
    { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed'] },
    { type: 'person', name: 'Bo Lind', mentions: ['Bo Lind', 'Bo Lind'] },
    { type: 'place', name: 'Oslo', mentions: ['!Oslo'] }
  ],
  quotes: [
    { content: 'The talks are over', kind: 'indirect', source: 'Ann Reed', cue: 'said', speaker: 'Ann Reed' },
    { content: '"We tried,"', source: 'she', speaker: 'Ann Reed' },
    { content: 'a long winter', kind: 'indirect', attitude: true, source: 'Bo Lind', speaker: 'Bo Lind' },
    { content: '"It is late,"', speaker: 'Bo Lind' }
  ]
})

describe('the layout of the reading view', () => {
  it('has the paragraphs with their highlights, and who is quoted beside them', () => {
    assert.deepEqual(readableLayout(finish(layOut(article, all))), [
      'source 1: Ann Reed, 2',
      'source 2: Bo Lind, 1',
      'title: Talks end',
      'body 1: [OSLO, March 3 (Northwire) --|dateline] [The talks are over|indirectQuote quoteShade says 1], [Ann Reed|source person is 1] [said|cue] on Monday.',
      'body 1: ["We tried,"|directQuote quoteShade says 1] [she|source is 1] said. [Bo Lind|person] fears a long winter.',
      'body: The town hall was empty.',
      'body 2: ["It is late,"|directQuote quoteShade says 2] [Bo Lind|person] told [Oslo|actingPlace].'
    ])
  })

  it('shows what is switched on, as the editor does', () => {
    const off = { ...all.highlights, persons: false, places: false, sources: false }
    const lines = readableLayout(finish(layOut(article, { ...all, attitudes: true, highlights: off })))
    assert.deepEqual(lines.slice(0, 2), ['source 1: Ann Reed, 2', 'source 2: Bo Lind, 2'])
    assert.equal(
      lines[4],
      'body 12: ["We tried,"|directQuote quoteShade says 1] [she|is 1] said. [Bo Lind|is 2] fears [a long winter|attitude says 2].'
    )
  })

  it('shows of Markdown what a reader sees, and what is no prose apart', () => {
    const source = ['# The *talks*', '', 'Ann &amp; Bo **met**.', '', '```', 'let x', '```', ''].join('\n')
    const read = readArticle(source, 'markdown')
    assert.deepEqual(
      readableLayout(finish(layOutPlain(read, finish(blocksOf(read))))).map((line) => line.replaceAll('\n', '/')),
      ['title: The talks', 'body: Ann & Bo met.', 'other: ```/let x/```']
    )
  })

  it('gives a source the same lane from paragraph to paragraph, and no more than six', () => {
    assert.deepEqual(
      finish(railsOf([[3, 1], [1], [], [1, 2], [2, 4], [1, 2, 3, 4, 5, 6, 7]])).map((lanes) => lanes.join(' ')),
      ['3 1', '-1 1', '', '1 2', '4 2', '4 2 1 3 5 6']
    )
  })

  it('cuts a text of which nothing is known at its lines, and long lines', () => {
    const blocks = linesAsBlocks(`one\n\n  two \n${'x'.repeat(9000)}`)
    assert.deepEqual(
      blocks.map(({ start, end }) => end - start),
      [3, 3, 4000, 4000, 1000]
    )
  })

  it('loses no visible character and invents none, and each run stands where it says', () => {
    const piece = fc.constantFrom(
      'Ann',
      ' ',
      '\n',
      '\n\n',
      '*',
      '**',
      '[a](b)',
      '&amp;',
      '<b>',
      '`c`',
      '# ',
      '> ',
      '\uD800',
      '\r\n',
      '- ',
      '|'
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom<ArticleFormat>('plain', 'markdown'),
        (pieces, format) => {
          const read = readArticle(pieces.join(''), format)
          const layout = finish(layOut({ id: 'a', ...read, article: read, analysis: emptyAnalysis }, all))
          const seen = layout.blocks.map(({ runs }) => runs.map((run) => run.text).join('')).join('')
          // Marks of blocks, such as that of a heading, are no words.
          const words = (all: string) => all.replace(format === 'plain' ? /\s/g : /\P{L}/gu, '')
          assert.equal(words(seen), words(showSource(read).text))
          for (const { start, end, runs } of layout.blocks) {
            let from = 0
            for (const run of runs) {
              assert.ok(run.start >= from && run.end > run.start && start + run.end <= end)
              if (run.text.length === run.end - run.start && !run.text.includes('&'))
                assert.equal(run.text, read.text.slice(start + run.start, start + run.end))
              from = run.end
            }
          }
        }
      )
    )
  })
})
