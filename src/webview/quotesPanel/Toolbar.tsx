import { useEffect, useRef, useState } from 'preact/hooks'
import { shows, type Column, type PanelAction, type Show } from '../../protocol/quotesPanel'
import { conditionLabel } from '../shared/conditionLabel'
import { format, number, percent } from '../shared/format'
import { Icon } from '../shared/Icon'
import { columnLabel, columnsOf } from './columnChoice'
import { WordsField, type WordsFieldProps } from './WordsField'

export interface ToolbarProps extends WordsFieldProps {
  readonly working: number | null
  readonly selected: number
  readonly hidden: readonly Column[]
  readonly onShow: (show: Show) => void
  readonly onStop: () => void
  readonly onHide: (hidden: readonly Column[]) => void
  readonly onAct: (action: PanelAction) => void
  readonly onRemove: (part: string) => void
}

type ActionLabel = 'code' | 'accept' | 'reject' | 'copy' | 'exportShown'

const actions: readonly { readonly action: PanelAction; readonly icon: string; readonly label: ActionLabel }[] = [
  { action: 'code', icon: 'tag', label: 'code' },
  { action: 'accept', icon: 'check', label: 'accept' },
  { action: 'reject', icon: 'close', label: 'reject' },
  { action: 'copy', icon: 'copy', label: 'copy' },
  { action: 'export', icon: 'export', label: 'exportShown' }
]

/** What is listed, how much it is, what it is filtered by, and what can be done with the chosen rows. */
export function Toolbar(props: ToolbarProps) {
  const { state, strings, working, selected } = props
  const summary = [
    ...(selected > 1 ? [format(strings.selected, number(selected, strings.locale))] : []),
    working === null ? state.summary : format(strings.sorting, percent(working, strings.locale))
  ].join(' \u00B7 ')
  return (
    <div class="toolbar">
      <div class="shows" role="group" aria-label={strings.showsLabel}>
        {shows.map((show) => (
          <button key={show} class="show" aria-pressed={state.show === show} onClick={() => props.onShow(show)}>
            {strings.shows[show]}
          </button>
        ))}
      </div>
      {state.show === 'words' && <WordsField {...props} />}
      <span class="summary" role="status" title={summary}>
        {summary}
      </span>
      {working !== null && (
        <button class="tool" title={strings.stop} aria-label={strings.stop} onClick={props.onStop}>
          <Icon name="debug-stop" />
        </button>
      )}
      <div class="parts" role="group" aria-label={strings.filteredBy}>
        {state.filter.map((part) => {
          const label = conditionLabel(part, strings.conditions)
          const removes = format(strings.removeCondition, label)
          return (
            <button key={part} class="part" title={removes} aria-label={removes} onClick={() => props.onRemove(part)}>
              <bdi>{label}</bdi>
              <Icon name="close" />
            </button>
          )
        })}
      </div>
      <div class="actions">
        {actions.map(({ action, icon, label }) => (
          <button
            key={action}
            class="tool"
            title={strings[label]}
            aria-label={strings[label]}
            disabled={state.total === 0}
            onClick={() => props.onAct(action)}
          >
            <Icon name={icon} />
          </button>
        ))}
        <ColumnsMenu {...props} />
      </div>
    </div>
  )
}

function ColumnsMenu({ state, strings, hidden, onHide }: ToolbarProps) {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const close = ({ target }: Event) => target instanceof Node && !box.current?.contains(target) && setOpen(false)
    document.addEventListener('pointerdown', close)
    document.addEventListener('focusin', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('focusin', close)
    }
  }, [isOpen])
  return (
    <div
      class="columns"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.stopPropagation()
        setOpen(false)
        box.current?.querySelector('button')?.focus()
      }}
    >
      <button
        class="tool"
        aria-expanded={isOpen}
        aria-label={strings.columnsMenu}
        title={strings.columnsMenu}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="list-selection" />
      </button>
      {isOpen && (
        <fieldset class="menu">
          <legend class="unseen">{strings.columnsMenu}</legend>
          {columnsOf(state.show).map((column) => (
            <label key={column}>
              <input
                type="checkbox"
                checked={!hidden.includes(column)}
                disabled={column === 'keyword'}
                onChange={({ currentTarget: { checked } }) =>
                  onHide(checked ? hidden.filter((one) => one !== column) : [...hidden, column])
                }
              />
              {columnLabel(column, state.show, strings)}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}
