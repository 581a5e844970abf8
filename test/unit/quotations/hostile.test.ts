import assert from 'node:assert/strict'
import { attributionsIn } from './attributions'

/** Seconds of this process for a text of so many characters on one line. */
function seconds(unit: string, length: number): number {
  const text = unit.repeat(Math.ceil(length / unit.length))
  const before = process.cpuUsage()
  attributionsIn(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

describe('hostile text', () => {
  it('time grows with the text, not with its square', () => {
    for (const unit of [
      'Ortega said "no", ',
      'he said, ',
      'saying, ',
      '\u2018no\u2019s ',
      'said he told ',
      '\u201da ',
      '\u201ca\u201d \u2014 Ana '
    ]) {
      seconds(unit, 25000)
      // Four times the text; a square would take sixteen times as long. The tenth covers what is too short to measure.
      const short = seconds(unit, 50000)
      const long = seconds(unit, 200000)
      assert.ok(long < 9 * short + 0.1, `${unit}: ${short} s, then ${long} s`)
    }
  })
})
