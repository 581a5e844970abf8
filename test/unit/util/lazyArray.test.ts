import assert from 'node:assert/strict'
import { lazyArray } from '../../../src/util/lazyArray'

describe('an array whose elements are made when they are looked at', () => {
  it('makes one by its index, once', () => {
    const made: number[] = []
    const { array: squares } = lazyArray(4, (index) => {
      made.push(index)
      return index * index
    })
    assert.equal(squares.length, 4)
    assert.deepEqual([squares[2], squares[2], squares[7]], [4, 4, undefined])
    assert.deepEqual(made, [2])
  })

  it('is an array in all else', () => {
    const { array: squares } = lazyArray(4, (index) => index * index)
    assert.ok(Array.isArray(squares))
    assert.deepEqual(squares, [0, 1, 4, 9])
    assert.deepEqual([...squares, ...squares.map((square) => -square)], [0, 1, 4, 9, -0, -1, -4, -9])
    assert.deepEqual(
      [squares.at(-1), squares.indexOf(4), squares.slice(1), [7].concat(squares)],
      [9, 2, [1, 4, 9], [7, 0, 1, 4, 9]]
    )
    assert.equal(JSON.stringify(squares), '[0,1,4,9]')
    assert.throws(() => squares.push(1))
    assert.equal(Reflect.set(squares, 0, 5), false)
    assert.deepEqual(lazyArray(0, String).array, [])
  })
})
