import { neighbor, type Direction } from '../../util/neighbor'
import { blockAt, type Shown } from './model'
import { runAt } from './runOffsets'

/** The source that is quoted or named at an offset; -1 for none. */
export function sourceUnder(shown: Shown, offset: number): number {
  const placed = shown.blocks[blockAt(shown, offset)]
  const run = placed && runAt(placed.block.runs, offset - placed.start)
  return run?.quoted?.at(-1) ?? run?.names ?? -1
}

/** The source at an offset, else that of the nearest quote in a direction, else of any quote. */
export function sourceAt(shown: Shown, offset: number, direction: Direction): number {
  const under = sourceUnder(shown, offset)
  if (under >= 0) return under
  const quotes = shown.quotes.filter(({ source }) => source >= 0)
  const index = neighbor(
    quotes.map(({ start }) => start),
    offset,
    direction
  )
  return (quotes[index] ?? quotes[0])?.source ?? -1
}
