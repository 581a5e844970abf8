import assert from 'node:assert/strict'
import { orderByKeys } from '../../../src/util/orderByKeys.js'

describe('the order of keys', () => {
  for (const [keys, expected] of [
    [[], []],
    [
      [3, 7, 3, 0, 7],
      [1, 4, 0, 2, 3]
    ],
    [
      [0, 2 ** 32 - 1, 1],
      [1, 2, 0]
    ]
  ] as const)
    it(`${JSON.stringify(keys)}: the highest first, equal ones as they come`, () =>
      assert.deepEqual([...orderByKeys(keys)], expected))
})
