import type { SidebarStrings } from '../../../src/protocol/sidebar/index.js'
import { rowLabel } from '../../../src/webview/sidebar/labels.js'
import { visibleRows, type Row } from '../../../src/webview/sidebar/rows.js'
import type { Part } from '../../../src/webview/sidebar/treeNodes.js'

/** Parts with what is open in them. */
export interface ShownParts {
  /** Of all parts, one after the other. */
  readonly rows: readonly Row[]
  /** The head of each part, and below it its rows as a screen reader says them. */
  readonly lines: readonly string[]
}

export function shownParts(
  parts: readonly Part[],
  strings: SidebarStrings,
  open: readonly string[] = [],
  closed: readonly string[] = []
): ShownParts {
  const toggled = new Map([...open.map((key) => [key, true] as const), ...closed.map((key) => [key, false] as const)])
  const shown = parts.map((part) => ({ part, rows: visibleRows({ tree: part.nodes, toggled }) }))
  return {
    rows: joined(shown.map(({ rows }) => rows)),
    lines: shown.flatMap(({ part: { label, count, total, badge }, rows }) => [
      `${label} ${badge ?? (count === total ? count : `${count}/${total}`)}`,
      ...rows.map(
        ({ node, level, expanded }) =>
          `${'  '.repeat(level)}${expanded === undefined ? '' : expanded ? '- ' : '+ '}${rowLabel(node.content, strings)}`
      )
    ])
  }
}

/** `parent` of a row is an index of all rows. */
function joined(parts: readonly (readonly Row[])[]): readonly Row[] {
  const all: Row[] = []
  for (const rows of parts) {
    const before = all.length
    all.push(...rows.map((row) => ({ ...row, parent: row.parent < 0 ? -1 : row.parent + before })))
  }
  return all
}
