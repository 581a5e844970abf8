import assert from 'node:assert/strict'
import { URI } from 'vscode-uri'
import { codingCounts } from '../../../src/codebook/codingCounts.js'
import { codingsById } from '../../../src/codebook/codingsById.js'
import { memoKey, memoPath, readMemoKey, writeMemoKey } from '../../../src/codebook/memos/memoAddress.js'
import { memoDrafts } from '../../../src/codebook/memos/memoDrafts.js'
import { recentCodes } from '../../../src/codebook/recentCodes.js'
import { quoted, shownWords } from '../../../src/codebook/shownWords.js'
import type { Decision } from '../../../src/annotations/index.js'
import { MemoryAnnotations } from '../workspace/memoryAnnotations'
import { anchor } from '../annotations/codebook/example'

const text = 'We will cut taxes. Rents will rise.'
const [first, second] = [URI.parse('file:///folder/a.txt'), URI.parse('file:///folder/b.txt')]

describe('the counts of the codebook', () => {
  it('follow what is decided, undone and done again', () => {
    const annotations = new MemoryAnnotations()
    const counts = codingCounts(annotations)
    const shown = () =>
      [counts.inArticle(first), counts.inArticle(second), counts.inAll()].map((map) =>
        [...map].map(([code, count]) => `${code} ${count}`).join(', ')
      )
    assert.deepEqual(shown(), ['', '', ''])
    annotations.perform(giveStep(annotations, first, 'A', 'cut taxes'))
    annotations.perform(giveStep(annotations, second, 'A', 'Rents'))
    assert.deepEqual(shown(), ['A 1', 'A 1', 'A 2'])
    annotations.perform(giveStep(annotations, second, 'B', 'Rents'))
    assert.deepEqual(shown(), ['A 1', 'A 1, B 1', 'A 2, B 1'])
    annotations.undo()
    assert.deepEqual(shown(), ['A 1', 'A 1', 'A 2'])
    annotations.redo()
    assert.deepEqual(shown()[2], 'A 2, B 1')
    assert.equal(counts.inArticle(undefined).size, 0)
    counts.dispose()
  })

  it('find codings again by their ids', () => {
    const annotations = new MemoryAnnotations()
    annotations.perform(giveStep(annotations, first, 'A', 'cut taxes'))
    const [coding] = annotations.decisions(first)
    const found = codingsById(annotations, new Set([coding!.id, 'gone', '__proto__']))
    assert.deepEqual(
      found.map(({ article, coding: { code } }) => `${article} ${code}`),
      ['file:///folder/a.txt A']
    )
  })
})

describe('what is remembered of a workspace', () => {
  it('are the codes used last, each once, and not too many', () => {
    const recent = recentCodes(memory())
    recent.used(['A'])
    recent.used(['B', 'C'])
    recent.used(['A'])
    assert.deepEqual(recent.list(), ['A', 'B', 'C'])
    recent.used(Array.from({ length: 30 }, (_, index) => `${index}`))
    assert.equal(recent.list().length, 20)
    assert.deepEqual(recentCodes(memory({ 'codebook.recent': [1, 'A', null] })).list(), ['A'])
    assert.deepEqual(recentCodes(memory({ 'codebook.recent': 'A' })).list(), [])
  })

  it('are the places of memos that are not written yet', () => {
    const drafts = memoDrafts(memory())
    const annotations = new MemoryAnnotations()
    const decision = annotations.draft({ kind: 'memo', text: '' }, { target: [anchor(text, 'Rents')] })
    const place = { kind: 'decision', article: first.toString(), decision } as const
    drafts.keep(place)
    drafts.keep({ kind: 'about', folder: 'file:///folder', about: '' })
    assert.deepEqual(drafts.find(memoKey(place)), place)
    assert.equal(drafts.find({ kind: 'about', folder: 'file:///other', about: '' }), undefined)
  })
})

describe('the address of a memo', () => {
  it('says what the memo is about, and is read again', () => {
    const key = { kind: 'about', folder: 'file:///a b/%23', about: 'urn:uuid:1?#&\u201C' } as const
    const uri = URI.from({ scheme: 'article-annotator-memo', path: memoPath('Memo'), query: writeMemoKey(key) })
    assert.deepEqual(readMemoKey(URI.parse(uri.toString()).query), key)
  })

  it('has a name that is a file name, whatever the memo is about', () => {
    assert.equal(memoPath('Memo on \u201Ca/b\\c: d?\u201D'), '/Memo on \u201Ca b c d \u201D.md')
    assert.equal(memoPath('\u0000../..'), '/.. ...md')
    assert.equal(memoPath('  '), '/memo.md')
  })

  it('may be anything else', () => {
    const hostile = [
      '',
      'null',
      '[]',
      '{"kind":"about"}',
      '{"kind":"decision","article":1,"id":"x"}',
      '{',
      '"__proto__"'
    ]
    for (const query of hostile) assert.equal(readMemoKey(query), undefined, query)
  })
})

describe('words in lists', () => {
  it('are on one line, no icons, and cut', () => {
    assert.equal(shownWords(' a\n$(check) b\u202E '), 'a $\u2060(check) b\uFFFD')
    assert.equal(quoted('x'.repeat(100), 10), `\u201C${'x'.repeat(10)}\u2026\u201D`)
    assert.ok(shownWords('x'.repeat(1e7)).length < 130)
  })
})

function giveStep(annotations: MemoryAnnotations, article: URI, code: string, words: string) {
  const after: Decision = annotations.draft({ kind: 'code', code }, { target: [anchor(text, words)] })
  return { label: 'code', edits: [{ kind: 'decision', article: article.toString(), after }] as const }
}

function memory(kept: Record<string, unknown> = {}) {
  const values = new Map(Object.entries(kept))
  return {
    get: <T>(key: string) => values.get(key) as T | undefined,
    update: (key: string, value: unknown) => {
      values.set(key, JSON.parse(JSON.stringify(value)))
      return Promise.resolve()
    }
  } as Parameters<typeof recentCodes>[0]
}
