import type { ComponentChildren, Ref } from 'preact'
import { longestFilter, type AttitudesState, type Scope, type SidebarStrings } from '../../protocol/sidebar'
import { counted, format, number } from '../shared/format'
import { Icon } from '../shared/Icon'
import { Chips } from './Chips'

/** What the lists are of: a selection is a folder of which the filter leaves chosen articles. */
export type ShownScope = Scope | 'selection'

interface HeaderProps {
  readonly strings: SidebarStrings
  readonly scope: ShownScope
  /** How many articles are chosen. */
  readonly selected: number
  readonly words: string
  readonly conditions: readonly string[]
  readonly filterBox: Ref<HTMLInputElement>
  readonly menu: ComponentChildren
  readonly attitudes: AttitudesState | undefined
  readonly onScope: (scope: ShownScope) => void
  readonly onWords: (typed: string) => void
  readonly onRemove: (conditions: readonly string[]) => void
  readonly onClear: () => void
  readonly onLeaveFilter: () => void
  readonly onAttitudes: (shown: boolean) => void
  readonly onCollapseAll: (() => void) | undefined
}

const scopes: readonly ShownScope[] = ['article', 'folder', 'selection']

/** The tabs of the scope, the search box with the buttons beside it, and the conditions of the filter. */
export function Header(props: HeaderProps) {
  const { strings, scope, words, conditions, attitudes, selected } = props
  const labels: Readonly<Record<ShownScope, string>> = {
    article: strings.scopeArticle,
    folder: strings.scopeFolder,
    selection:
      selected > 0 ? format(strings.scopeSelectionOf, number(selected, strings.locale)) : strings.scopeSelection
  }

  function pressTabKey(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
    const at = scopes.indexOf(scope)
    const wanted = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: scopes.length - 1 }[event.key]
    const next = wanted === undefined ? undefined : scopes[wanted]
    if (!next) return
    event.preventDefault()
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
    // Choosing articles is a question of its own: it is asked by Enter.
    if (next !== 'selection' || selected > 0) props.onScope(next)
  }

  function pressFilterKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && words + conditions.join('') !== '') props.onClear()
    else if (event.key === 'ArrowDown' || event.key === 'Enter') props.onLeaveFilter()
    else if (event.key === 'Backspace' && words === '' && conditions.length > 0) props.onRemove(conditions.slice(-1))
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const attitudesLabel =
    attitudes &&
    (attitudes.shown
      ? strings.attitudesHide
      : counted(attitudes.count, strings.attitudesShowOne, strings.attitudesShow, strings.locale))
  return (
    <header>
      <h1 class="unseen">{strings.tree}</h1>
      <div class="tabs" role="tablist" aria-label={strings.scope} onKeyDown={pressTabKey}>
        {scopes.map((id) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={scope === id}
            aria-controls="list"
            tabIndex={scope === id ? 0 : -1}
            title={id === 'selection' ? strings.scopeSelectionHelp : labels[id]}
            onClick={() => props.onScope(id)}
          >
            <span>{labels[id]}</span>
          </button>
        ))}
      </div>
      <div class="tools">
        <div class="filter">
          <Icon name="search" />
          <input
            ref={props.filterBox}
            type="text"
            role="searchbox"
            value={words}
            placeholder={strings.filter}
            aria-label={strings.filter}
            title={strings.filterHelp}
            maxLength={longestFilter}
            spellcheck={false}
            autocomplete="off"
            onInput={({ currentTarget }) => props.onWords(currentTarget.value)}
            onKeyDown={pressFilterKey}
          />
          {words !== '' && (
            <button
              type="button"
              class="tool"
              title={strings.clearFilter}
              aria-label={strings.clearFilter}
              onClick={() => props.onWords('')}
            >
              <Icon name="close" />
            </button>
          )}
        </div>
        {props.menu}
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
      <Chips conditions={conditions} strings={strings} onRemove={props.onRemove} />
    </header>
  )
}
