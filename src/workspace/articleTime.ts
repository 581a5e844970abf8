/**
 * How long an article of so many UTF-16 units may take in a thread before that counts as hung. Milliseconds: a minute, and some ten
 * times what the engine takes.
 */
export function articleTime(length: number): number {
  return 60_000 + 0.8 * length
}
