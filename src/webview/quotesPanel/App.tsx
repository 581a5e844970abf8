import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { mostRowsAtOnce, type Column, type PanelAction, type PanelState } from '../../protocol/quotesPanel'
import { format, number } from '../shared/format'
import { vscodeApi } from '../shared/vscodeApi'
import { shownColumns, storedColumns } from './columnChoice'
import { Grid } from './Grid'
import type { GridKey } from './gridKeys'
import { rowLabel } from './GridRow'
import { rowAt } from './rowPages'
import {
  chosenRanges,
  countOf,
  keptIn,
  nothingSelected,
  selectAll,
  selectOnly,
  selectTo,
  toggleRow,
  type Selection
} from './selection'
import { Toolbar } from './Toolbar'
import { usePanelHost } from './usePanelHost'

/** The editor follows the arrow keys when they rest. Milliseconds. */
const previewDelay = 90

export function App() {
  const [{ strings, state, pages, working, focusWords }, host] = usePanelHost()
  const [hidden, setHidden] = useState(() => storedColumns(storedHidden()))
  const [selection, setSelection] = useState(nothingSelected)
  const [toFocus, setToFocus] = useState<object | undefined>(undefined)
  const [isTyping, setTyping] = useState(false)
  const [said, say] = useState('')
  const preview = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  useLayoutEffect(() => {
    // Other rows: what was chosen may be something else now. At once, for a key that comes next chooses among these.
    setSelection((known) => keptIn(known, state?.total ?? 0))
  }, [state?.version])
  useEffect(() => vscodeApi.setState({ hidden }), [hidden])

  if (!strings || !state) return null

  function move(next: Selection, mode: 'preview' | 'none'): void {
    setSelection(next)
    setToFocus({})
    const row = state && rowAt(pages, next.focused)
    if (row && strings) say(rowLabel(row, strings))
    clearTimeout(preview.current)
    if (mode === 'preview') preview.current = setTimeout(() => open(next.focused, 'preview'), previewDelay)
  }

  function open(row: number, mode: 'preview' | 'open' | 'side'): void {
    // What was to be previewed is opened, or something else is.
    clearTimeout(preview.current)
    if (state && row < state.total) host.send({ kind: 'open', version: state.version, row, mode })
  }

  function act(action: PanelAction): void {
    if (!state || !strings) return
    const rows = action === 'export' ? [] : chosenRanges(selection, state.total)
    if (countOf(rows) > mostRowsAtOnce) return say(format(strings.tooMany, number(mostRowsAtOnce, strings.locale)))
    host.send({
      kind: 'act',
      version: state.version,
      action,
      rows: rows.map(([from, to]): [number, number] => [from, to])
    })
  }

  function pressed(key: GridKey): void {
    switch (key.kind) {
      case 'move':
        return move(key.extends ? selectTo(selection, key.row) : selectOnly(key.row), 'preview')
      case 'toggle':
        return move(toggleRow(selection, selection.focused), 'none')
      case 'all':
        return setSelection(selectAll(selection, state?.total ?? 0))
      case 'none':
        return setSelection(keptIn(selection, state?.total ?? 0))
      case 'open':
        return open(selection.focused, key.beside ? 'side' : 'open')
      case 'act':
        return act(key.action)
      case 'history':
        return host.send({ kind: 'history', step: key.step })
    }
  }

  function click(row: number, event: MouseEvent): void {
    if (event.detail === 2) return open(row, 'open')
    if (event.shiftKey) return move(selectTo(selection, row), 'none')
    if (event.ctrlKey || event.metaKey) return move(toggleRow(selection, row), 'none')
    move(selectOnly(row), 'preview')
  }

  function sortBy(column: Column): void {
    if (!state) return
    const again = state.sort.column === column
    // A third time: as they stand in the texts.
    const isOver = again && state.sort.isDescending
    host.send({
      kind: 'sort',
      column: isOver ? 'place' : column,
      descending: again && !isOver ? 'yes' : 'no'
    })
  }

  return (
    <div class="panel">
      <h1 class="unseen">{strings.shows[state.show]}</h1>
      <Toolbar
        state={state}
        strings={strings}
        isTyping={isTyping}
        onTyping={setTyping}
        working={working}
        selected={countOf(selection.ranges)}
        hidden={hidden}
        focusWords={focusWords}
        onShow={(show) => host.send({ kind: 'show', show })}
        onScope={(scope) => host.send({ kind: 'scope', scope })}
        onWords={(words) => host.send({ kind: 'words', words })}
        onMatch={(match) => host.send({ kind: 'match', match })}
        onStop={() => host.send({ kind: 'stopSearch' })}
        onHide={setHidden}
        onAct={act}
        onRemove={(condition) => host.send({ kind: 'withoutCondition', condition })}
      />
      {state.total > 0 ? (
        <Grid
          state={state}
          pages={pages}
          strings={strings}
          shown={shownColumns(state.show, hidden)}
          selection={selection}
          toFocus={toFocus}
          onNeed={(from) => host.need(state.version, from)}
          onSort={sortBy}
          onKey={pressed}
          onClick={click}
        />
      ) : (
        (!isTyping || state.isUnread) && (
          <Empty state={state} label={strings.analyzeFolder} onAnalyze={() => host.send({ kind: 'analyzeFolder' })} />
        )
      )}
      <p class="unseen" role="status">
        {said}
      </p>
    </div>
  )
}

function Empty({
  state,
  label,
  onAnalyze
}: {
  readonly state: PanelState
  readonly label: string
  readonly onAnalyze: () => void
}) {
  return (
    <div class="empty">
      <p>{state.empty}</p>
      {state.isUnread && (
        <button class="button" onClick={onAnalyze}>
          {label}
        </button>
      )}
    </div>
  )
}

function storedHidden(): unknown {
  const stored = vscodeApi.getState()
  return typeof stored === 'object' && stored !== null && 'hidden' in stored ? stored.hidden : undefined
}
