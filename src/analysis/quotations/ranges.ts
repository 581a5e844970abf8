import type { Range } from './sources'

/** True when two ranges share a token. */
export function meets(a: Range, b: Range): boolean {
  return a.from < b.to && b.from < a.to
}
