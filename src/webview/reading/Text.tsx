import type { VNode } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { ReadingBlock, ReadingRun } from '../../protocol/reading'
import { afterDrawing } from '../shared/afterDrawing'
import type { ShownBlock } from './model'

const tags = { title: 'h1', heading: 'h2', byline: 'p', credit: 'p', body: 'p', other: 'pre' } as const

/** Blocks as they were drawn: what is the same is not drawn again. */
const drawn = new WeakMap<ReadingBlock, VNode>()
/** The same of blocks that have their words alone as yet. */
const plain = new WeakMap<ReadingBlock, VNode>()

/** Runs that are drawn with the first screen, and in each slice after it: in some tens of milliseconds. */
const firstRuns = 500
const runsPerSlice = 2500

/** What is seen of the text, and what is selected in it: asked with each slice. */
export interface TextView {
  /** The index of a block that is in sight: what is around it is drawn first. */
  readonly inSight: () => number
  /** Blocks, from one to another, are drawn anew: what was selected in them is to be selected again. */
  readonly select: (from: number, to: number) => void
}

/**
 * The blocks of an article. Text nodes alone: nothing of an article's text becomes markup. Of a long article those in sight are drawn
 * first; the others have their words at once, so that they can be found, selected and read out, and their looks in slices.
 */
export function Blocks({ blocks, view }: { readonly blocks: readonly ShownBlock[]; readonly view: () => TextView }) {
  const [slice, setSlice] = useState({ of: blocks, number: 0 })
  const number = slice.of === blocks ? slice.number : 0
  const { isDone, from, to } = drawAround(
    blocks,
    Math.min(blocks.length - 1, view().inSight()),
    number === 0 ? firstRuns : runsPerSlice
  )
  useEffect(() => {
    if (isDone) return
    return afterDrawing(() => setSlice({ of: blocks, number: number + 1 }))
  }, [blocks, number, isDone])
  useLayoutEffect(() => {
    if (number > 0) view().select(from, to)
  }, [number])
  return <>{blocks.map(({ block }) => drawn.get(block) ?? plainBlock(block))}</>
}

interface Drawn {
  readonly isDone: boolean
  /** Blocks that were drawn are among those from one to another. */
  readonly from: number
  readonly to: number
}

/** Draws some of what is not drawn yet, from a block outwards. */
function drawAround(blocks: readonly ShownBlock[], middle: number, runs: number): Drawn {
  let left = runs
  let [from, to] = [middle, middle]
  for (let step = 0; step < blocks.length; step++) {
    for (const index of step === 0 ? [middle] : [middle + step, middle - step]) {
      const block = blocks[index]?.block
      if (!block || drawn.has(block)) continue
      if (left <= 0) return { isDone: false, from, to }
      left -= block.runs.length
      drawn.set(block, drawnBlock(block))
      from = Math.min(from, index)
      to = Math.max(to, index)
    }
  }
  return { isDone: true, from, to }
}

function drawnBlock(block: ReadingBlock): VNode {
  return blockNode(block, block.runs.map(run))
}

function plainBlock(block: ReadingBlock): VNode {
  const known = plain.get(block) ?? blockNode(block, block.runs.map(({ text }) => text).join(''))
  plain.set(block, known)
  return known
}

function blockNode({ id, role }: ReadingBlock, content: VNode[] | string): VNode {
  const Tag = tags[role]
  return (
    <Tag key={id} class={`block ${role}`} data-id={id}>
      {content}
    </Tag>
  )
}

function run({ text, looks = [], quoted, names, codes = [] }: ReadingRun): VNode {
  const classes = ['run', ...looks.map((look) => `look-${look}`), ...codes.map((code) => `code code-${code}`)]
  return (
    <span
      class={classes.join(' ')}
      {...(quoted && { 'data-quoted': quoted.join(' ') })}
      {...(names !== undefined && { 'data-names': names })}
    >
      {text}
    </span>
  )
}
