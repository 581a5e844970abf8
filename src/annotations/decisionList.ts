import { lazyArray } from '../util/lazyArray'
import type { Decision } from './decision'

/**
 * What is known of the decisions of a list before they are made. A keystroke moves thousands of them: where each is now can be
 * told at once, and each is made when somebody looks at it.
 */
export interface DecisionList {
  /** Where the first piece of each one's target begins; -1 of one about the whole article. */
  readonly starts: Int32Array
  /** Where the last piece of each one's target ends; -1 of one about the whole article. */
  readonly ends: Int32Array
  readonly at: (index: number) => Decision
  /** The decision with all that it is now, but perhaps with the places of before. */
  readonly base: (index: number) => Decision
}

/** Of the lists whose decisions are made when they are looked at. */
const lazy = new WeakMap<readonly Decision[], DecisionList>()

/** Of any decisions. */
export function listOf(decisions: readonly Decision[]): DecisionList {
  return lazy.get(decisions) ?? listOfMade(decisions)
}

function listOfMade(decisions: readonly Decision[]): DecisionList {
  const starts = new Int32Array(decisions.length)
  const ends = new Int32Array(decisions.length)
  decisions.forEach(({ target }, index) => {
    starts[index] = target[0]?.start ?? -1
    ends[index] = target.at(-1)?.end ?? -1
  })
  const at = (index: number) => decisions[index]!
  return { starts, ends, at, base: at }
}

/** Decisions that are made when they are looked at, each once. */
export function lazyDecisions({ starts, ends, at, base }: DecisionList): readonly Decision[] {
  const made = lazyArray(starts.length, at)
  lazy.set(made.array, { starts, ends, at: made.at, base })
  return made.array
}

/** Some of the decisions of a list, by their indexes; the list itself where these are all. */
export function pickedDecisions(decisions: readonly Decision[], indexes: Uint32Array): readonly Decision[] {
  if (indexes.length === decisions.length && isInSequence(indexes)) return decisions
  const list = lazy.get(decisions)
  if (!list) return Array.from(indexes, (index) => decisions[index]!)
  return lazyDecisions({
    starts: pickedPlaces(list.starts, indexes),
    ends: pickedPlaces(list.ends, indexes),
    at: (index) => list.at(indexes[index]!),
    base: (index) => list.base(indexes[index]!)
  })
}

// Plain loops: they take a tenth of the time of callbacks, of which there would be thousands in a keystroke.

function isInSequence(indexes: Uint32Array): boolean {
  for (let index = 0; index < indexes.length; index++) if (indexes[index] !== index) return false
  return true
}

function pickedPlaces(places: Int32Array, indexes: Uint32Array): Int32Array {
  const picked = new Int32Array(indexes.length)
  for (let index = 0; index < indexes.length; index++) picked[index] = places[indexes[index]!]!
  return picked
}

/** The indexes of so many decisions. */
export function allIndexes(length: number): Uint32Array {
  const indexes = new Uint32Array(length)
  for (let index = 0; index < length; index++) indexes[index] = index
  return indexes
}

/** Lists one behind the other. */
export function joinedDecisions(lists: readonly (readonly Decision[])[]): readonly Decision[] {
  const some = lists.filter(({ length }) => length > 0)
  if (some.length === 1) return some[0]!
  if (!some.some((one) => lazy.has(one))) return some.flat()
  const parts = some.map(listOf)
  const length = parts.reduce((sum, { starts }) => sum + starts.length, 0)
  const [starts, ends, partOf] = [new Int32Array(length), new Int32Array(length), new Uint32Array(length)]
  const firsts: number[] = []
  let first = 0
  for (const [index, part] of parts.entries()) {
    firsts.push(first)
    starts.set(part.starts, first)
    ends.set(part.ends, first)
    partOf.fill(index, first, first + part.starts.length)
    first += part.starts.length
  }
  const within = (index: number) => index - firsts[partOf[index]!]!
  return lazyDecisions({
    starts,
    ends,
    at: (index) => parts[partOf[index]!]!.at(within(index)),
    base: (index) => parts[partOf[index]!]!.base(within(index))
  })
}

/** The indexes in order of the text, as `inTextOrder` has it; the same object where they are already, as they mostly are. */
export function orderedIndexes({ starts, ends, base }: DecisionList, indexes: Uint32Array): Uint32Array {
  const order = (a: number, b: number) =>
    starts[a]! - starts[b]! || ends[a]! - ends[b]! || compared(base(a).id, base(b).id)
  for (let index = 1; index < indexes.length; index++)
    if (order(indexes[index - 1]!, indexes[index]!) > 0) return Uint32Array.from([...indexes].sort(order))
  return indexes
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
