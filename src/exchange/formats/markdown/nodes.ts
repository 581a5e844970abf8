import type { Heading, List, ListItem, Paragraph, PhrasingContent, RootContent, Table, TableRow } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { printable } from '../../../util/printable'

// Columns are not padded: one long description would be paid for in every row.
const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-', fences: true })
  .freeze()

/** Blocks as Markdown, with an empty line before them unless they are the first. Nothing for no blocks. */
export function toMarkdown(children: readonly RootContent[], isFirst = false): string {
  if (children.length === 0) return ''
  return `${isFirst ? '' : '\n'}${writer.stringify({ type: 'root', children: [...children] })}`
}

/**
 * One line: a line end in an article's text must not start a list, a heading or a table row of the report. What looks like
 * an address becomes code, since readers of Markdown make links of bare addresses, escaped or not.
 */
export function text(value: string): PhrasingContent[] {
  const words = printable(value).split(/(?<= )/)
  const runs: { address: boolean; value: string }[] = []
  for (const word of words) {
    const address = looksLikeAddress.test(word)
    const last = runs.at(-1)
    if (last && !last.address && !address) last.value += word
    else runs.push({ address, value: word })
  }
  return runs.flatMap(({ address, value: run }) => (address ? code(run) : [{ type: 'text', value: run }]))
}

const looksLikeAddress = /:\/\/|www\.|@|mailto:|xmpp:/i

function code(value: string): PhrasingContent[] {
  const address = value.trimEnd()
  const rest = value.slice(address.length)
  return [{ type: 'inlineCode', value: address }, ...(rest === '' ? [] : [{ type: 'text', value: rest } as const])]
}

export function strong(value: string): PhrasingContent[] {
  const name = value.trim()
  return name === '' ? [] : [{ type: 'strong', children: text(name) }]
}

export function emphasis(value: string): PhrasingContent[] {
  return [{ type: 'emphasis', children: text(value) }]
}

export function paragraph(...children: readonly PhrasingContent[][]): Paragraph {
  return { type: 'paragraph', children: children.flat() }
}

export function heading(depth: Heading['depth'], value: string): Heading {
  return { type: 'heading', depth, children: text(value) }
}

/** No list for no items. */
export function list(items: readonly ListItem[], ordered = false): List[] {
  return items.length === 0 ? [] : [{ type: 'list', ordered, spread: false, children: [...items] }]
}

export function item(...children: readonly PhrasingContent[][]): ListItem {
  return { type: 'listItem', spread: false, children: [paragraph(...children)] }
}

/** No table for no rows. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): Table[] {
  const tableRow = (cells: readonly string[]): TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: text(cell) }))
  })
  return rows.length === 0 ? [] : [{ type: 'table', children: [tableRow(header), ...rows.map(tableRow)] }]
}

/** A table of any length as pieces of Markdown, so that nobody waits for thousands of rows at once. */
export function* longTable(header: readonly string[], rows: readonly (readonly string[])[]): Generator<string> {
  const rowsPerPiece = 200
  for (let from = 0; from < rows.length; from += rowsPerPiece) {
    const piece = toMarkdown(table(header, rows.slice(from, from + rowsPerPiece)), from > 0)
    // The rows of a later piece go on where the piece before ended: without header and delimiter.
    yield from === 0 ? piece : piece.split('\n').slice(2).join('\n')
  }
}

/** A list of any length as pieces of Markdown: one tree of thousands of items takes more memory than the report. */
export function* longList<Fact>(facts: readonly Fact[], itemOf: (fact: Fact) => ListItem): Generator<string> {
  const itemsPerPiece = 200
  for (let from = 0; from < facts.length; from += itemsPerPiece)
    yield toMarkdown(list(facts.slice(from, from + itemsPerPiece).map(itemOf)), from > 0)
}

/** A heading with what is under it; neither for nothing. */
export function section(depth: Heading['depth'], name: string, blocks: readonly RootContent[]): RootContent[] {
  return blocks.length === 0 ? [] : [heading(depth, name), ...blocks]
}
