import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Code } from '../../../../src/annotations/index.js'
import {
  addCode,
  cleanCodeName,
  codeOfShortcut,
  codePath,
  codePathNames,
  codesInOrder,
  codeTree,
  deleteCodes,
  describeCode,
  mergeCodes,
  moveCodes,
  recolorCodes,
  renameCode,
  setCodeShortcut,
  shiftCodes,
  sortCodes,
  touchedBy
} from '../../../../src/annotations/codebook/index.js'
import { after, codebook, coding, layered, now, refusal, shown, shownDecisions, signing, withMemo } from './example'

const text = 'We will cut taxes. Rents will rise. Nobody will pay.'

describe('codes of the codebook', () => {
  describe('as a tree', () => {
    it('have an order, and names on the way to them', () => {
      const { project } = codebook('Politics', 'Economy', '  Rents', '  Taxes')
      const tree = codeTree(project.codes)
      assert.deepEqual(shown(codebook('Politics', 'Economy', '  Rents', '  Taxes')), [
        'Politics',
        'Economy',
        '  Rents',
        '  Taxes'
      ])
      assert.deepEqual(codePath(tree, 'Taxes'), ['Economy', 'Taxes'])
      assert.deepEqual(codePath(tree, '__proto__'), [])
    })

    it('are all there when a parent is gone or below its child, as git may merge them', () => {
      const { project } = codebook('A', '  B', '    C', 'D')
      const changed = (id: string, parent: string) => (code: Code) => (code.id === id ? { ...code, parent } : code)
      const circle = project.codes.map(changed('A', 'C'))
      assert.deepEqual(shown({ folder: '', project: { ...project, codes: circle } }), ['A', '  B', '    C', 'D'])
      const gone = project.codes.map(changed('B', 'nobody'))
      assert.deepEqual(shown({ folder: '', project: { ...project, codes: gone } }), ['A', 'B', '  C', 'D'])
      const self = project.codes.map(changed('D', 'D'))
      assert.deepEqual(shown({ folder: '', project: { ...project, codes: self } }), ['A', '  B', '    C', 'D'])
    })

    it('are each there once, whatever their parents and orders are', () => {
      const code = fc.record({ parent: fc.integer({ min: 0, max: 9 }), order: fc.integer({ min: 0, max: 3 }) })
      fc.assert(
        fc.property(fc.array(code, { maxLength: 10 }), (drawn) => {
          const codes = drawn.map(({ parent, order }, index): Code => ({
            id: `${index}`,
            name: `${index}`,
            color: '#000000',
            parent: `${parent}`,
            order,
            creator: 'Ann',
            created: now
          }))
          const ids = codesInOrder(codeTree(codes)).map(({ code: { id } }) => id)
          assert.deepEqual([...ids].sort(), codes.map(({ id }) => id).sort())
        })
      )
    })

    it('may be a chain of a hundred thousand', () => {
      const codes = Array.from({ length: 100_000 }, (_, index): Code => ({
        ...codebook('A').project.codes[0]!,
        id: `${index}`,
        parent: `${(index + 1) % 100_000}`
      }))
      assert.equal(codesInOrder(codeTree(codes)).length, codes.length)
    })
  })

  describe('are added', () => {
    it('at the end of their siblings, in the colour of the code above or the least used one', () => {
      const book = codebook('Economy #d16e0d', '  Taxes')
      const sign = signing()
      const below = addCode(book, ['Economy', 'Rents'], sign)
      const top = addCode(book, ['Politics'], sign)
      assert.deepEqual(
        shown(after([...below!.edits, ...top!.edits], book), ({ name, color }) => `${name} ${color}`),
        ['Economy #d16e0d', '  Taxes #2a80e2', '  Rents #d16e0d', 'Politics #3a9742']
      )
    })

    it('with all that is missing on the way; what is there is used, however it is written', () => {
      const book = codebook('Economy', '  Taxes')
      assert.deepEqual(shown(after(addCode(book, ['economy', 'TAXES'], signing())?.edits, book)), shown(book))
      const { code, edits } = addCode(book, codePathNames('Economy > Taxes > VAT \u203A Food'), signing())!
      assert.deepEqual(shown(after(edits, book)), ['Economy', '  Taxes', '    VAT', '      Food'])
      assert.equal(code.name, 'Food')
      assert.equal(addCode(book, [' ', '\u0000'.repeat(0)], signing()), undefined)
    })

    it('below a code that was chosen', () => {
      const book = codebook('Economy', 'Politics')
      assert.deepEqual(shown(after(addCode(book, ['Taxes'], signing(), 'Economy')?.edits, book)), [
        'Economy',
        '  Taxes',
        'Politics'
      ])
    })

    it('with names on one line, without controls, not endless, and as they are otherwise', () => {
      assert.equal(cleanCodeName('  Tax\n cuts\t\u202E '), 'Tax cuts \uFFFD')
      assert.equal(cleanCodeName('a > b / c =1+1 <b>'), 'a > b / c =1+1 <b>')
      assert.equal(cleanCodeName('x'.repeat(1e6)).length, 120)
      assert.equal(cleanCodeName(`${'x'.repeat(119)}\u{1F600}`), 'x'.repeat(119))
      assert.deepEqual(codePathNames('5>3'), ['5>3'])
    })
  })

  describe('are changed', () => {
    const book = codebook('Economy 1', '  Taxes 2', 'Politics')

    it('in name, colour, description', () => {
      assert.deepEqual(shown(after(renameCode(book, 'Taxes', ' Levies ', now), book)), [
        'Economy',
        '  Levies',
        'Politics'
      ])
      assert.deepEqual(renameCode(book, 'Taxes', ' \n ', now), [])
      assert.deepEqual(renameCode(book, 'Taxes', 'Taxes', now), [])
      const colored = after(recolorCodes(book, ['Economy', 'Politics'], '#FF0000', now), book)
      assert.deepEqual(
        shown(colored, ({ color }) => color),
        ['#ff0000', '  #2a80e2', '#ff0000']
      )
      assert.deepEqual(recolorCodes(book, ['Economy'], 'red;}', now), [])
      const described = after(describeCode(book, 'Economy', ' Money.\nAnd goods. ', now), book)
      const economy = described.project.codes.find(({ id }) => id === 'Economy')
      assert.equal(economy?.description, 'Money.\nAnd goods.')
      const without = after(describeCode(described, 'Economy', '', now), described)
      assert.deepEqual(
        without.project.codes.filter((code) => 'description' in code),
        []
      )
    })

    it('in their digit, which one code has', () => {
      const show = ({ name, shortcut }: Code) => `${name} ${shortcut ?? '-'}`
      assert.deepEqual(shown(after(setCodeShortcut(book, 'Politics', '2', now), book), show), [
        'Economy 1',
        '  Taxes -',
        'Politics 2'
      ])
      assert.deepEqual(shown(after(setCodeShortcut(book, 'Economy', undefined, now), book), show), [
        'Economy -',
        '  Taxes 2',
        'Politics -'
      ])
      assert.deepEqual(setCodeShortcut(book, 'Politics', '10', now), [])
      assert.equal(codeOfShortcut(book.project.codes, '2')?.name, 'Taxes')
      assert.equal(codeOfShortcut(book.project.codes, '3'), undefined)
    })
  })

  describe('are moved', () => {
    const book = codebook('A', '  A1', '  A2', '    A2x', 'B', 'C')

    it('below another code, several at once, with what is below them', () => {
      assert.deepEqual(shown(after(moveCodes(book, ['C', 'A2', 'A2x'], 'B', now), book)), [
        'A',
        '  A1',
        'B',
        '  A2',
        '    A2x',
        '  C'
      ])
    })

    it('to the top, at its end', () => {
      assert.deepEqual(shown(after(moveCodes(book, ['A2x', 'A'], undefined, now), book)), [
        'B',
        'C',
        'A',
        '  A1',
        '  A2',
        '    A2x'
      ])
    })

    it('never below themselves or into nothing', () => {
      assert.equal(moveCodes(book, ['A'], 'A2x', now), undefined)
      assert.equal(moveCodes(book, ['A'], 'A', now), undefined)
      assert.equal(moveCodes(book, ['A'], 'nobody', now), undefined)
    })

    it('up and down among their siblings, several together', () => {
      assert.deepEqual(
        shown(after(shiftCodes(book, ['B', 'C'], -1, now), book)).filter((line) => !line.startsWith(' ')),
        ['B', 'C', 'A']
      )
      assert.deepEqual(
        shown(after(shiftCodes(book, ['A', 'B'], 1, now), book)).filter((line) => !line.startsWith(' ')),
        ['C', 'A', 'B']
      )
      assert.deepEqual(shiftCodes(book, ['A', 'B'], -1, now), [])
      assert.deepEqual(shiftCodes(book, ['C'], 1, now), [])
    })

    it('into the order of their names', () => {
      const unsorted = codebook('c', '  z', '  y', 'B', 'a')
      const compare = (a: string, b: string) => a.localeCompare(b, 'en')
      assert.deepEqual(shown(after(sortCodes(unsorted, undefined, compare, now), unsorted)), [
        'a',
        'B',
        'c',
        '  y',
        '  z'
      ])
      assert.deepEqual(shown(after(sortCodes(unsorted, 'c', compare, now), unsorted)), ['c', '  y', '  z', 'B', 'a'])
    })
  })

  describe('are merged', () => {
    it('with codings of everybody, codes below them and notes; recoding keeps memos', () => {
      const book = withMemo(codebook('Economy', '  Taxes', '    VAT', 'Levies 3', 'Politics'), 'Levies', 'See 2024.')
      const articles = [
        layered('a.txt', coding(text, 'Levies: cut taxes (sure?)'), coding(text, 'Taxes: cut taxes (yes)')),
        layered('b.txt', coding(text, 'Levies: Rents', 'Ben'), coding(text, 'Politics: Rents', 'Ben'))
      ]
      const edits = mergeCodes(book, ['Levies', 'Taxes'], 'Taxes', articles, now)
      const merged = after(edits, book)
      assert.deepEqual(
        shown(merged, ({ name, shortcut }) => [name, shortcut].filter(Boolean).join(' ')),
        ['Economy', '  Taxes 3', '    VAT', 'Politics']
      )
      assert.deepEqual(shownDecisions(edits, ...articles), [
        'a.txt Ann: Taxes: cut taxes (yes\n\nsure?)',
        'b.txt Ben: Politics: Rents',
        'b.txt Ben: Taxes: Rents'
      ])
      assert.deepEqual(
        merged.project.memos.map(({ about, text: memo }) => `${about}: ${memo}`),
        ['Taxes: See 2024.']
      )
    })

    it('also into a code that is below one of them', () => {
      const book = codebook('A', '  B', '    C', '  D')
      assert.deepEqual(shown(after(mergeCodes(book, ['A', 'B'], 'C', [], now), book)), ['C', '  D'])
    })

    it('where two become one on the same words of the same annotator, and not of another', () => {
      const book = codebook('A', 'B', 'C')
      const article = layered(
        'a.txt',
        coding(text, 'A: Rents (one)'),
        coding(text, 'B: Rents (two)'),
        coding(text, 'B: Rents', 'Ben')
      )
      assert.deepEqual(shownDecisions(mergeCodes(book, ['A', 'B'], 'C', [article], now), article), [
        'a.txt Ann: C: Rents (one\n\ntwo)',
        'a.txt Ben: C: Rents'
      ])
    })

    it('with what says that they do not apply, unless the merged code is given there', () => {
      const article = layered(
        'a.txt',
        refusal(text, 'A: Rents'),
        refusal(text, 'B: Rents'),
        refusal(text, 'A: We'),
        coding(text, 'B: We'),
        refusal(text, 'C: pay'),
        refusal(text, 'A: pay'),
        coding(text, 'A: Rents', 'Ben'),
        refusal(text, 'C: Rents', 'Ben')
      )
      assert.deepEqual(shownDecisions(mergeCodes(codebook('A', 'B', 'C'), ['A', 'B'], 'C', [article], now), article), [
        'a.txt Ann: C: We',
        'a.txt Ann: not C: Rents',
        'a.txt Ann: not C: pay',
        'a.txt Ben: C: Rents'
      ])
    })

    it('not into nothing, nor with themselves', () => {
      const book = codebook('A', 'B')
      assert.deepEqual(mergeCodes(book, ['A'], 'nobody', [], now), [])
      assert.deepEqual(mergeCodes(book, ['A'], 'A', [], now), [])
    })
  })

  describe('are deleted', () => {
    const book = withMemo(codebook('Economy', '  Taxes', '    VAT', '  Rents', 'Politics'), 'Taxes', 'Which?')
    const articles = [
      layered('a.txt', coding(text, 'Taxes: cut taxes'), coding(text, 'VAT: pay'), coding(text, 'Politics: We')),
      layered('b.txt', coding(text, 'Taxes: Rents', 'Ben'), refusal(text, 'Taxes: pay', 'Ben'))
    ]

    it('with what is below them and all codings', () => {
      const edits = deleteCodes(book, ['Taxes'], 'too', articles, now)
      assert.deepEqual(shown(after(edits, book)), ['Economy', '  Rents', 'Politics'])
      assert.deepEqual(after(edits, book).project.memos, [])
      assert.deepEqual(shownDecisions(edits, ...articles), ['a.txt Ann: Politics: We'])
    })

    it('or alone: what is below them moves up', () => {
      const edits = deleteCodes(book, ['Economy', 'Taxes'], 'stay', articles, now)
      assert.deepEqual([...shown(after(edits, book))].sort(), ['Politics', 'Rents', 'VAT'])
      assert.deepEqual(shownDecisions(edits, ...articles), ['a.txt Ann: Politics: We', 'a.txt Ann: VAT: pay'])
    })

    it('after it was said what is touched', () => {
      assert.deepEqual(touchedBy(new Set(['Taxes', 'VAT']), articles, book.project, 'Ann'), {
        codings: 3,
        articles: 2,
        ofOthers: 1,
        memos: 1
      })
    })
  })
})
