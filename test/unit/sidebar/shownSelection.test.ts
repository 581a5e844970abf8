import assert from 'node:assert/strict'
import { shownSelection } from '../../../src/sidebar/shownSelection.js'
import { finish } from '../../../src/util/steps.js'
import type { FolderArticle } from '../../../src/workspace/folderArticle.js'
import { decidedArticle, decisionsOf } from './decidedExample.js'
import { exampleArticle, exampleFolder } from './example.js'

const bridge = decidedArticle(
  exampleArticle('bridge.txt', 'Ann Reed said the bridge was safe. Bo Lind hopes for rain. It is red.', {
    entities: [
      { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed'] },
      { type: 'person', name: 'Bo Lind', mentions: ['Bo Lind'] }
    ],
    quotes: [
      { content: 'the bridge was safe', source: 'Ann Reed', cue: 'said', kind: 'indirect', speaker: 'Ann Reed' },
      { content: 'rain', source: 'Bo Lind', cue: 'hopes', kind: 'indirect', attitude: true, speaker: 'Bo Lind' }
    ]
  }),
  [
    { what: { kind: 'accept' }, words: 'the bridge was safe' },
    { what: { kind: 'code', code: 'c2' }, words: 'bridge' },
    { what: { kind: 'memo', text: 'Is it red?' }, words: 'It' }
  ]
)
const later = exampleArticle('later.txt', 'Ann Reed said the river was low.', {
  entities: [{ type: 'person', name: 'Ann Reed', mentions: ['Ann Reed'] }],
  quotes: [{ content: 'the river was low', source: 'Ann Reed', cue: 'said', kind: 'indirect', speaker: 'Ann Reed' }]
})
const sport = exampleArticle('sport.txt', 'Eva Sol won.', {
  entities: [{ type: 'person', name: 'Eva Sol', mentions: ['Eva Sol'] }]
})
const folder = exampleFolder(bridge, later, sport)

describe('what the filter of the sidebar shows', () => {
  it('is a person with all quotes where the filter names one', () => {
    assert.deepEqual(shown('reed'), [
      'bridge.txt: mention Ann Reed, quote the bridge was safe',
      'later.txt: mention Ann Reed, quote the river was low',
      'sport.txt: left out'
    ])
  })

  it('are quotes and codings by their words, and memos by theirs', () => {
    assert.deepEqual(shown('bridge'), [
      'bridge.txt: quote the bridge was safe, code bridge',
      'later.txt: left out',
      'sport.txt: left out'
    ])
    assert.deepEqual(shown('is it red'), ['bridge.txt: memo It', 'later.txt: left out', 'sport.txt: left out'])
  })

  it('are what people hope and fear only where the lists show it', () => {
    assert.deepEqual(shown('rain'), ['bridge.txt: left out', 'later.txt: left out', 'sport.txt: left out'])
    assert.deepEqual(shown('rain', true)[0], 'bridge.txt: quote rain')
  })

  it('are what researchers have decided, by a condition', () => {
    assert.deepEqual(shown('is:decided'), [
      'bridge.txt: quote the bridge was safe, code bridge, memo It',
      'later.txt: left out',
      'sport.txt: left out'
    ])
    assert.deepEqual(shown('code:taxes')[0], 'bridge.txt: quote the bridge was safe, code bridge')
  })

  it('is everything that is listed without a filter', () => {
    assert.deepEqual(shown('', true), [
      'bridge.txt: mention Ann Reed, mention Bo Lind, quote the bridge was safe, quote rain, code bridge, memo It',
      'later.txt: mention Ann Reed, quote the river was low',
      'sport.txt: mention Eva Sol'
    ])
  })
})

function shown(filter: string, showAttitudes = false): readonly string[] {
  const select = finish(shownSelection(folder, filter, showAttitudes, decisionsOf(bridge)))
  return [bridge, later, sport].map((article: FolderArticle) => {
    const { name, text, analysis, decided } = article
    const selection = select({ article, decided })
    const words = (start = 0, end = 0) => text.slice(start, end)
    const found = [
      ...analysis.mentions.flatMap(({ start, end }, index) =>
        selection.mention(index) ? `mention ${words(start, end)}` : []
      ),
      ...analysis.quotes.flatMap(({ content: [piece] }, index) =>
        selection.quote(index) ? `quote ${words(piece?.start, piece?.end)}` : []
      ),
      ...(decided?.marks ?? []).flatMap((mark) =>
        selection.mark(mark) ? `${mark.kind} ${mark.target[0]?.exact ?? ''}` : []
      )
    ]
    return `${name}: ${found.length === 0 && selection.leavesOutEmpty ? 'left out' : found.join(', ')}`
  })
}
