import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isWrongValue, rightValue, settingValues, type SettingName } from '../../../src/workspace/settingValues'
import { root } from '../../engine'

const names = Object.keys(settingValues) as SettingName[]
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  contributes: { configuration: { properties: Record<string, { default: unknown; enum?: readonly string[] }> } }
}
const { properties } = manifest.contributes.configuration

describe('the values of settings', () => {
  it('are known of every setting of the manifest, with its default', () => {
    assert.deepEqual(
      Object.fromEntries(names.map((name) => [`articleAnnotator.${name}`, settingValues[name].fallback])),
      Object.fromEntries(Object.entries(properties).map(([name, { default: value }]) => [name, value]))
    )
  })

  it('are right where the manifest says so', () => {
    for (const name of names)
      for (const value of properties[`articleAnnotator.${name}`]?.enum ?? [settingValues[name].fallback]) {
        assert.equal(rightValue(name, value), value)
        assert.equal(isWrongValue(name, value), false)
      }
    assert.equal(rightValue('article.maximumSize', 5_000_000), 5_000_000)
    assert.deepEqual(rightValue('folder.exclude', []), [])
  })

  it('are the defaults, and wrong, where they are of another type or too small or large', () => {
    const wrong: readonly unknown[] = [null, NaN, -1, 0, 0.5, 999, 5_000_001, 1e300, Infinity, {}, [1], [null], [['a']]]
    const words = new Set<string>(['folder.include', 'annotator'])
    for (const name of names)
      for (const value of [...wrong, ...(words.has(name) ? [] : ['a word'])]) {
        assert.equal(rightValue(name, value), settingValues[name].fallback, `${name}: ${String(value)}`)
        assert.equal(isWrongValue(name, value), true, `${name}: ${String(value)}`)
      }
  })

  it('are the defaults, and not wrong, where nothing is set', () => {
    for (const name of names) {
      assert.equal(rightValue(name, undefined), settingValues[name].fallback)
      assert.equal(isWrongValue(name, undefined), false)
    }
  })
})
