import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  contrast,
  isColor,
  nextColor,
  palette,
  safeColor,
  shownColor
} from '../../../../src/annotations/codebook/index.js'
import { codebook } from './example'

describe('colours of codes', () => {
  it('are seen on light and dark backgrounds', () => {
    for (const { name, color } of palette)
      for (const background of ['#ffffff', '#1f1f1f', '#000000'])
        assert.ok(contrast(color, background) >= 3, `${name} on ${background}: ${contrast(color, background)}`)
  })

  it('can be told from each other', () => {
    for (const [index, a] of palette.entries())
      for (const b of palette.slice(0, index)) assert.ok(distance(a.color, b.color) > 0.08, `${a.name} and ${b.name}`)
  })

  it('are given in turn, the least used first', () => {
    assert.equal(nextColor([]), palette[0]?.color)
    assert.equal(
      nextColor(codebook(`A ${palette[0]?.color}`, `B ${palette[2]?.color}`).project.codes),
      palette[1]?.color
    )
    const all = palette.map(({ color }, index) => `${'ABCDEFGHIJKL'[index]} ${color}`)
    assert.equal(nextColor(codebook(...all).project.codes), palette[0]?.color)
  })

  it('that a researcher chose are shown so that they can be seen', () => {
    assert.equal(shownColor('#2a80e2', 'dark'), '#2a80e2')
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(hex, (color) => {
        assert.ok(contrast(shownColor(color, 'light'), '#ffffff') >= 3)
        assert.ok(contrast(shownColor(color, 'dark'), '#000000') >= 3)
      })
    )
  })

  it('are nothing else, wherever they come from', () => {
    for (const hostile of ['red', '#12', '#12345g', '#123456;} body{display:none', 'url(x)', ' #123456', '#123456\n']) {
      assert.equal(isColor(hostile), false, hostile)
      assert.equal(safeColor(hostile), '#808080', hostile)
      assert.match(shownColor(hostile, 'dark'), /^#[0-9a-f]{6}$/, hostile)
    }
  })
})

/** In OKLab, which is made so that equal distances look alike. */
function distance(a: string, b: string): number {
  const [x, y] = [lab(a), lab(b)] as const
  return Math.hypot(...x.map((value, index) => value - y[index]!))
}

function lab(color: string): readonly number[] {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(color.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  ]
}
