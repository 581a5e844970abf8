import assert from 'node:assert/strict'
import fc from 'fast-check'
import { numberMap } from '../../../src/util/numberMap'
import { ranges } from '../../../src/util/ranges'

describe('a map of numbers', () => {
  it('has what a map has, whatever is set and deleted', () => {
    // Few different keys, and many: they meet in the same places, and the map grows.
    const key = fc.oneof(
      fc.nat(12),
      fc.nat(40).map((step) => step * 4),
      fc.nat(2 ** 32 - 1)
    )
    const change = fc.tuple(key, fc.option(fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 }), { freq: 3 }))
    fc.assert(
      fc.property(fc.array(change, { maxLength: 300 }), (changes) => {
        const map = numberMap()
        const plain = new Map<number, number>()
        for (const [at, value] of changes) {
          if (value === null) {
            map.delete(at)
            plain.delete(at)
          } else {
            map.set(at, value)
            plain.set(at, value)
          }
          assert.equal(map.size, plain.size)
        }
        for (const [at] of changes) assert.equal(map.get(at), plain.get(at))
      })
    )
  })
})

describe('ranges of numbers', () => {
  it('never give one number to two', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.boolean())), (wishes) => {
        const numbers = ranges()
        const owners = new Map<number, number>()
        const taken: (readonly [first: number, count: number])[] = []
        for (const [at, [count, isReturning]] of wishes.entries()) {
          const last = isReturning ? taken.pop() : undefined
          if (last) {
            numbers.giveBack(...last)
            for (let number = last[0]; number < last[0] + last[1]; number++) owners.delete(number)
          }
          const first = numbers.take(count)
          taken.push([first, count])
          for (let number = first; number < first + count; number++) {
            assert.ok(!owners.has(number) && number < numbers.size())
            owners.set(number, at)
          }
        }
      })
    )
  })

  it('are used again', () => {
    const numbers = ranges()
    for (let count = 0; count < 1000; count++) numbers.giveBack(numbers.take(33 + (count % 8)), 33 + (count % 8))
    assert.equal(numbers.size(), 40)
  })
})
