import { blockAt, type Shown } from './model'

/** Words that were made a quote, a name, a code's or a note's, in the article as it was shown then. */
export interface NewMark {
  readonly start: number
  readonly end: number
  readonly version: number
  /** The id of the block that they begin in. */
  readonly block: string
}

export function newMark(shown: Shown, start: number, end: number): NewMark {
  return { start, end, version: shown.version, block: blockIn(shown, start)?.block.id ?? '' }
}

/**
 * What has become of a mark while the quotes of one source alone are lit: `awaited` until the article shows it, then `dimmed`, or
 * `lit` where its words are the source's own. `over` when the text has changed meanwhile.
 */
export function stateOfMark(mark: NewMark, shown: Shown, lit: number): 'awaited' | 'dimmed' | 'lit' | 'over' {
  if (shown.version !== mark.version) return 'over'
  const placed = blockIn(shown, mark.start)
  if (!placed || placed.block.id === mark.block) return 'awaited'
  const isLit = placed.block.runs
    .filter(({ start, end }) => placed.start + end > mark.start && placed.start + start < mark.end)
    .every(({ quoted, names }) => quoted?.includes(lit) || names === lit)
  return isLit ? 'lit' : 'dimmed'
}

function blockIn(shown: Shown, offset: number) {
  return shown.blocks[blockAt(shown, offset)]
}
