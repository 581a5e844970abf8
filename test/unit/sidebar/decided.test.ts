import assert from 'node:assert/strict'
import { sidebarLists } from '../../../src/sidebar/sidebarLists.js'
import { sidebarStrings } from '../../../src/sidebar/sidebarStrings.js'
import { codingCounts, codingsOfCode } from '../../../src/sidebar/decided/codingsOfCode.js'
import { entityMentions } from '../../../src/sidebar/entityMentions.js'
import { readFilter } from '../../../src/webview/shared/filter.js'
import { codesById } from '../../../src/webview/sidebar/codeRows.js'
import { elsewhereKey } from '../../../src/webview/sidebar/model.js'
import type { Decision, Proposal } from '../../../src/annotations/index.js'
import { decideTarget, rowContext } from '../../../src/webview/sidebar/rowContext.js'
import type { Row } from '../../../src/webview/sidebar/rows.js'
import { articleParts } from '../../../src/webview/sidebar/tree.js'
import { decidedArticle, exampleProject, type ExampleDecision } from './decidedExample.js'
import { asked, exampleArticle } from './example.js'
import { shownParts, type ShownParts } from './partRows.js'

const strings = sidebarStrings({ t: (text) => text }, 'en')
const text =
  'Mayor Ann Reed met Bo Lind. "We will cut every tax," Reed said. Lind said the bridge was safe. Oslo was cold.'
const suggested = exampleArticle('talks.txt', text, {
  entities: [
    { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed', 'Reed said'] },
    { type: 'person', name: 'Bo Lind', mentions: ['Bo Lind', 'Lind said'] },
    { type: 'place', name: 'Oslo', mentions: ['Oslo'] }
  ],
  quotes: [
    { content: '"We will cut every tax,"', cue: 'said', source: 'Reed', speaker: 'Ann Reed' },
    { content: 'the bridge was safe', cue: 'said', source: 'Lind', kind: 'indirect', speaker: 'Bo Lind' }
  ]
})
const decisions: readonly ExampleDecision[] = [
  { what: { kind: 'accept' }, words: 'Ann Reed' },
  { what: { kind: 'speaker', who: null }, words: '"We will cut every tax,"' },
  { what: { kind: 'accept' }, words: 'the bridge was safe', was: 'the bridge is safe', state: 'changed', by: 'Bo' },
  { what: { kind: 'code', code: 'c2', memo: 'which tax?' }, words: 'cut every tax', by: 'Bo' },
  { what: { kind: 'code', code: 'c0' }, words: 'Mayor' },
  { what: { kind: 'code', code: 'gone' }, words: 'Oslo' },
  { what: { kind: 'memo', text: '\n  Whose word?\nAnd why' }, words: 'bridge' },
  { what: { kind: 'memo', text: 'Read again' } },
  { what: { kind: 'reject' }, words: 'Reuters', state: 'orphan' },
  { what: { kind: 'identity', who: { iri: 'x', name: 'Ann Reed', type: 'person' } }, words: 'Reed', state: 'ambiguous' }
]
const decided = decidedArticle(suggested, decisions)

function shown(
  article: typeof suggested,
  filter = '',
  open: readonly string[] = [],
  page = 50,
  proposals: readonly Proposal[] = []
): ShownParts {
  const lists = sidebarLists(asked({ article, project: exampleProject, proposals }))
  assert.ok(lists.state.kind === 'list')
  const { state } = lists
  const mentions = new Map(
    state.entities.flatMap(({ key }) => entityMentions(lists, key) ?? []).map((of) => [of.key, of])
  )
  const codings = (state.decided?.codes ?? []).flatMap(({ id }) => codingsOfCode(lists, id, filter, page) ?? [])
  const parts = articleParts({
    ...{ order: 'quotes', types: [], state, strings, filter: readFilter(filter), typed: filter, mentions },
    ...{ codes: codesById(state.decided?.codes), elsewhere: new Map(), failed: new Set<string>() },
    codings: new Map(codings.map((of) => [elsewhereKey(of.code, filter), of])),
    found: { filter, counts: [], codings: codingCounts(lists, filter) }
  })
  return shownParts(parts, strings, open)
}

function rowsOf(article: typeof suggested, filter = '', open: readonly string[] = [], page = 50): readonly Row[] {
  return shown(article, filter, open, page).rows
}

function lines(filter = '', open: readonly string[] = [], article = decided as typeof suggested): readonly string[] {
  return shown(article, filter, open).lines.map((line) => line.replace(/^( *)[-+] /, '$1'))
}

describe('what is decided in an article', () => {
  it('is told of each row, with what is to check, codes and memos in a part of their own', () => {
    assert.deepEqual(lines('', ['code c2', 'person Ann Reed', 'sources person Ann Reed']), [
      'Sources 2',
      '  Ann Reed, person, 1 quote, 1 direct, 56% of all quoted words, partly decided',
      '    "We will cut every tax,", Reed said, direct, taxes, which tax?, line 1, decided by Ann, 1 code, with a memo',
      '  Bo Lind, person, 1 quote, 1 indirect, 44% of all quoted words',
      '  All 2 quotes',
      '  Analyze the folder to see these sources in other articles',
      'Names and Places 3',
      '  Ann Reed, person, 2 mentions, 1 quote, partly decided',
      '    Mayor Ann Reed met Bo Lind. "We will cut every tax," Reed…, line 1, decided by Ann',
      '    …Ann Reed met Bo Lind. "We will cut every tax," Reed said. Lind said the bridge was safe. Oslo was cold., line 1',
      '  Bo Lind, person, 2 mentions, 1 quote',
      '  Oslo, place, 1 mention, codes: Unknown code',
      'Review and Codes 3 to check',
      '  3 to check',
      '    the bridge is safe, accepted, the words were edited, line 1, by Bo',
      '    Reuters, rejected, the words are not in the text any more, by Ann',
      '    Reed, is Ann Reed, the words are there several times, line 1, by Ann',
      '  trust, 1',
      '  taxes, economy, 1',
      '    Mayor Ann Reed met Bo Lind. "We will cut every tax," Reed said. Lind said the bridge was safe.…, line 1, by Bo, memo: which tax?',
      '  Unknown code, 1',
      '  Whose word?, bridge, line 1, by Ann',
      '  Read again, about the whole article, by Ann'
    ])
  })

  it('changes no row of an article on which nobody has decided anything', () => {
    const untouched = lines('', [], suggested).filter((line) => line !== 'Review and Codes 0')
    assert.ok(untouched.every((line) => !/decided|review|codes|memo/i.test(line)))
    assert.equal('decided' in sidebarLists(asked({ article: suggested })).state, false)
  })

  it('has what assistants propose beside it, also where nobody has decided anything', () => {
    const start = text.indexOf('Oslo')
    const main: Decision = {
      ...{ id: 'p1', creator: 'assistant-claude', created: '2026-11-28T08:00:00.000Z' },
      target: [{ exact: 'Oslo', prefix: '', suffix: '', start, end: start + 4 }],
      kind: 'memo',
      text: 'Really cold?'
    }
    const proposal = { by: main.creator, made: main.created, decisions: [main], main }
    for (const article of [suggested, decided]) {
      const { rows, lines } = shown(article, '', [], 50, [proposal])
      assert.match(lines.join('\n'), /Oslo, memo: Really cold\?, proposed by assistant-claude, line 1/)
      const targets = rows.flatMap(({ node }) => decideTarget(node) ?? [])
      assert.deepEqual(
        targets.filter(({ section }) => section === 'proposal'),
        [{ section: 'proposal', uri: article.id, start, end: start + 4, key: 'p1' }]
      )
    }
  })

  it('is looked for by states, codes and people', () => {
    const found = (filter: string) =>
      lines(filter)
        .filter((line) => !/^\S/.test(line))
        .map((line) => line.trim().split(',')[0])
    assert.deepEqual(found('is:undecided'), ['Ann Reed', 'Bo Lind', 'Oslo'])
    assert.deepEqual(found('is:decided by:ann'), [
      'Ann Reed',
      '"We will cut every tax',
      'Bo Lind',
      'the bridge was safe',
      'All 2 quotes',
      '2 to check',
      'Reuters',
      'Reed',
      'trust',
      'Mayor Ann Reed met Bo Lind. "We will cut every tax',
      'Unknown code',
      '…Reed said. Lind said the bridge was safe. Oslo was cold.',
      'Whose word?',
      'Read again'
    ])
    assert.deepEqual(found('code:economy'), [
      'Ann Reed',
      '"We will cut every tax',
      '1 quote',
      'taxes',
      'Mayor Ann Reed met Bo Lind. "We will cut every tax'
    ])
    assert.deepEqual(found('is:review bridge'), [
      'Bo Lind',
      'the bridge was safe',
      '1 quote',
      '1 to check',
      'the bridge is safe'
    ])
    assert.deepEqual(found('by:cid'), [])
  })

  it('is counted, what was rejected among it, with everybody who had a part in it', () => {
    const rejected = { what: { kind: 'reject' }, words: 'cold', by: 'Cid' } as const
    const { state } = sidebarLists(
      asked({ article: decidedArticle(suggested, [...decisions, rejected]), project: exampleProject })
    )
    assert.ok(state.kind === 'list')
    assert.deepEqual(state.decided?.progress, { decided: 4, total: 8 })
    assert.deepEqual(state.decided.people, ['Ann', 'Bo', 'Cid'])
    assert.deepEqual(
      state.decided.codes.map(({ path, color, count }) => `${path.join('/')} ${color} ${count}`),
      ['trust #808080 1', 'economy/taxes #2e86ab 1', ' #808080 1']
    )
  })

  it('shows nothing of a code that does not apply, until its words are edited', () => {
    const refused = { what: { kind: 'noCode', code: 'c2' }, words: 'tax', by: 'Cid' } as const
    assert.deepEqual(lines('', [], decidedArticle(suggested, [...decisions, refused])), lines())
    const gone = decidedArticle(suggested, [...decisions, { ...refused, state: 'orphan' }])
    const line = '    tax, not coded taxes, the words are not in the text any more, by Cid'
    assert.ok(lines('', [], gone).includes(line))
    assert.deepEqual(
      lines('taxes is:review', [], gone).filter((found) => found.includes('not coded')),
      [line]
    )
  })

  it('brings codings in pages', () => {
    const many = decidedArticle(suggested, [
      { what: { kind: 'code', code: 'c2' }, words: 'tax' },
      { what: { kind: 'code', code: 'c2' }, words: 'bridge' },
      { what: { kind: 'code', code: 'c2' }, words: 'cold' }
    ])
    const shown = (page: number) =>
      rowsOf(many, '', ['code c2'], page)
        .filter(({ node: { key } }) => key.startsWith('code c2 '))
        .map(({ node: { content } }) => (content.kind === 'coding' ? content.coding.surface : content.kind))
    assert.deepEqual(shown(3), ['tax', 'bridge', 'cold'])
    assert.deepEqual(shown(2), ['tax', 'bridge', 'more'])
  })

  it('lets every row that can be decided say where it is', () => {
    const rows = rowsOf(decided, '', ['person Ann Reed', 'sources person Ann Reed', 'code c2'])
    const targets = rows.flatMap(({ node }) => {
      const target = decideTarget(node)
      return target ? `${target.section} ${text.slice(target.start, target.end)}` : []
    })
    assert.deepEqual(targets.slice(0, 5), [
      'entity Ann Reed',
      'quote "We will cut every tax,"',
      'entity Bo Lind',
      'entity Ann Reed',
      'mention Ann Reed'
    ])
    assert.deepEqual(
      targets.filter((target) => target.startsWith('review')),
      ['review the bridge was safe', 'review ', 'review Reed']
    )
    assert.ok(targets.includes('coding cut every tax'))
    const entity = rows.find(({ node }) => node.key === 'person Ann Reed')
    assert.deepEqual(JSON.parse(rowContext(entity!.node) ?? ''), {
      webviewSection: 'entity',
      about: 'Ann Reed',
      isDecided: true,
      uri: decided.id,
      start: 6,
      end: 14,
      key: 'person Ann Reed',
      preventDefaultContextMenuItems: true
    })
    const review = rows.find(({ node }) => node.key === 'review') ?? assert.fail()
    assert.equal(rowContext(review.node.children!()[0]!)?.includes('"key":"d3"'), true)
    assert.equal(rowContext(review.node), undefined)
  })
})
