// @ts-check
// What a stage's output and end come to. A stage that ran no test is red, however it ended.
import { readMarker } from './host/marker.mjs'

/** @typedef {'check' | 'mocha' | 'marker'} Counting what a stage's output tells */
/** @typedef {{ passed: number, failed: number, said: string }} Verdict */

/**
 * @param {Counting} counting @param {string} output @param {string} ending 'exit 0' when the command was content
 * @returns {Verdict}
 */
export function verdict(counting, output, ending) {
  if (counting === 'check')
    return ending === 'exit 0' ? { passed: 1, failed: 0, said: 'content' } : { passed: 0, failed: 1, said: ending }
  const counts = counting === 'marker' ? readMarker(output) : readMocha(output)
  if (counts === undefined) return { passed: 0, failed: 1, said: `no counts, ${ending}` }
  const { passed, failed } = counts
  const said = `${passed} passed, ${failed} failed`
  if (failed > 0) return { passed, failed, said }
  if (ending !== 'exit 0') return { passed, failed: 1, said: `${said}, but ${ending}` }
  if (passed === 0) return { passed, failed: 1, said: 'ran no test' }
  return { passed, failed, said }
}

/** @param {string} output @returns {import('./host/marker.mjs').Counts | undefined} nothing when mocha did not come to its end */
function readMocha(output) {
  const passed = sum(output, /^ {2}(\d+) passing/gm)
  return passed === undefined ? undefined : { passed, failed: sum(output, /^ {2}(\d+) failing/gm) ?? 0 }
}

/** @param {string} output @param {RegExp} pattern @returns {number | undefined} nothing when it matches nowhere */
function sum(output, pattern) {
  const found = [...output.matchAll(pattern)]
  return found.length === 0 ? undefined : found.reduce((total, match) => total + Number(match[1]), 0)
}
