import { roles } from '../weights/sizes'

export interface RolePath {
  /** A role a piece. */
  readonly path: Uint8Array
  /** Of the path among all lawful ones. */
  readonly probability: number
  /** See `logOfLawful`. */
  readonly logLawful: number
}

const count = roles.length

/**
 * The best lawful sequence of roles, and how likely it is among all lawful ones. A source or a content is its begin alone, or
 * begin, insides and end; what is cut off by the window may lack its end. `logRoles`: for each piece the logarithms of the roles' probabilities.
 */
export function rolePath(logRoles: Float32Array): RolePath {
  const length = logRoles.length / count
  const path = new Uint8Array(length)
  if (length === 0) return { path, probability: 1, logLawful: 0 }
  const from = new Uint8Array(logRoles.length)
  let best = Float64Array.from(everyRole, (role) => (mayBegin[role] ? logRoles[role]! : -Infinity))
  let next = new Float64Array(count)
  for (let at = count; at < logRoles.length; at += count) {
    for (let role = 0; role < count; role++) {
      const before = predecessors[role]!
      let winner = before[0]!
      for (const other of before) if (best[other]! > best[winner]!) winner = other
      from[at + role] = winner
      next[role] = best[winner]! + logRoles[at + role]!
    }
    ;[best, next] = [next, best]
  }
  let role = best.indexOf(Math.max(...best))
  const logLawful = logOfLawful(logRoles)
  const probability = Math.exp(best[role]! - logLawful)
  for (let piece = length - 1; piece >= 0; piece--) {
    path[piece] = role
    role = from[piece * count + role]!
  }
  return { path, probability: Math.min(1, probability), logLawful }
}

/** What is less likely than this counts as this: no product of such numbers is nothing. */
const leastLog = -200

/** The natural logarithm of the probability of all lawful paths together. */
export function logOfLawful(logRoles: Float32Array): number {
  const share = (at: number) => Math.exp(Math.max(leastLog, logRoles[at]!))
  if (logRoles.length === 0) return 0
  // Shares of the lawful paths that have come to each role, and the logarithm of what they are shares of.
  let shares = Float64Array.from(everyRole, (role) => (mayBegin[role] ? share(role) : 0))
  let next = new Float64Array(count)
  let log = 0
  for (let at = count; at < logRoles.length; at += count) {
    let whole = 0
    for (let role = 0; role < count; role++) {
      let sum = 0
      for (const before of predecessors[role]!) sum += shares[before]!
      next[role] = sum * share(at + role)
      whole += next[role]!
    }
    for (let role = 0; role < count; role++) next[role]! /= whole
    log += Math.log(whole)
    ;[shares, next] = [next, shares]
  }
  return log + Math.log(shares.reduce((sum, each) => sum + each, 0))
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
const mayBegin: readonly boolean[] = everyRole.map((role) => kind(role) === 'none' || kind(role) === 'begin')
