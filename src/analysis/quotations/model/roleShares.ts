import { roles, type CueReading, type WordRun } from '../../../encoder'

/** Of the encoder's `roles`: where those of a source begin, and those of a content. */
export const firstRole = { source: 1, content: 4 } as const

/** How the words of one cue's window divide, each by itself, into those of a part (source or content) and others. */
export interface RoleShares {
  /** The logarithm of the probability that no word is of the part. */
  readonly none: number
  /** The logarithm of the probability of the likeliest division. */
  readonly most: number
  /** Before each word of the window, and after the last: the sum of what it adds to `none` that the words before are of the part. */
  readonly gain: Float64Array
}

const surest = 0.9999

/** `first`: the part's first role. */
export function roleShares({ logRoles, wordOfPiece, seen }: CueReading, first: number): RoleShares {
  const gain = new Float64Array(seen.end - seen.start + 1)
  let none = 0
  let most = 0
  for (let piece = 0; piece < wordOfPiece.length; piece++) {
    const word = wordOfPiece[piece]!
    if (word === -1) continue
    const at = piece * roles.length + first
    const sum = Math.exp(logRoles[at]!) + Math.exp(logRoles[at + 1]!) + Math.exp(logRoles[at + 2]!)
    const share = Math.min(surest, Math.max(1 - surest, sum))
    none += Math.log(1 - share)
    most += Math.log(Math.max(share, 1 - share))
    gain[word - seen.start + 1]! += Math.log(share / (1 - share))
  }
  for (let word = 1; word < gain.length; word++) gain[word]! += gain[word - 1]!
  return { none, most, gain }
}

/** The logarithm of the probability that just the words of these runs are of the part; words outside of the window count for nothing. */
export function logOfWords({ none, gain }: RoleShares, { seen }: CueReading, runs: readonly WordRun[]): number {
  const at = (word: number) => gain[Math.min(Math.max(word - seen.start, 0), gain.length - 1)]!
  return runs.reduce((sum, { start, end }) => sum + at(end) - at(start), none)
}
