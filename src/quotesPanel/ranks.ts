import { sortInSteps } from '../util/sortInSteps'
import type { Steps } from '../util/steps'

/** The place of each key among the different keys, from 1; 0 for "", of which nothing is known. */
export type Ranks = Uint32Array

export function* ranksOfKeys(keys: readonly string[]): Steps<Ranks> {
  const sorted = yield* sortInSteps([...keys.keys()], (a, b) =>
    keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b
  )
  const ranks = new Uint32Array(keys.length)
  let rank = 0
  let before = ''
  for (const [at, place] of sorted.entries()) {
    if (at % 16384 === 0) yield
    const key = keys[place]!
    if (key !== before) rank++
    before = key
    ranks[place] = rank
  }
  return ranks
}
