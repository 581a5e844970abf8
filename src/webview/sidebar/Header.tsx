import type { Ref } from 'preact'
import {
  longestFilter,
  type AttitudesState,
  type DecidedState,
  type Scope,
  type SidebarStrings
} from '../../protocol/sidebar'
import { format, number } from '../shared/format'
import { Icon } from '../shared/Icon'
import { FilterMenu } from './FilterMenu'

interface HeaderProps {
  readonly strings: SidebarStrings
  readonly scope: Scope
  readonly filter: string
  readonly filterBox: Ref<HTMLInputElement>
  readonly attitudes: AttitudesState | undefined
  readonly decided: DecidedState | undefined
  readonly onScope: (scope: Scope) => void
  readonly onFilter: (filter: string) => void
  readonly onLeaveFilter: () => void
  readonly onAttitudes: (shown: boolean) => void
  readonly onCollapseAll: (() => void) | undefined
}

/** The tabs of the scope, the filter box and the buttons beside it. */
export function Header(props: HeaderProps) {
  const { strings, scope, filter, attitudes } = props
  const tabs: readonly (readonly [Scope, string])[] = [
    ['article', strings.scopeArticle],
    ['folder', strings.scopeFolder]
  ]

  function pressTabKey(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
    const wanted = { ArrowLeft: -1, ArrowRight: 1, Home: -2, End: 2 }[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    const next = wanted === -2 || (wanted !== 2 && scope === 'folder') ? 'article' : 'folder'
    props.onScope(next)
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }

  function pressFilterKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && filter !== '') props.onFilter('')
    else if (event.key === 'ArrowDown' || event.key === 'Enter') props.onLeaveFilter()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const attitudesLabel =
    attitudes &&
    (attitudes.shown ? strings.attitudesHide : format(strings.attitudesShow, number(attitudes.count, strings.locale)))
  return (
    <header>
      <h1 class="unseen">{strings.tree}</h1>
      <div class="tabs" role="tablist" aria-label={strings.scope} onKeyDown={pressTabKey}>
        {tabs.map(([id, label]) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={scope === id}
            aria-controls="list"
            tabIndex={scope === id ? 0 : -1}
            title={label}
            onClick={() => props.onScope(id)}
          >
            <span>{label}</span>
          </button>
        ))}
      </div>
      <div class="tools">
        <div class="filter">
          <FilterMenu strings={strings} filter={filter} decided={props.decided} onFilter={props.onFilter} />
          <input
            ref={props.filterBox}
            type="text"
            role="searchbox"
            value={filter}
            placeholder={strings.filter}
            aria-label={strings.filter}
            maxLength={longestFilter}
            spellcheck={false}
            autocomplete="off"
            onInput={({ currentTarget }) => props.onFilter(currentTarget.value)}
            onKeyDown={pressFilterKey}
          />
          {filter !== '' && (
            <button
              type="button"
              class="tool"
              title={strings.clearFilter}
              aria-label={strings.clearFilter}
              onClick={() => props.onFilter('')}
            >
              <Icon name="close" />
            </button>
          )}
        </div>
        {attitudes && attitudes.count > 0 && (
          <button
            type="button"
            class="tool"
            aria-pressed={attitudes.shown}
            title={attitudesLabel}
            aria-label={attitudesLabel}
            onClick={() => props.onAttitudes(!attitudes.shown)}
          >
            <Icon name="thinking" />
          </button>
        )}
        {props.onCollapseAll && (
          <button
            type="button"
            class="tool"
            title={strings.collapseAll}
            aria-label={strings.collapseAll}
            onClick={props.onCollapseAll}
          >
            <Icon name="collapse-all" />
          </button>
        )}
      </div>
    </header>
  )
}
