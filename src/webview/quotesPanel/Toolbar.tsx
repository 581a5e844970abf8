import {
  panelScopes,
  shows,
  type Column,
  type PanelAction,
  type PanelScope,
  type Show
} from '../../protocol/quotesPanel'
import { conditionLabel } from '../shared/conditionLabel'
import { format, number, percent } from '../shared/format'
import { Icon } from '../shared/Icon'
import { ColumnsMenu } from './ColumnsMenu'
import { WordsField, type WordsFieldProps } from './WordsField'

export interface ToolbarProps extends WordsFieldProps {
  readonly isTyping: boolean
  readonly working: number | null
  readonly selected: number
  readonly hidden: readonly Column[]
  readonly onShow: (show: Show) => void
  readonly onScope: (scope: PanelScope) => void
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

/** What is listed, of which articles, how much it is, what it is filtered by, and what can be done with the chosen rows. */
export function Toolbar(props: ToolbarProps) {
  const { state, strings, isTyping, working, selected } = props
  const summary = [
    ...(selected > 1 ? [format(strings.selected, number(selected, strings.locale))] : []),
    working !== null
      ? format(strings.sorting, percent(working, strings.locale))
      : isTyping
        ? strings.pressEnter
        : state.summary
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
      <div class="shows" role="group" aria-label={strings.scopesLabel}>
        {panelScopes.map((scope) => (
          <button key={scope} class="show" aria-pressed={state.scope === scope} onClick={() => props.onScope(scope)}>
            {strings.scopes[scope]}
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
