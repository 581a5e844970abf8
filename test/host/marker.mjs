// @ts-check
/** @typedef {{ readonly passed: number, readonly failed: number }} Counts what a run of tests came to */

/**
 * The line with which a run of tests in an extension host proves that it came to its end.
 * @param {Counts} counts @returns {string}
 */
export function marker(counts) {
  return `article-annotator tests: ${counts.passed} passed, ${counts.failed} failed`
}

/**
 * The counts of the only marker line in an output, or nothing: a host died, or it never started.
 * @param {string} output @returns {Counts | undefined}
 */
export function readMarker(output) {
  const found = [...output.matchAll(/^article-annotator tests: (\d+) passed, (\d+) failed$/gm)]
  const [only] = found
  return only === undefined || found.length > 1 ? undefined : { passed: Number(only[1]), failed: Number(only[2]) }
}
