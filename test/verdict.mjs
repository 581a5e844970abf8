// @ts-check
// What a stage's output and end come to. A stage that ran no test is red, however it ended.

/** @typedef {'check' | 'mocha' | 'marker' | 'seeds'} Counting what a stage's output tells */
/** @typedef {{ passed: number, failed: number, said: string }} Verdict */

/**
 * @param {Counting} counting @param {string} output @param {string} ending 'exit 0' when the command was content
 * @returns {Verdict}
 */
export function verdict(counting, output, ending) {
  const counts = counters[counting](output)
  if (counts === undefined) return { passed: 0, failed: 1, said: `no counts, ${ending}` }
  const { passed, failed, said = `${passed} passed, ${failed} failed` } = counts
  if (failed > 0) return { passed, failed, said }
  if (ending !== 'exit 0') return { passed, failed: 1, said: `${said}, but ${ending}` }
  if (passed === 0 && counts.said === undefined) return { passed, failed: 1, said: 'ran no test' }
  return { passed, failed, said }
}

/** @type {Record<Counting, (output: string) => { passed: number, failed: number, said?: string } | undefined>} */
const counters = {
  // A command that is content or not: one check.
  check: () => ({ passed: 1, failed: 0, said: 'content' }),
  mocha: (output) => {
    const passed = sum(output, /^ {2}(\d+) passing/gm)
    const failed = sum(output, /^ {2}(\d+) failing/gm)
    return passed === undefined ? undefined : { passed, failed: failed ?? 0 }
  },
  marker: (output) => {
    const lines = [...output.matchAll(/^article-annotator tests: (\d+) passed, (\d+) failed$/gm)]
    return lines.length === 1 ? { passed: Number(lines[0]?.[1]), failed: Number(lines[0]?.[2]) } : undefined
  },
  seeds: (output) => {
    const line = /^seeds: (.*)$/m.exec(output)?.[1]
    if (line === undefined) return undefined
    return line.startsWith('absent') ? { passed: 0, failed: 0, said: line } : { passed: 1, failed: 0, said: line }
  }
}

/** @param {string} output @param {RegExp} pattern @returns {number | undefined} nothing when it matches nowhere */
function sum(output, pattern) {
  const found = [...output.matchAll(pattern)]
  return found.length === 0 ? undefined : found.reduce((total, match) => total + Number(match[1]), 0)
}
