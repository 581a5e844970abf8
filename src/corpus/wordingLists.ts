import { firstIndex } from '../util/binarySearch'
import { numberMap } from '../util/numberMap'
import type { Stretch } from './fingerprint'
import type { WordingTable } from './wordingTable'

/** For some of the runs of words the wordings that have them, in order of key. */
export interface WordingLists {
  add(wording: number): void
  remove(wording: number): void
  /** The wordings before and behind a wording in its lists, each once. */
  neighbours(wording: number): ReadonlySet<number>
}

export function wordingLists(wordings: Pick<WordingTable, 'key' | 'runs'>): WordingLists {
  /** By a run: a wording that is alone, as most are, or -1 - the index of a list. */
  const byRun = numberMap()
  const lists: number[][] = []
  const unused: number[] = []

  const eachRun = (wording: number, visit: (run: number) => void) => eachListedRun(wordings.runs(wording), visit)

  /** The index of a wording in a list, or where it would be inserted. */
  function placeOf(list: readonly number[], wording: number): number {
    const key = wordings.key(wording)
    return firstIndex(list.length, (index) => wordings.key(list[index]!) >= key)
  }

  function insert(run: number, wording: number): void {
    const known = byRun.get(run)
    if (known === undefined) byRun.set(run, wording)
    else if (known < 0) lists[-1 - known]!.splice(placeOf(lists[-1 - known]!, wording), 0, wording)
    else {
      const index = unused.pop() ?? lists.length
      lists[index] = wordings.key(known) < wordings.key(wording) ? [known, wording] : [wording, known]
      byRun.set(run, -1 - index)
    }
  }

  function erase(run: number, wording: number): void {
    const known = byRun.get(run)
    if (known === wording) byRun.delete(run)
    if (known === undefined || known >= 0) return
    const list = lists[-1 - known]!
    const at = placeOf(list, wording)
    if (list[at] === wording) list.splice(at, 1)
    if (list.length > 1) return
    byRun.set(run, list[0]!)
    lists[-1 - known] = []
    unused.push(-1 - known)
  }

  return {
    add: (wording) => eachRun(wording, (run) => insert(run, wording)),
    remove: (wording) => eachRun(wording, (run) => erase(run, wording)),
    neighbours(wording) {
      const near = new Set<number>()
      eachRun(wording, (run) => {
        const known = byRun.get(run)
        if (known === undefined || known >= 0) return
        const list = lists[-1 - known]!
        const at = placeOf(list, wording)
        if (at > 0) near.add(list[at - 1]!)
        if (at + 1 < list.length) near.add(list[at + 1]!)
      })
      return near
    }
  }
}

/** Visits a wording's smallest run and those divisible by 4: about a quarter, and the same runs in every wording. */
export function eachListedRun({ prints, from, to }: Stretch, visit: (run: number) => void): void {
  for (let at = from; at < to; at++) if (at === from || prints[at]! % 4 === 0) visit(prints[at]!)
}
