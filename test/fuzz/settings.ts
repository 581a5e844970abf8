import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isWrongValue, rightValue, settingValues, type SettingName } from '../../src/workspace/settingValues'
import type { Fuzzed } from './fuzzed'

/** Settings with any value: what is used is right, and is the default where the value is wrong. */
export function fuzzedSettings(): readonly Fuzzed[] {
  const value = fc.oneof(
    fc.anything(),
    fc.constantFrom(null, NaN, -1, 1e308, 'all', true, ['**'], { all: 1 }, '__proto__')
  )
  return [
    {
      name: 'settings of any value',
      runs: 1000,
      property: fc.property(fc.constantFrom(...(Object.keys(settingValues) as SettingName[])), value, (name, given) => {
        const used = rightValue(name, given)
        assert.equal(isWrongValue(name, used), false)
        if (isWrongValue(name, given)) assert.deepEqual(used, settingValues[name].fallback)
        else if (given !== undefined) assert.deepEqual(used, given)
      })
    }
  ]
}
