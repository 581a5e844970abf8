import { roles, type CueReading, type WordRun } from '../../../encoder'
import type { RoleShares } from './roleShares'

/** Begins and ends that are tried, the likeliest ones; and how many runs of them are given. */
const edges = 6
const most = 4
/** What is less likely than this, beside the likeliest run, is not given: natural logarithm. */
const leastBeside = -5

/**
 * The likeliest single runs of words of a part (source or content), the likeliest first. `first`: the part's first role; `shares` are of
 * that part.
 */
export function likelyRuns(
  { logRoles, wordOfPiece, seen }: CueReading,
  { gain }: RoleShares,
  first: number
): readonly WordRun[] {
  const begins = new Float64Array(seen.end - seen.start).fill(-Infinity)
  const ends = new Float64Array(begins.length).fill(-Infinity)
  for (let piece = 0; piece < wordOfPiece.length; piece++) {
    const word = wordOfPiece[piece]! - seen.start
    if (word < 0) continue
    const at = piece * roles.length + first
    if (begins[word] === -Infinity) begins[word] = logRoles[at]!
    ends[word] = Math.log(Math.exp(logRoles[at]!) + Math.exp(logRoles[at + 2]!))
  }
  const runs: { run: WordRun; log: number }[] = []
  const lasts = likeliest(ends)
  for (const from of likeliest(begins))
    for (const last of lasts)
      if (last >= from) {
        const log = begins[from]! + ends[last]! + gain[last + 1]! - gain[from]!
        runs.push({ run: { start: seen.start + from, end: seen.start + last + 1 }, log })
      }
  runs.sort((a, b) => b.log - a.log || a.run.start - b.run.start || a.run.end - b.run.end)
  const top = runs[0]?.log ?? 0
  return runs
    .slice(0, most)
    .filter(({ log }) => log - top > leastBeside)
    .map(({ run }) => run)
}

/** The indexes of the largest numbers, ascending. */
function likeliest(logs: Float64Array): readonly number[] {
  const kept: number[] = []
  for (let at = 0; at < logs.length; at++) {
    if (kept.length === edges && logs[at]! <= logs[kept.at(-1)!]!) continue
    const place = kept.findIndex((other) => logs[other]! < logs[at]!)
    kept.splice(place < 0 ? kept.length : place, 0, at)
    if (kept.length > edges) kept.pop()
  }
  return kept.sort((a, b) => a - b)
}
