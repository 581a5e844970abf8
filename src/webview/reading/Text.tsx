import type { VNode } from 'preact'
import type { ReadingBlock, ReadingRun } from '../../protocol/reading'
import type { ShownBlock } from './model'

const tags = { title: 'h1', heading: 'h2', byline: 'p', credit: 'p', body: 'p', other: 'pre' } as const

/** Blocks as they were drawn: what is the same is not drawn again. */
const drawn = new WeakMap<ReadingBlock, VNode>()

/** The blocks of an article. Text nodes alone: nothing of an article's text becomes markup. */
export function Blocks({ blocks }: { readonly blocks: readonly ShownBlock[] }) {
  return <>{blocks.map(({ block }) => drawn.get(block) ?? drawnBlock(block))}</>
}

function drawnBlock(block: ReadingBlock): VNode {
  const Tag = tags[block.role]
  const node = (
    <Tag key={block.id} class={`block ${block.role}`} data-id={block.id}>
      {block.runs.map(run)}
    </Tag>
  )
  drawn.set(block, node)
  return node
}

function run({ text, looks = [], quoted, names, codes = [] }: ReadingRun) {
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
