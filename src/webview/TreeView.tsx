import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { OpenHow, SidebarStrings } from '../sidebar/protocol'
import type { Filter } from './filter'
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
  readonly onActivate: (row: Row, how: OpenHow) => void
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

  const known = rows.findIndex(({ node }) => node.key === focusKey)
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
    const isAbove = row.top - covered < element.scrollTop
    const isBelow = row.top + row.height > element.scrollTop + element.clientHeight
    if (!isAbove && !isBelow) return
    if (where === 'middle') element.scrollTop = row.top - element.clientHeight / 2
    else element.scrollTop = isAbove ? row.top - covered : row.top + row.height - element.clientHeight
    setView({ top: element.scrollTop, height: element.clientHeight })
  }

  function focusRow(index: number): void {
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
    switch (action.is) {
      case 'focus': return focusRow(action.row)
      case 'toggle': return props.onToggle(action.rows.flatMap((index) => rows[index]?.node.key ?? []), action.expanded)
      case 'activate': {
        const row = rows[action.row]
        if (row) props.onActivate(row, action.how)
        return
      }
      case 'filter': return props.onFind()
      case 'escape': return props.onEscape()
      case 'type': {
        const now = event.timeStamp
        typed.current = { text: now - typed.current.at < typingPause ? typed.current.text + action.character : action.character, at: now }
        const found = typeAhead(rows.map(({ node }) => rowLabel(node.content, strings)), focused, typed.current.text)
        if (found !== undefined) focusRow(found)
      }
    }
  }

  function click(index: number, event: MouseEvent): void {
    const row = rows[index]
    if (!row) return
    wantsFocus.current = true
    setFocusKey(row.node.key)
    const onTwistie = event.target instanceof Element && event.target.closest('.twistie') !== null
    if (row.expanded !== undefined && (onTwistie || !row.node.target)) return props.onToggle([row.node.key], !row.expanded)
    props.onActivate(row, event.altKey || event.ctrlKey || event.metaKey ? 'side' : event.detail === 2 ? 'pin' : 'preview')
  }

  const first = rowAt(rows, view.top - margin)
  const last = rowAt(rows, view.top + view.height + margin)
  const shown = rows.slice(first, last + 1).map((row, offset) => ({ row, index: first + offset }))
  const focusedRow = rows[focused]
  if (focusedRow && focused < first) shown.unshift({ row: focusedRow, index: focused })
  if (focusedRow && focused > last) shown.push({ row: focusedRow, index: focused })
  const section = rows[sectionOf(rows, rowAt(rows, view.top))]

  return (
    <div class="scroller" ref={box} onScroll={({ currentTarget }) => {
      setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })
      onScroll(currentTarget.scrollTop)
    }} onScrollEnd={props.onScrollEnd}>
      {section && view.top > section.top && <div class="sticky" aria-hidden="true">
        <RowView row={{ ...section, top: 0 }} strings={strings} filter={filter} isFocused={false} isCurrent={false} isCopy onClick={() => focusRow(rows.indexOf(section))} />
      </div>}
      <div class="tree" role="tree" aria-label={strings.tree} style={{ height: `${totalHeight(rows)}px` }} onKeyDown={pressKey}>
        {shown.map(({ row, index }) => <RowView key={row.node.key} row={row} strings={strings} filter={filter} isFocused={index === focused}
          isCurrent={current.has(row.node.key)} onClick={(event) => click(index, event)} onFocus={() => setFocusKey(row.node.key)} />)}
      </div>
    </div>
  )
}
