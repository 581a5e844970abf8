import assert from 'node:assert/strict'
import fc from 'fast-check'
import { gridKey } from '../../../src/webview/quotesPanel/gridKeys.js'
import {
  chosenRanges,
  countOf,
  isSelected,
  keptIn,
  nothingSelected,
  selectAll,
  selectOnly,
  selectTo,
  toggleRow
} from '../../../src/webview/quotesPanel/selection.js'

describe('a selection of rows', () => {
  it('is the row with the keyboard where nothing is chosen', () => {
    assert.deepEqual(chosenRanges(nothingSelected, 5), [[0, 1]])
    assert.deepEqual(chosenRanges(nothingSelected, 0), [])
    assert.deepEqual(chosenRanges(keptIn(selectOnly(9), 5), 5), [[4, 5]])
  })

  it('grows and shrinks from where it began', () => {
    const begun = selectOnly(5)
    assert.deepEqual(selectTo(begun, 8).ranges, [[5, 9]])
    assert.deepEqual(selectTo(selectTo(begun, 8), 3).ranges, [[3, 6]])
    assert.deepEqual(selectAll(begun, 100_000).ranges, [[0, 100_000]])
  })

  it('has exactly the rows that were toggled an odd number of times', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 40 }), (rows) => {
        const selection = rows.reduce(toggleRow, nothingSelected)
        const odd = new Set<number>()
        for (const row of rows) if (!odd.delete(row)) odd.add(row)
        assert.deepEqual(
          Array.from({ length: 13 }, (_, row) => isSelected(selection.ranges, row)),
          Array.from({ length: 13 }, (_, row) => odd.has(row))
        )
        assert.equal(countOf(selection.ranges), odd.size)
        selection.ranges.forEach(([from], index) => assert.ok(index === 0 || selection.ranges[index - 1]![1] < from))
      })
    )
  })
})

describe('a key in the grid', () => {
  const press = (keys: string, focused = 5) => {
    const [key = '', ...held] = keys.split('+').reverse()
    return gridKey(
      {
        key,
        shiftKey: held.includes('Shift'),
        ctrlKey: held.includes('Ctrl'),
        metaKey: false,
        altKey: held.includes('Alt')
      },
      { focused, total: 10, page: 4 }
    )
  }
  for (const [keys, expected] of [
    ['ArrowDown', { kind: 'move', row: 6, extends: false }],
    ['Shift+ArrowUp', { kind: 'move', row: 4, extends: true }],
    ['PageDown', { kind: 'move', row: 9, extends: false }],
    ['Home', { kind: 'move', row: 0, extends: false }],
    ['End', { kind: 'move', row: 9, extends: false }],
    ['Enter', { kind: 'open', beside: false }],
    ['Ctrl+Enter', { kind: 'open', beside: true }],
    ['Ctrl+a', { kind: 'all' }],
    ['a', { kind: 'act', action: 'accept' }],
    ['r', { kind: 'act', action: 'reject' }],
    ['c', { kind: 'act', action: 'code' }],
    ['Ctrl+c', { kind: 'act', action: 'copy' }],
    ['Ctrl+z', { kind: 'history', step: 'undo' }],
    ['Ctrl+Shift+z', { kind: 'history', step: 'redo' }],
    ['Alt+ArrowDown', undefined],
    ['Ctrl+p', undefined],
    ['x', undefined]
  ] as const)
    it(keys, () => assert.deepEqual(press(keys), expected))
})
