import { roles } from '../weights/sizes'

export interface RolePath {
  /** A role a piece. */
  readonly path: Uint8Array
  /** Of the path among all lawful ones. */
  readonly probability: number
}

const count = roles.length

/**
 * The best lawful sequence of roles, and how likely it is among all lawful ones. A source or a content is its begin alone, or
 * begin, insides and end; what is cut off by the window may lack its end. `logRoles`: for each piece the logarithms of the roles' probabilities.
 */
export function rolePath(logRoles: Float32Array): RolePath {
  const length = logRoles.length / count
  const path = new Uint8Array(length)
  if (length === 0) return { path, probability: 1 }
  const from = new Uint8Array(logRoles.length)
  // The best path to each role of a piece, and all lawful paths to it together.
  let best = first(logRoles)
  let all = first(logRoles)
  for (let piece = 1; piece < length; piece++) {
    const nextBest = new Float64Array(count)
    const nextAll = new Float64Array(count)
    for (let role = 0; role < count; role++) {
      const log = logRoles[piece * count + role]!
      const before = predecessors[role]!
      let winner = before[0]!
      for (const other of before) if (best[other]! > best[winner]!) winner = other
      from[piece * count + role] = winner
      nextBest[role] = best[winner]! + log
      nextAll[role] = logSum(all, before) + log
    }
    best = nextBest
    all = nextAll
  }
  let role = best.indexOf(Math.max(...best))
  const probability = Math.exp(best[role]! - logSum(all, everyRole))
  for (let piece = length - 1; piece >= 0; piece--) {
    path[piece] = role
    role = from[piece * count + role]!
  }
  return { path, probability: Math.min(1, probability) }
}

/** The logarithm of all lawful paths together. */
export function logOfLawful(logRoles: Float32Array): number {
  const length = logRoles.length / count
  let all = first(logRoles)
  for (let piece = 1; piece < length; piece++) {
    const next = new Float64Array(count)
    for (let role = 0; role < count; role++)
      next[role] = logSum(all, predecessors[role]!) + logRoles[piece * count + role]!
    all = next
  }
  return length === 0 ? 0 : logSum(all, everyRole)
}

const everyRole = roles.map((_, role) => role)

function kind(role: number): 'none' | 'begin' | 'inside' | 'end' {
  return role === 0 ? 'none' : (['begin', 'inside', 'end'] as const)[(role - 1) % 3]!
}

function mayFollow(before: number, role: number): boolean {
  const isSame = before > 0 && role > 0 && Math.floor((before - 1) / 3) === Math.floor((role - 1) / 3)
  const isOpen = kind(before) === 'begin' || kind(before) === 'inside'
  if (kind(role) === 'inside' || kind(role) === 'end') return isSame && isOpen
  // One that is open goes on to its end; a begin may stand alone.
  return kind(before) !== 'inside'
}

const predecessors: readonly (readonly number[])[] = everyRole.map((role) =>
  everyRole.filter((before) => mayFollow(before, role))
)

/** A sequence begins with a begin, or with nothing. */
function first(logRoles: Float32Array): Float64Array {
  return Float64Array.from(everyRole, (role) =>
    kind(role) === 'none' || kind(role) === 'begin' ? logRoles[role]! : -Infinity
  )
}

function logSum(values: Float64Array, some: readonly number[]): number {
  let top = -Infinity
  for (const index of some) top = Math.max(top, values[index]!)
  if (top === -Infinity) return top
  let sum = 0
  for (const index of some) sum += Math.exp(values[index]! - top)
  return top + Math.log(sum)
}
