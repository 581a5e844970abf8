import type { PlacedBlock, ReadingBlock } from '../protocol/reading'
import type { LaidBlock } from './layout/layout'

/** The blocks that a page has: of a next state only new ones are sent. */
export interface SentBlocks {
  /** What to post of these blocks. A page that has just begun has none: `anew` says so. */
  of(
    blocks: readonly LaidBlock[],
    anew: boolean
  ): {
    readonly blocks: readonly PlacedBlock[]
    readonly added: readonly ReadingBlock[]
  }
}

/** A block is known by all that is seen of it, and its place among its likes, wherever in the text it is. */
export function sentBlocks(): SentBlocks {
  let known = new Map<string, string>()
  let count = 0
  return {
    of(blocks, anew) {
      if (anew) known = new Map()
      const present = new Map<string, string>()
      const uses = new Map<string, number>()
      const added: ReadingBlock[] = []
      const placed = blocks.map(({ start, rails, role, runs, codes, memos }): PlacedBlock => {
        const look = JSON.stringify([role, runs, codes, memos])
        const use = (uses.get(look) ?? 0) + 1
        uses.set(look, use)
        const key = use === 1 ? look : `${look} ${use}`
        const id = known.get(key) ?? `b${++count}`
        if (!known.has(key)) added.push({ id, role, runs, codes, memos })
        present.set(key, id)
        return { id, start, rails }
      })
      known = present
      return { blocks: placed, added }
    }
  }
}
