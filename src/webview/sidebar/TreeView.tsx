import { defaultRangeExtractor } from '@tanstack/virtual-core'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { DecideAction, ListAddress, OpenMode, SidebarStrings } from '../../protocol/sidebar'
import type { Filter } from '../shared/filter'
import { useVirtualizer } from '../shared/useVirtualizer'
import { arrivedRow, awaitedIn, awaitedPart, type AwaitedRow } from './awaitedRow'
import { treeAction } from './navigation'
import { neededPages } from './neededPages'
import { estimatedHeight, isMeasured, rowHeight } from './rowHeights'
import type { Row } from './rows'
import { RowView } from './RowView'
import { useRowCopy } from './useRowCopy'
import { useStepping } from './useStepping'
import { useTypeAhead } from './useTypeAhead'

export interface TreeViewProps {
  readonly label: string
  readonly rows: readonly Row[]
  readonly strings: SidebarStrings
  readonly filter: Filter
  /** Keys of the rows where the cursor is. */
  readonly current: ReadonlySet<string>
  /** A row to scroll to without moving the focus. A new object scrolls again. */
  readonly reveal: { readonly key: string } | undefined
  readonly startScroll: number
  readonly onScroll: (scroll: number) => void
  readonly onScrollEnd: () => void
  readonly onToggle: (keys: readonly string[], expanded: boolean) => void
  /** Called after each render for every page that the rows in sight lack. */
  readonly onNeed: (list: ListAddress, from: number) => void
  readonly onActivate: (row: Row, mode: OpenMode) => void
  readonly onDecide: (row: Row, action: DecideAction) => void
  readonly onHistory: (step: 'undo' | 'redo') => void
  readonly onEscape: () => void
  readonly onFind: () => void
}

/** So many rows above and below those in sight are rendered too; pages of pending rows are requested within `margin` pixels of them. */
const overscan = 10
const margin = overscan * rowHeight
const isMac = navigator.userAgent.includes('Mac')

/** A tree of any size: only the rows in sight are rendered. */
export function TreeView(props: TreeViewProps) {
  const { rows, strings, filter, current, reveal, startScroll, onScroll } = props
  const box = useRef<HTMLDivElement>(null)
  const [focusKey, setFocusKey] = useState<string | undefined>(undefined)
  const wantsFocus = useRef(false)
  const hadFocus = useRef(false)
  const lastFocused = useRef(0)
  const typeAhead = useTypeAhead(rows, strings)

  /** While the focus is on pending rows: which of their rows gets it once they are loaded. */
  const awaited = useRef<AwaitedRow | undefined>(undefined)

  const arrived = arrivedRow(rows, awaited.current)
  if (arrived >= 0) {
    awaited.current = undefined
    wantsFocus.current = box.current?.contains(document.activeElement) ?? false
  }
  const known = arrived >= 0 ? arrived : rows.findIndex(({ node }) => node.key === focusKey)
  const focused = known >= 0 ? known : Math.max(0, Math.min(lastFocused.current, rows.length - 1))
  lastFocused.current = focused

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => estimatedHeight(rows[index]!.node),
    getItemKey: useCallback((index: number) => rows[index]!.node.key, [rows]),
    initialOffset: startScroll,
    initialRect: { width: 300, height: 600 },
    overscan,
    // The focused row is rendered wherever it is, so that the focus is not lost.
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const indexes = defaultRangeExtractor(range)
        if (focused < rows.length && focused < (indexes[0] ?? Infinity)) indexes.unshift(focused)
        else if (focused < rows.length && focused > (indexes.at(-1) ?? -1)) indexes.push(focused)
        return indexes
      },
      [focused, rows.length]
    )
  })
  const view = { top: virtualizer.scrollOffset ?? 0, height: virtualizer.scrollRect?.height ?? 600, margin }

  const shownFilter = useRef(filter)
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = startScroll
  }, [])
  useLayoutEffect(() => {
    // What another filter finds begins at the top.
    if (shownFilter.current !== filter && box.current) box.current.scrollTop = 0
    shownFilter.current = filter
  }, [filter])

  useEffect(() => {
    const target = rows.findIndex(({ node }) => node.key === reveal?.key)
    if (target < 0 || box.current?.contains(document.activeElement)) return
    setFocusKey(reveal?.key)
    scrollTo(target, 'middle')
  }, [reveal])

  useRowCopy(box, rows)

  useLayoutEffect(() => {
    // The row that had the focus may be gone, because of what was decided about it.
    const isLost = hadFocus.current && document.activeElement === document.body && document.hasFocus()
    if (!wantsFocus.current && !isLost) return
    wantsFocus.current = false
    box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  })

  function scrollTo(index: number, where: 'nearest' | 'middle'): void {
    const row = rows[index]
    const measured = virtualizer.measurementsCache[index]
    if (!row || !measured) return
    const { start, end } = awaitedPart(row, measured, awaited.current?.position ?? 0)
    const { top, height } = { top: virtualizer.scrollOffset ?? 0, height: virtualizer.scrollRect?.height ?? 0 }
    if (start >= top && end <= top + height) return
    if (where === 'middle') virtualizer.scrollToIndex(index, { align: 'center' })
    else if (row.node.content.kind === 'pending' || start < top)
      virtualizer.scrollToOffset(start < top ? start : end - height)
    else virtualizer.scrollToIndex(index, { align: 'end' })
  }

  /** Focuses a row. Of pending rows the first is to get the focus, or with `last` the last. */
  function focusRow(index: number, last = false): void {
    awaited.current = awaitedIn(rows, index, last)
    wantsFocus.current = true
    setFocusKey(rows[index]?.node.key)
    scrollTo(index, 'nearest')
  }

  const stepping = useStepping({
    rows,
    onShow(index) {
      focusRow(index)
      props.onActivate(rows[index]!, 'preview')
    },
    onOpen: (key) => props.onToggle([key], true),
    onWait: (index) => scrollTo(index, 'nearest')
  })

  function pressKey(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(view.height / rowHeight) - 1)
    const action = treeAction(event, rows, focused, page, typeAhead.isTyping(event.timeStamp))
    if (!action) return
    stepping.stop()
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
      case 'decide': {
        const row = rows[action.row]
        if (row) props.onDecide(row, action.action)
        return
      }
      case 'step':
        return stepping.step(action.row, action.direction)
      case 'history':
        return props.onHistory(action.step)
      case 'filter':
        return props.onFind()
      case 'escape':
        return props.onEscape()
      case 'type': {
        const found = typeAhead.find(action.character, event.timeStamp, focused)
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

  const items = virtualizer.getVirtualItems()
  useEffect(() => {
    for (const { index, start, size } of items) {
      const row = rows[index]
      if (row) for (const { list, from } of neededPages(row, { start, size }, view)) props.onNeed(list, from)
    }
  })

  return (
    <div
      class="scroller"
      ref={box}
      onScroll={({ currentTarget }) => {
        onScroll(currentTarget.scrollTop)
      }}
      onScrollEnd={props.onScrollEnd}
    >
      <div
        class="tree"
        role="tree"
        aria-label={props.label}
        aria-description={isMac ? strings.keysOfMac : strings.keys}
        style={{ height: `${virtualizer.getTotalSize()}px` }}
        onKeyDown={pressKey}
        onFocusIn={() => {
          hadFocus.current = true
        }}
        onFocusOut={({ relatedTarget }) => {
          if (relatedTarget) hadFocus.current = false
        }}
      >
        {items.map(({ index, start, size }) => {
          const row = rows[index]
          return (
            row && (
              <RowView
                key={row.node.key}
                row={row}
                index={index}
                top={start}
                height={isMeasured(row.node) ? undefined : size}
                measure={isMeasured(row.node) ? virtualizer.measureElement : undefined}
                strings={strings}
                filter={filter}
                isFocused={index === focused}
                isCurrent={current.has(row.node.key)}
                onClick={(event) => click(index, event)}
                onFocus={() => setFocusKey(row.node.key)}
              />
            )
          )
        })}
      </div>
    </div>
  )
}
