import assert from 'node:assert/strict'
import type { Decision } from '../../../src/annotations/index.js'
import { decidedArticle, decisionsOf } from './decidedExample.js'
import { exampleArticle, exampleFolder } from './example.js'
import { decideTarget } from '../../../src/webview/sidebar/rowContext.js'
import { partsOfFolder, stateOf, viewOf } from './folderRows.js'

const bridge = decidedArticle(
  exampleArticle('bridge.txt', 'Ann Reed said the bridge was safe. Bo Lind said it was not.', {
    entities: [
      { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed'] },
      { type: 'person', name: 'Bo Lind', mentions: ['Bo Lind'] }
    ],
    quotes: [
      { content: 'the bridge was safe', source: 'Ann Reed', cue: 'said', kind: 'indirect', speaker: 'Ann Reed' },
      { content: 'it was not', source: 'Bo Lind', cue: 'said', kind: 'indirect', speaker: 'Bo Lind' }
    ]
  }),
  [
    { what: { kind: 'accept' }, words: 'the bridge was safe' },
    { what: { kind: 'identity', who: { iri: 'x', name: 'Ann Reed', type: 'person' } }, words: 'Ann Reed', by: 'Bo' },
    { what: { kind: 'code', code: 'c2' }, words: 'bridge' },
    { what: { kind: 'code', code: 'c0' }, words: 'safe' }
  ]
)
const taxes = decidedArticle(
  exampleArticle('taxes.txt', 'Bo Lind said taxes would fall. A clerk waited.', {
    entities: [{ type: 'person', name: 'Bo Lind', mentions: ['Bo Lind'] }],
    quotes: [{ content: 'taxes would fall', source: 'Bo Lind', cue: 'said', kind: 'indirect', speaker: 'Bo Lind' }]
  }),
  [
    { what: { kind: 'code', code: 'c2', memo: 'really?' }, words: 'taxes would fall', by: 'Cid' },
    { what: { kind: 'accept' }, words: 'Bo Lind', was: 'Bo Lund', state: 'changed' },
    { what: { kind: 'reject' }, words: 'A clerk' }
  ]
)
const plain = exampleArticle('plain.txt', 'Eva Sol said nothing.', {
  entities: [{ type: 'person', name: 'Eva Sol', mentions: ['Eva Sol'] }]
})
const ann = { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed'] } as const
const folder = exampleFolder(bridge, plain, taxes)
const decisions = decisionsOf(bridge, taxes)

function lines(filter = '', open: readonly string[] = []): readonly string[] {
  return partsOfFolder(folder, { decisions, filter, open }).lines.map((line) => line.replace(/^( *)[-+] /, '$1'))
}

describe("what is decided in the folder's lists", () => {
  it('is told of quotes and mentions, with the codes of all articles', () => {
    assert.deepEqual(
      lines('', [
        'code c2',
        `code c2 ${bridge.id}`,
        `code c2 ${taxes.id}`,
        'sources entity person bo lind',
        'sources entity person ann reed'
      ]),
      [
        'Sources 2',
        '  Bo Lind, person, 2 quotes, 2 articles, 2 indirect, 60% of all quoted words',
        '    bridge.txt it was not, Bo Lind said, indirect, line 1',
        '    taxes.txt taxes would fall, Bo Lind said, indirect, taxes, really?, line 1, 1 code, with a memo',
        '  Ann Reed, person, 1 quote, 1 article, 1 indirect, 40% of all quoted words',
        '    bridge.txt the bridge was safe, Ann Reed said, indirect, taxes, trust, line 1, decided by Ann, 2 codes',
        '  All 3 quotes',
        'Names and Places 3',
        '  Bo Lind, person, 2 mentions, 2 quotes, 2 articles',
        '  Ann Reed, person, 1 mention, 1 quote',
        '  Eva Sol, person, 1 mention',
        'Review and Codes 1 to check',
        '  1 to check',
        '    taxes.txt Bo Lund, accepted, the words were edited, line 1, by Ann',
        '  trust, 1',
        '  taxes, economy, 2',
        '    bridge.txt, 1',
        '      Ann Reed said the bridge was safe. Bo Lind said it was not., line 1, by Ann',
        '    taxes.txt, 1',
        '      Bo Lind said taxes would fall. A clerk waited., line 1, by Cid, memo: really?'
      ]
    )
  })

  it('is looked for by states, codes and people; articles without decisions are all undecided', () => {
    const found = (filter: string) => lines(filter).filter((line) => line.startsWith('  '))
    assert.deepEqual(found('is:undecided'), [
      '  Bo Lind, person, 2 quotes, 2 articles, 2 indirect, 60% of all quoted words',
      '    bridge.txt it was not, Bo Lind said, indirect, line 1',
      '    taxes.txt taxes would fall, Bo Lind said, indirect, taxes, really?, line 1, 1 code, with a memo',
      '  All 2 quotes',
      '  Bo Lind, person, 2 mentions, 2 quotes, 2 articles',
      '  Eva Sol, person, 1 mention'
    ])
    assert.deepEqual(found('code:economy by:cid'), [
      '  Bo Lind, person, 1 quote, 1 article, 1 indirect, 30% of all quoted words',
      '    taxes.txt taxes would fall, Bo Lind said, indirect, taxes, really?, line 1, 1 code, with a memo',
      '  1 quote',
      '  taxes, economy, 1'
    ])
    assert.deepEqual(found('is:decided reed'), [
      '  Ann Reed, person, 1 quote, 1 article, 1 indirect, 40% of all quoted words',
      '    bridge.txt the bridge was safe, Ann Reed said, indirect, taxes, trust, line 1, decided by Ann, 2 codes',
      '  1 quote',
      '  Ann Reed, person, 1 mention, 1 quote'
    ])
    assert.deepEqual(found('is:review lund'), [
      '  1 to check',
      '    taxes.txt Bo Lund, accepted, the words were edited, line 1, by Ann'
    ])
  })

  it('lists what assistants propose among what is to be checked, and counts it as nothing decided', () => {
    const start = plain.text.indexOf('Eva Sol')
    const target = [{ exact: 'Eva Sol', prefix: '', suffix: '', start, end: start + 7 }]
    const proposal: Decision = {
      ...{ id: 'p1', creator: 'assistant-claude', created: '2026-11-28T08:00:00.000Z', target },
      kind: 'code',
      code: 'c1'
    }
    const proposed = {
      ...decisions,
      articles: new Set([...decisions.articles, plain.id]),
      proposals: (article: string) => (article === plain.id ? [proposal] : [])
    }
    const shown = (filter: string) =>
      partsOfFolder(folder, { decisions: proposed, filter }).lines.map((line) => line.replace(/^( *)[-+] /, '$1'))
    assert.deepEqual(
      shown('').filter((line) => line.includes('proposed')),
      ['    plain.txt Eva Sol, coded economy, proposed by assistant-claude, line 1']
    )
    const rows = partsOfFolder(folder, { decisions: proposed, filter: 'is:review eva' }).rows
    assert.deepEqual(
      rows.flatMap(({ node }) => decideTarget(node) ?? []).map(({ section, key }) => [section, key]),
      [['proposal', 'p1']]
    )
    const [before, after] = [decisions, proposed].map((of) => stateOf(viewOf(folder, { decisions: of })))
    assert.deepEqual(after?.decided, before?.decided)
    assert.deepEqual(after?.codes, before?.codes)
    assert.deepEqual([after?.tallies.codes, after?.tallies.review], [before?.tallies.codes, { count: 2, total: 2 }])
    assert.equal(viewOf(folder, { decisions: proposed }).allMarks.isDecided(plain.id), false)
  })

  it('stands among what is to be checked when its words are gone, and is counted as nothing decided', () => {
    const edited = decidedArticle(exampleArticle('bridge.txt', 'Ann Reed spoke.', { entities: [ann] }), [
      { what: { kind: 'accept' }, words: 'Ann Reed' },
      { what: { kind: 'accept' }, words: 'Bo Lind', state: 'orphan' },
      { what: { kind: 'reject' }, words: 'the bridge', state: 'orphan' },
      { what: { kind: 'code', code: 'c2' }, words: 'the harbour', state: 'ambiguous' }
    ])
    const given = { decisions: decisionsOf(edited), open: ['review'] }
    const of = exampleFolder(edited)
    assert.deepEqual(
      partsOfFolder(of, given).lines.filter((line) => /to check|bridge.txt|taxes/.test(line)),
      [
        'Review and Codes 3 to check',
        '  - 3 to check',
        '    bridge.txt Bo Lind, accepted, the words are not in the text any more, by Ann',
        '    bridge.txt the bridge, rejected, the words are not in the text any more, by Ann',
        '    bridge.txt the harbour, coded taxes, the words are there several times, line 1, by Ann'
      ]
    )
    const { decided, codes, tallies } = stateOf(viewOf(of, given))
    assert.deepEqual(decided?.progress, { decided: 1, total: 1 })
    assert.deepEqual([codes, tallies.codes, decided.codes], [[], { count: 0, total: 0 }, []])
  })

  it('is counted without unpacking an article', () => {
    const { decided } = stateOf(viewOf(folder, { decisions }))
    assert.deepEqual(decided?.progress, { decided: 4, total: 8 })
    assert.deepEqual(decided.people, ['Ann', 'Bo', 'Cid'])
    assert.equal('decided' in stateOf(viewOf(folder)), false)
  })
})
