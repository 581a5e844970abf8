import type { PlacedBlock, ReadingBlock } from '../protocol/reading'
import { mappedInSteps, type Steps } from '../util/steps'
import type { LaidBlock } from './layout/layout'

/** The blocks that a page has: of a next state only new ones are sent. */
export interface SentBlocks {
  /** What is posted of these blocks: it has to be, once it is made. A page that has just begun has none: `anew` says so. */
  of(
    blocks: readonly LaidBlock[],
    anew: boolean
  ): Steps<{
    readonly blocks: readonly PlacedBlock[]
    readonly added: readonly ReadingBlock[]
  }>
}

/** A block is known by all that is seen of it, and its place among its likes, wherever in the text it is. */
export function sentBlocks(): SentBlocks {
  let known = new Map<string, string>()
  let count = 0
  return {
    *of(blocks, anew) {
      const before = anew ? new Map<string, string>() : known
      const present = new Map<string, string>()
      const uses = new Map<string, number>()
      const added: ReadingBlock[] = []
      const place = ({ start, rails, role, runs, codes, memos }: LaidBlock): PlacedBlock => {
        const look = JSON.stringify([role, runs, codes, memos])
        const use = (uses.get(look) ?? 0) + 1
        uses.set(look, use)
        const key = use === 1 ? look : `${look} ${use}`
        const id = before.get(key) ?? `b${++count}`
        if (!before.has(key)) added.push({ id, role, runs, codes, memos })
        present.set(key, id)
        return { id, start, rails }
      }
      const placed = yield* mappedInSteps(blocks, place, 20)
      known = present
      return { blocks: placed, added }
    }
  }
}
