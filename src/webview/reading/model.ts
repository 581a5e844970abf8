import type {
  HostEvent,
  KeptReading,
  PlacedBlock,
  ReadingBlock,
  ReadingState,
  ReadingStrings
} from '../../protocol/reading'
import { firstIndex } from '../../util/binarySearch'

/** A block with its place in the text. */
export interface ShownBlock extends PlacedBlock {
  readonly block: ReadingBlock
}

/** The article as it is now. */
export interface Shown extends Omit<ReadingState, 'blocks' | 'added'> {
  readonly blocks: readonly ShownBlock[]
}

export interface Model {
  readonly strings: ReadingStrings | undefined
  readonly kept: KeptReading | undefined
  readonly shown: Shown | undefined
}

export const firstModel: Model = { strings: undefined, kept: undefined, shown: undefined }

/** What the host says of what is shown. Blocks that it does not send anew are those of the state before. */
export function withEvent(model: Model, event: HostEvent): Model {
  switch (event.kind) {
    case 'strings':
      return { ...model, strings: event.strings }
    case 'kept':
      return { ...model, kept: event.kept }
    case 'state': {
      const known = new Map([
        ...(model.shown?.blocks ?? []).map(({ block }) => [block.id, block] as const),
        ...event.state.added.map((block) => [block.id, block] as const)
      ])
      const blocks = event.state.blocks.flatMap((placed): readonly ShownBlock[] => {
        const block = known.get(placed.id)
        return block ? [{ ...placed, block }] : []
      })
      return { ...model, shown: { ...event.state, blocks } }
    }
    case 'reveal':
    case 'step':
      return model
  }
}

/** The index of the block that an offset of the source is in, or of the last one before it. */
export function blockAt({ blocks }: Pick<Shown, 'blocks'>, offset: number): number {
  return Math.max(0, firstIndex(blocks.length, (index) => blocks[index]!.start > offset) - 1)
}
