/** What a run of tests came to. */
export interface Counts {
  readonly passed: number
  readonly failed: number
}

/** The line with which a run of tests in an extension host proves that it came to its end. */
export function marker(counts: Counts): string {
  return `article-annotator tests: ${counts.passed} passed, ${counts.failed} failed`
}

/** The counts of the only marker line in an output, or nothing: a host died, or it never started. */
export function readMarker(output: string): Counts | undefined {
  const found = [...output.matchAll(/^article-annotator tests: (\d+) passed, (\d+) failed$/gm)]
  const only = found.length === 1 ? found[0] : undefined
  return only === undefined ? undefined : { passed: Number(only[1]), failed: Number(only[2]) }
}

/** A run counts only when its marker came, something passed and nothing failed. */
export function isGreen(counts: Counts | undefined): boolean {
  return counts !== undefined && counts.failed === 0 && counts.passed > 0
}
