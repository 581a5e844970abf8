import assert from 'node:assert/strict'
import {
  readFilterText,
  toggled,
  wholeFilter,
  withArticle,
  withTyped
} from '../../../src/webview/sidebar/filterText.js'
import { visibleRows, type Row } from '../../../src/webview/sidebar/rows.js'
import { nextStep, steppedRow } from '../../../src/webview/sidebar/stepping.js'
import type { NodeContent, TreeNode } from '../../../src/webview/sidebar/treeNodes.js'
import { articleChoices, withArticles } from '../../../src/sidebar/articleChoices.js'
import { exampleArticle } from './example.js'

const target = { uri: 'file:///a.txt', start: 0, end: 1 }
const quote = (key: string): TreeNode => ({ key, content: { kind: 'quote' } as unknown as NodeContent, target })
const source = (key: string, children: readonly TreeNode[]): TreeNode => ({
  key,
  content: { kind: 'source' } as unknown as NodeContent,
  children: () => children
})
const group = (key: string, children: readonly TreeNode[]): TreeNode => ({
  key,
  content: { kind: 'group' } as unknown as NodeContent,
  children: () => children
})
const tree = [
  source('ann', [quote('q1'), group('more', [quote('q2'), quote('q3')]), quote('q4')]),
  source('bo', [{ key: 'soon', content: { kind: 'pending' } as unknown as NodeContent }])
]

function stepsFrom(open: readonly string[], from: string, direction: 1 | -1): string {
  const rows: readonly Row[] = visibleRows({ tree, toggled: new Map(open.map((key) => [key, true])) })
  const row = rows.findIndex(({ node }) => node.key === from)
  const step = nextStep(rows, steppedRow(rows, row), row, direction)
  if (step.kind === 'stay') return 'stay'
  const key = (index: number) => rows[index]?.node.key
  return step.kind === 'show' ? `show ${key(step.row)}` : `${step.kind} ${key(step.row)} from ${key(step.from)}`
}

describe('stepping through the quotes of a source', () => {
  for (const [what, open, from, direction, expected] of [
    ['opens it first', [], 'ann', 1, 'open ann from ann'],
    ['begins with the first', ['ann'], 'ann', 1, 'show q1'],
    ['or the last', ['ann'], 'ann', -1, 'show q4'],
    ['opens what is closed on the way', ['ann'], 'q1', 1, 'open more from more'],
    ['going up, too', ['ann'], 'q4', -1, 'open more from q4'],
    ['goes on in what is open', ['ann', 'more'], 'q1', 1, 'show q2'],
    ['and beyond it', ['ann', 'more'], 'q3', 1, 'show q4'],
    ['stays at the end', ['ann', 'more', 'bo'], 'q4', 1, 'stay'],
    ['stays at the beginning', ['ann'], 'q1', -1, 'stay'],
    ['waits for what is not loaded', ['bo'], 'bo', 1, 'wait soon from bo']
  ] as const)
    it(what, () => assert.equal(stepsFrom(open, from, direction), expected))
})

describe('the filter as chips and words', () => {
  it('is the same filter', () => {
    const text = readFilterText('old kind:direct source:"Ann Reed" bridge kind:')
    assert.deepEqual(text, { conditions: ['kind:direct', 'source:"Ann Reed"'], words: 'kind: old bridge' })
    assert.equal(wholeFilter(text), 'kind:direct source:"Ann Reed" kind: old bridge')
    assert.equal(
      wholeFilter(toggled(toggled(text, 'kind:direct'), 'is:coded')),
      'source:"Ann Reed" is:coded kind: old bridge'
    )
  })

  it('has a chip once a condition is complete', () => {
    const chips = (typed: string) => withTyped({ conditions: [], words: '' }, typed).conditions
    assert.deepEqual(['kind:dir', 'kind:direct ', 'source:"Ann ', 'source:"Ann Reed"', 'kind:strange '].map(chips), [
      [],
      ['kind:direct'],
      [],
      ['source:"Ann Reed"'],
      []
    ])
  })

  it('leaves one article in place of those chosen', () => {
    assert.equal(withArticle('article:"One" article:Two kind:direct', 'Three'), 'kind:direct article:"Three"')
  })
})

describe('articles to choose', () => {
  it('go by headline, or by file where headlines are alike', () => {
    const article = (path: string, title: string) =>
      exampleArticle(path, `${title}\n\nOSLO, March 3 (Northwire) -- It rains.\n`)
    const articles = [article('a.txt', 'Rain again'), article('sub/b.txt', 'Briefs'), article('c.txt', 'Briefs')]
    const choices = articleChoices(articles, 'article:"rain again"')
    assert.deepEqual(
      choices.map(({ condition, isChosen }) => `${condition} ${isChosen}`),
      ['article:"Rain again" true', 'article:"b.txt" false', 'article:"c.txt" false']
    )
    assert.equal(
      withArticles(
        'article:"Rain again" snow',
        choices.slice(1).map(({ condition }) => condition)
      ),
      'article:"b.txt" article:"c.txt" snow'
    )
  })
})
