import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { pageLength, type ListAddress, type OpenMode, type SidebarStrings } from '../../protocol/sidebar'
import type { Filter } from '../shared/filter'
import { rowLabel } from './labels'
import { treeAction, typeAhead } from './navigation'
import { rowAt, sectionOf, totalHeight, type Row } from './rows'
import { RowView } from './RowView'

export interface TreeViewProps {
  readonly rows: readonly Row[]
  readonly strings: SidebarStrings
  readonly filter: Filter
  /** Keys of the rows where the cursor is. */
  readonly current: ReadonlySet<string>
  /** A row to bring into sight; another object each time. */
  readonly reveal: { readonly key: string } | undefined
  /** A row to go to; another object each time. */
  readonly jump: { readonly key: string } | undefined
  readonly startScroll: number
  readonly onScroll: (scroll: number) => void
  readonly onScrollEnd: () => void
  readonly onToggle: (keys: readonly string[], expanded: boolean) => void
  /** A page of one of the folder's lists is wanted; asked again and again while it is in sight. */
  readonly onNeed: (list: ListAddress, from: number) => void
  readonly onActivate: (row: Row, mode: OpenMode) => void
  readonly onEscape: () => void
  readonly onFind: () => void
}

/** Height of a section's row, which stays at the top while its entries are in sight. Pixels. */
const sectionHeight = 22
/** Rows outside of the window that are kept ready, in pixels on each side. */
const margin = 300
/** Letters that follow each other faster than that are one word. Milliseconds. */
const typingPause = 800

/** A tree of any size: only the rows in sight are in the page. */
export function TreeView(props: TreeViewProps) {
  const { rows, strings, filter, current, reveal, startScroll, onScroll } = props
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: startScroll, height: 600 })
  const [focusKey, setFocusKey] = useState<string | undefined>(undefined)
  const wantsFocus = useRef(false)
  const lastFocused = useRef(0)
  const jumped = useRef(props.jump)
  const typed = useRef({ text: '', at: 0 })

  /** The focus is on rows that have not come yet: where it goes when they are there. */
  const awaited = useRef<{ readonly parent: string | undefined; readonly position: number } | undefined>(undefined)

  const arrived = awaited.current
    ? rows.findIndex(
        (row) =>
          row.position === awaited.current?.position &&
          rows[row.parent]?.node.key === awaited.current.parent &&
          row.node.content.kind !== 'pending'
      )
    : -1
  if (arrived >= 0) {
    awaited.current = undefined
    wantsFocus.current = box.current?.contains(document.activeElement) ?? false
  }
  const known = arrived >= 0 ? arrived : rows.findIndex(({ node }) => node.key === focusKey)
  const focused = known >= 0 ? known : Math.max(0, Math.min(lastFocused.current, rows.length - 1))
  lastFocused.current = focused

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    element.scrollTop = startScroll
    const observer = new ResizeObserver(() => setView({ top: element.scrollTop, height: element.clientHeight }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    const target = rows.findIndex(({ node }) => node.key === reveal?.key)
    if (target < 0 || box.current?.contains(document.activeElement)) return
    setFocusKey(reveal?.key)
    scrollTo(target, 'middle')
  }, [reveal])

  useEffect(() => {
    const target = props.jump === jumped.current ? -1 : rows.findIndex(({ node }) => node.key === props.jump?.key)
    jumped.current = props.jump
    if (target < 0 || !box.current) return
    box.current.scrollTop = rows[target]?.top ?? 0
    focusRow(target)
  }, [props.jump])

  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  })

  function scrollTo(index: number, where: 'nearest' | 'middle'): void {
    const element = box.current
    const row = rows[index]
    if (!element || !row) return
    const covered = row.parent >= 0 ? sectionHeight : 0
    const { top, height } = awaitedPart(row)
    const isAbove = top - covered < element.scrollTop
    const isBelow = top + height > element.scrollTop + element.clientHeight
    if (!isAbove && !isBelow) return
    if (where === 'middle') element.scrollTop = top - element.clientHeight / 2
    else element.scrollTop = isAbove ? top - covered : top + height - element.clientHeight
    setView({ top: element.scrollTop, height: element.clientHeight })
  }

  /** Of rows that have not come yet, the one that the focus waits for. */
  function awaitedPart(row: Row): { readonly top: number; readonly height: number } {
    const { content } = row.node
    if (content.kind !== 'pending') return row
    const height = row.height / content.count
    return { top: row.top + height * Math.max(0, (awaited.current?.position ?? 0) - row.position), height }
  }

  /** Of rows that have not come yet the first, or with `last` the last. */
  function focusRow(index: number, last = false): void {
    const row = rows[index]
    awaited.current =
      row?.node.content.kind === 'pending'
        ? { parent: rows[row.parent]?.node.key, position: row.position + (last ? row.node.content.count - 1 : 0) }
        : undefined
    wantsFocus.current = true
    setFocusKey(rows[index]?.node.key)
    scrollTo(index, 'nearest')
  }

  function pressKey(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(view.height / sectionHeight) - 1)
    const action = treeAction(event, rows, focused, page)
    if (!action) return
    event.preventDefault()
    event.stopPropagation()
    switch (action.kind) {
      case 'focus':
        return focusRow(action.row, event.key === 'End' || action.row < focused)
      case 'toggle':
        return props.onToggle(
          action.rows.flatMap((index) => rows[index]?.node.key ?? []),
          action.expanded
        )
      case 'activate': {
        const row = rows[action.row]
        if (row) props.onActivate(row, action.mode)
        return
      }
      case 'filter':
        return props.onFind()
      case 'escape':
        return props.onEscape()
      case 'type': {
        const now = event.timeStamp
        typed.current = {
          text: now - typed.current.at < typingPause ? typed.current.text + action.character : action.character,
          at: now
        }
        const found = typeAhead(
          rows.map(({ node }) => rowLabel(node.content, strings)),
          focused,
          typed.current.text
        )
        if (found !== undefined) focusRow(found)
      }
    }
  }

  function click(index: number, event: MouseEvent): void {
    const row = rows[index]
    if (!row || row.node.content.kind === 'pending') return
    awaited.current = undefined
    wantsFocus.current = true
    setFocusKey(row.node.key)
    const onTwistie = event.target instanceof Element && event.target.closest('.twistie') !== null
    if (row.expanded !== undefined && (onTwistie || !row.node.target))
      return props.onToggle([row.node.key], !row.expanded)
    props.onActivate(
      row,
      event.altKey || event.ctrlKey || event.metaKey ? 'side' : event.detail === 2 ? 'pin' : 'preview'
    )
  }

  const first = rowAt(rows, view.top - margin)
  const last = rowAt(rows, view.top + view.height + margin)
  const shown = rows.slice(first, last + 1).map((row, offset) => ({ row, index: first + offset }))
  const focusedRow = rows[focused]
  if (focusedRow && focused < first) shown.unshift({ row: focusedRow, index: focused })
  if (focusedRow && focused > last) shown.push({ row: focusedRow, index: focused })
  useEffect(() => {
    for (const { row } of shown) for (const { list, from } of neededPages(row, view)) props.onNeed(list, from)
  })
  const section = rows[sectionOf(rows, rowAt(rows, view.top))]

  return (
    <div
      class="scroller"
      ref={box}
      onScroll={({ currentTarget }) => {
        setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })
        onScroll(currentTarget.scrollTop)
      }}
      onScrollEnd={props.onScrollEnd}
    >
      {section && view.top > section.top && (
        <div class="sticky" aria-hidden="true">
          <RowView
            row={{ ...section, top: 0 }}
            strings={strings}
            filter={filter}
            isFocused={false}
            isCurrent={false}
            isCopy
            onClick={() => focusRow(rows.indexOf(section))}
          />
        </div>
      )}
      <div
        class="tree"
        role="tree"
        aria-label={strings.tree}
        style={{ height: `${totalHeight(rows)}px` }}
        onKeyDown={pressKey}
      >
        {shown.map(({ row, index }) => (
          <RowView
            key={row.node.key}
            row={row}
            strings={strings}
            filter={filter}
            isFocused={index === focused}
            isCurrent={current.has(row.node.key)}
            onClick={(event) => click(index, event)}
            onFocus={() => setFocusKey(row.node.key)}
          />
        ))}
      </div>
    </div>
  )
}

/** The pages that a row in sight needs: its own again when it may be true no more, or those of the rows that have not come yet. */
function neededPages(
  { node: { content, stale }, top, height }: Row,
  view: { readonly top: number; readonly height: number }
): readonly { readonly list: ListAddress; readonly from: number }[] {
  if (stale) return [stale]
  if (content.kind !== 'pending' || content.isFailed) return []
  const first = Math.max(0, Math.floor(((view.top - margin - top) * content.count) / height))
  const last = Math.min(
    content.count - 1,
    Math.floor(((view.top + view.height + margin - top) * content.count) / height)
  )
  const pages: { list: ListAddress; from: number }[] = []
  for (let from = pageOf(content.from + first); from <= content.from + last; from += pageLength)
    pages.push({ list: content.list, from })
  return pages
}

function pageOf(index: number): number {
  return index - (index % pageLength)
}
