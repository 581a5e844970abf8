import assert from 'node:assert/strict'
import { timeHead, titleHead, type GridColumn } from '../../../src/webview/overview/scenes/gridHeads.js'

/** The figures above the bars of a timeline whose columns are so wide. */
function figures(weights: readonly number[], columnWidth: number): readonly string[] {
  const told = { label: '', details: [], door: { kind: 'list', show: 'quotes' }, conditions: [] } as const
  const columns = weights.map((weight): GridColumn => ({ name: '', note: '', weight, figure: String(weight), told }))
  const { marks, height } = timeHead({ columns, columnWidth }, (text) => text.length * 6)
  for (const { y, shapes } of marks)
    for (const shape of shapes) {
      assert.ok(y >= 0)
      if (shape.kind === 'text') assert.ok(shape.y > 8 && shape.y < height)
    }
  return marks.flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.kind === 'text' ? shape.text : [])))
}

describe('the bars of a timeline', () => {
  it('have their figures, and none where nothing was said', () =>
    assert.deepEqual(figures([12, 0, 35, 9], 40), ['12', '35', '9']))

  it('have the figures of the heaviest where there is not room for all', () => {
    assert.deepEqual(figures([105, 106, 107, 4], 12), ['107'])
    assert.deepEqual(figures([105, 0, 0, 107, 0, 3], 12), ['105', '107', '3'])
    assert.deepEqual(figures([100, 100, 100, 100], 12), ['100', '100'])
  })

  it('have dates that begin where the picture does, however narrow the columns are', () => {
    const told = { label: '', details: [], door: { kind: 'list', show: 'quotes' }, conditions: [] } as const
    const columns = ['Mar 1', 'Mar 2', 'Mar 3', 'Mar 4', 'Mar 5'].map((note): GridColumn => ({
      name: '',
      note,
      weight: 1,
      figure: '1',
      told
    }))
    const { shapes } = timeHead({ columns, columnWidth: 12 }, (text) => text.length * 6)
    const dates = shapes.flatMap((shape) => (shape.kind === 'text' ? [[shape.text, shape.x]] : []))
    assert.deepEqual(dates, [
      ['Mar 1', 15],
      ['Mar 5', 54]
    ])
  })
})

describe('the dates below the names of columns', () => {
  /** Each with the middle of its words, in columns; those of the second line behind a slash. */
  function dates(days: readonly string[], columnWidth: number): readonly string[] {
    const told = { label: '', details: [], door: { kind: 'list', show: 'quotes' }, conditions: [] } as const
    const columns = days.map((written): GridColumn => {
      const [text = '', year] = written.split(', ')
      return { name: '', note: written, day: year ? { text, year } : undefined, weight: 0, figure: '', told }
    })
    const { shapes, height } = titleHead({ columns, columnWidth }, (text) => text.length * 6)
    const texts = shapes.flatMap((shape) => (shape.kind === 'text' ? shape : []))
    const top = Math.min(...texts.map(({ y }) => y))
    return texts.map(({ text, x, y, anchor }) => {
      assert.equal(anchor, 'middle')
      assert.ok(y < height)
      return `${x / columnWidth} ${y > top ? '/' : ''}${text}`
    })
  }

  it('stand each under the middle of its own column', () => {
    const days = ['Mar 1, 2025', 'Mar 6, 2025', 'Mar 6, 2026', 'no date']
    assert.deepEqual(dates(days, 80), ['0.5 Mar 1, 2025', '1.5 Mar 6, 2025', '2.5 Mar 6, 2026', '3.5 no date'])
    assert.deepEqual(dates(days, 50), ['0.5 Mar 1', '0.5 /2025', '1.5 Mar 6', '2.5 Mar 6', '2.5 /2026', '3.5 no date'])
  })

  it('are left out where one would stand on another', () =>
    assert.deepEqual(dates(['Mar 1, 2025', 'Mar 2, 2025', 'Mar 3, 2025', 'Mar 4, 2026'], 30), [
      '0.5 Mar 1',
      '0.5 /2025',
      '2.5 Mar 3'
    ]))
})
