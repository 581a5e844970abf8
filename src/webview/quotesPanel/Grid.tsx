import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Column, PanelState, PanelStrings } from '../../protocol/quotesPanel'
import { Icon } from '../shared/Icon'
import { useVirtualizer } from '../shared/useVirtualizer'
import { columnLabel, gridTemplate } from './columnChoice'
import { gridKey, type GridKey } from './gridKeys'
import { GridRow } from './GridRow'
import { missingPages, rowAt, type RowPages } from './rowPages'
import { isSelected, type Selection } from './selection'

export interface GridProps {
  readonly state: PanelState
  readonly pages: RowPages
  readonly strings: PanelStrings
  readonly shown: readonly Column[]
  readonly selection: Selection
  readonly onNeed: (pages: readonly number[]) => void
  readonly onSort: (column: Column) => void
  readonly onKey: (key: GridKey) => void
  readonly onClick: (row: number, event: MouseEvent) => void
  /** A new object: the row with the keyboard takes it and comes into sight. */
  readonly toFocus: object | undefined
}

const overscan = 12

/** The concordance: only the rows in sight are drawn. */
export function Grid(props: GridProps) {
  const { state, pages, strings, shown, selection, toFocus } = props
  const box = useRef<HTMLDivElement>(null)
  const { total } = state
  const rowHeight = Math.round(parseFloat(getComputedStyle(document.body).fontSize) * 1.7)
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    initialRect: { width: 800, height: 300 },
    overscan
  })
  const template = gridTemplate(shown)
  const items = virtualizer.getVirtualItems()
  const inSight = items.map(({ index }) => index)
  // The row with the keyboard is drawn wherever it is, so that the focus is not lost.
  const drawn =
    selection.focused < total && !inSight.includes(selection.focused) ? [...inSight, selection.focused] : inSight

  useEffect(() => {
    const [first] = inSight
    if (first !== undefined) props.onNeed(missingPages(pages, first, inSight.at(-1) ?? first))
  })

  useLayoutEffect(() => {
    if (!toFocus) return
    virtualizer.scrollToIndex(selection.focused, { align: 'auto' })
    box.current?.querySelector<HTMLElement>(`[data-row="${selection.focused}"]`)?.focus({ preventScroll: true })
  }, [toFocus])

  function pressKey(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 300) / rowHeight) - 2)
    const key = gridKey(event, { focused: selection.focused, total, page })
    if (!key || total === 0) return
    event.preventDefault()
    event.stopPropagation()
    props.onKey(key)
  }

  return (
    <div
      class="grid"
      role="grid"
      aria-label={strings.grid}
      aria-description={strings.keys}
      aria-rowcount={total + 1}
      aria-colcount={shown.length}
      aria-multiselectable="true"
    >
      <div class="scroller" ref={box} onKeyDown={pressKey}>
        <div class="row head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
          {shown.map((column) => (
            <HeadCell key={column} column={column} state={state} strings={strings} onSort={props.onSort} />
          ))}
        </div>
        <div class="rows" role="rowgroup" style={{ height: `${total * rowHeight}px` }}>
          {drawn.map((index) => (
            <div
              key={index}
              role="presentation"
              onMouseDown={(event) => event.detail > 1 && event.preventDefault()}
              onClick={(event) => props.onClick(index, event)}
            >
              <GridRow
                row={rowAt(pages, index)}
                index={index}
                top={index * rowHeight}
                shown={shown}
                template={template}
                strings={strings}
                isFocused={index === selection.focused}
                isSelected={isSelected(selection.ranges, index)}
              />
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

function HeadCell({
  column,
  state: { show, sort },
  strings,
  onSort
}: {
  readonly column: Column
  readonly state: PanelState
  readonly strings: PanelStrings
  readonly onSort: (column: Column) => void
}) {
  const isSorted = sort.column === column
  const label = columnLabel(column, show, strings)
  return (
    <span
      class={`cell ${column}`}
      role="columnheader"
      aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <button onClick={() => onSort(column)} title={label}>
        <span>{label}</span>
        {isSorted && <Icon name={sort.isDescending ? 'arrow-down' : 'arrow-up'} />}
      </button>
    </span>
  )
}
