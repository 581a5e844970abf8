import { mappedInSteps, type Steps } from '../../util/steps'

/** So many fit beside a paragraph. */
export const mostLanes = 6

/**
 * By lane the sources that are quoted in each block, -1 for an empty lane. A source keeps its lane from one block to the next;
 * others take the first that is free. Those that find none are left out.
 */
export function* railsOf(quotedIn: readonly (readonly number[])[]): Steps<readonly (readonly number[])[]> {
  let before: readonly number[] = []
  const lanesOf = (quoted: readonly number[]) => {
    const lanes: number[] = []
    const kept = quoted.filter((source) => before.includes(source))
    for (const source of kept) lanes[before.indexOf(source)] = source
    for (const source of quoted) {
      if (kept.includes(source)) continue
      let lane = 0
      while (lanes[lane] !== undefined) lane++
      if (lane < mostLanes) lanes[lane] = source
    }
    before = Array.from(lanes, (source) => source ?? -1)
    return before
  }
  return yield* mappedInSteps(quotedIn, lanesOf, 200)
}
