import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Decision, Mark } from '../../../../src/annotations/index.js'
import {
  codeCounts,
  codeSegments,
  codingTarget,
  giveCodes,
  memosAbout,
  memoText,
  recode,
  withoutCodings,
  writeAboutMemo,
  writeMemo,
  type Draft,
  type DecisionMemo
} from '../../../../src/annotations/codebook/index.js'
import { readArticle, type Span } from '../../../../src/article/index.js'
import {
  after,
  anchor,
  codebook,
  coding,
  folder,
  layered,
  now,
  refusal,
  shownDecision,
  shownDecisions,
  signing,
  withMemo
} from './example'
import { processorTime } from '../../../processorTime.js'

const text = 'We will cut taxes. Rents will rise. Nobody will pay.'
const draft: Draft = (content, place) => ({
  id: `new ${content.kind}`,
  creator: 'Ann',
  created: now,
  ...place,
  ...content
})

describe('codings', () => {
  it('are counted by code', () => {
    const decisions = [coding(text, 'A: Rents'), coding(text, 'B: We'), coding(text, 'A: We')]
    assert.deepEqual([...codeCounts(decisions)], [['A', 2], ['B', 1]]) // prettier-ignore
  })

  it('are given to words, several and each once, and taken off', () => {
    const article = layered(
      'a.txt',
      coding(text, 'A: Rents'),
      coding(text, 'B: Rents'),
      coding(text, 'C: Rents', 'Ben')
    )
    const targets = [[anchor(text, 'Rents')], [anchor(text, 'We')]]
    const edits = giveCodes(article, targets, { give: ['A', 'C', 'C'], take: ['B'] }, 'Ann', draft)
    const shownEdit = (decision: Decision | undefined) => (decision ? shownDecision(decision) : '')
    assert.deepEqual(
      edits.map((edit) => `${shownEdit(edit.before)} -> ${shownEdit(edit.after)}`),
      ['B: Rents -> ', ' -> C: Rents', ' -> A: We', ' -> C: We']
    )
  })

  it('take the place of what says that the code does not apply', () => {
    const refused = refusal(text, 'A: Rents')
    const article = layered('a.txt', refused, refusal(text, 'A: We'), refusal(text, 'A: Rents', 'Ben'))
    const edits = giveCodes(article, [[anchor(text, 'Rents')]], { give: ['A', 'B'] }, 'Ann', draft)
    assert.deepEqual(shownDecisions(edits.slice(0, 2), article), [
      'a.txt Ann: A: Rents',
      'a.txt Ann: not A: We',
      'a.txt Ben: not A: Rents'
    ])
    const coded = coding(text, 'B: Rents')
    const both = layered('a.txt', coded, ...article.layers.flatMap(({ decisions }) => decisions))
    assert.deepEqual(shownDecisions(recode([both], [{ article: 'a.txt', coding: coded }], 'A', now), both), [
      'a.txt Ann: A: Rents',
      'a.txt Ann: not A: We',
      'a.txt Ben: not A: Rents'
    ])
  })

  it('get another code with their memos, and can be taken away', () => {
    const codings = [coding(text, 'A: Rents (note)'), coding(text, 'A: We')]
    const article = layered('a.txt', ...codings, coding(text, 'B: We'))
    const placed = codings.map((found) => ({ article: 'a.txt', coding: found }))
    const edits = recode([article], placed, 'B', now)
    assert.deepEqual(shownDecisions(edits, article), ['a.txt Ann: B: Rents (note)', 'a.txt Ann: B: We'])
    assert.equal(edits[0]?.after?.id, codings[0]?.id)
    assert.deepEqual(shownDecisions(withoutCodings(placed), article), ['a.txt Ann: B: We'])
  })

  describe('are about', () => {
    const source = (quotes: readonly (readonly Span[])[] = []) => ({
      text,
      article: readArticle(text, 'plain'),
      analysis: { mentions: [], entities: [], links: [], quotes: quotes.map((content) => quote(content)) }
    })
    const target = (selection: Span, quotes: readonly (readonly Span[])[], coded: readonly (readonly Span[])[]) => {
      const found = codingTarget(source(quotes), selection, coded)
      return found && `${found.kind}: ${found.pieces.map(({ start, end }) => text.slice(start, end)).join(' \u2026 ')}`
    }
    const at = (words: string): Span => ({ start: text.indexOf(words), end: text.indexOf(words) })

    it('the selected words, without white space around them', () => {
      assert.equal(target({ start: 7, end: 12 }, [], []), 'selection: cut')
      assert.equal(target({ start: 18, end: 19 }, [], []), undefined)
    })

    it('without a selection the quote, the coded words or the sentence at the cursor', () => {
      assert.equal(target(at('will rise'), [], []), 'sentence: Rents will rise.')
      const said = [anchor(text, 'We will'), anchor(text, 'Rents will rise')]
      assert.equal(target(at('will rise'), [said], []), 'quote: We will \u2026 Rents will rise')
      assert.equal(target(at('will rise'), [said], [[anchor(text, 'will rise')]]), 'coded: will rise')
      assert.equal(target(at('Rents'), [said], [[anchor(text, 'cut')]]), 'quote: We will \u2026 Rents will rise')
    })
  })

  describe('are drawn', () => {
    const drawn = (...marks: readonly Mark[]) =>
      codeSegments(marks).map(
        ({ start, end, lanes, hasMemo }) =>
          `${text.slice(start, end)} | ${lanes.map((code) => code ?? '-').join(' ')}${hasMemo ? ' + memo' : ''}`
      )

    it('below each other where they overlap, each in its own lane', () => {
      assert.deepEqual(drawn(coding(text, 'A: We will cut'), coding(text, 'B: cut taxes'), coding(text, 'C: taxes.')), [
        'We will  | A',
        'cut | A B',
        '  | - B',
        'taxes | C B',
        '. | C'
      ])
    })

    it('with the words that have a memo', () => {
      const memo: Mark = {
        kind: 'memo',
        id: 'm',
        creator: 'Ann',
        created: now,
        target: [anchor(text, 'taxes')],
        text: '!'
      }
      assert.deepEqual(drawn(coding(text, 'A: cut taxes'), memo, coding(text, 'B: Nobody (why)')), [
        'cut  | A',
        'taxes | A + memo',
        'Nobody | B + memo'
      ])
    })

    it('once where the same code is given twice, and not at all where there are too many', () => {
      assert.deepEqual(drawn(coding(text, 'A: cut'), coding(text, 'A: cut', 'Ben')), ['cut | A'])
      const many = 'ABCDEF'.split('').map((code) => coding(text, `${code}: cut`))
      assert.deepEqual(drawn(...many), ['cut | A B C D'])
      assert.deepEqual(drawn({ ...coding(text, 'A: cut'), target: [] }), [])
    })

    it('in order, without overlaps, over exactly the coded words', () => {
      const span = fc
        .tuple(fc.nat(30), fc.integer({ min: 0, max: 6 }))
        .map(([start, length]) => ({ start, end: start + length }))
      fc.assert(
        fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
          const marks = spans.map(({ start, end }, index): Mark => ({
            ...coding(text, `${index}: We`),
            code: `${index}`,
            target: [{ ...anchor(text, 'We'), start, end }]
          }))
          const segments = codeSegments(marks)
          const covered = (list: readonly Span[]) =>
            [
              ...new Set(list.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)))
            ].sort((a, b) => a - b)
          assert.deepEqual(covered(segments), covered(spans))
          for (const [index, { start, end }] of segments.entries()) {
            assert.ok(start < end)
            assert.ok(start >= (segments[index - 1]?.end ?? 0))
          }
        })
      )
    })

    it('in time, however many there are on the same words', () => {
      const marks = Array.from({ length: 20_000 }, (_, index): Mark => ({
        ...coding(text, `${index}: We (memo)`),
        target: [{ ...anchor(text, 'We'), start: index, end: 40_000 - index }]
      }))
      const began = processorTime()
      assert.ok(codeSegments(marks).length > 0)
      assert.ok(processorTime() - began < 2000, `${processorTime() - began} ms`)
    })
  })
})

describe('memos', () => {
  const place = (decision: Decision): DecisionMemo => ({ kind: 'decision', article: 'a.txt', decision })
  const written = (memo: DecisionMemo, words: string, ...decisions: readonly Decision[]) => {
    const article = layered('a.txt', ...decisions)
    return shownDecisions(writeMemo(memo, words, article.layers, now), article)
  }

  it('about words are made, changed, and deleted by an empty text', () => {
    const memo = draft({ kind: 'memo', text: '' }, { target: [anchor(text, 'Rents')] })
    const article = layered('a.txt', coding(text, 'A: We'))
    const edits = writeMemo(place(memo), 'Whose?\nAll?', article.layers, now)
    assert.deepEqual(shownDecisions(edits, article), ['a.txt Ann: A: We', 'a.txt Ann: memo on "Rents": Whose?\nAll?'])
    const known = edits[0]!.after as Decision
    assert.deepEqual(written(place(memo), 'Mine.', known), ['a.txt Ann: memo on "Rents": Mine.'])
    assert.deepEqual(written(place(memo), ' \n', known), [])
    assert.deepEqual(writeMemo(place(memo), '', [], now), [])
  })

  it('of a coding stay with it; one whose coding went meanwhile brings it back', () => {
    const coded = coding(text, 'A: Rents (old)')
    assert.deepEqual(written(place(coded), 'new', coded), ['a.txt Ann: A: Rents (new)'])
    assert.deepEqual(written(place(coded), '', coded), ['a.txt Ann: A: Rents'])
    assert.deepEqual(written(place(coded), 'old', coded), ['a.txt Ann: A: Rents (old)'])
    const edits = writeMemo(place(coded), 'new', [], now)
    assert.deepEqual(
      edits.map(({ after: made }) => made && shownDecision(made as Decision)),
      ['A: Rents (new)']
    )
    const source = { layers: layered('a.txt', coded).layers, project: codebook().project, annotator: 'Ann' }
    assert.equal(memoText(place(coded), source), 'old')
  })

  it('about codes, entities and the project: of each annotator one', () => {
    const book = withMemo(codebook('A'), 'A', 'of Ben', 'Ben')
    const about = { kind: 'about', folder, about: 'A' } as const
    const edits = writeAboutMemo(about, 'of Ann', book.project, 'Ann', signing())
    const both = after(edits, book)
    assert.deepEqual(
      memosAbout(both.project, 'A', 'Ann').map(({ creator, text: words }) => `${creator}: ${words}`),
      ['Ann: of Ann', 'Ben: of Ben']
    )
    const without = after(writeAboutMemo(about, '', both.project, 'Ann', signing()), both)
    assert.deepEqual(
      without.project.memos.map(({ text: words }) => words),
      ['of Ben']
    )
    assert.deepEqual(writeAboutMemo(about, 'of Ann', both.project, 'Ann', signing()), [])
    assert.equal(memoText(about, { layers: [], project: both.project, annotator: 'Ann' }), 'of Ann')
  })
})

function quote(content: readonly Span[]) {
  const evidence = { rule: 'example', confidence: 1 }
  return { content, cue: null, source: null, kind: 'direct' as const, act: 'speech' as const, speaker: null, speakerRule: null, ...evidence } // prettier-ignore
}
