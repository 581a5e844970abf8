import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { DecideAction, OpenMode, Scope, SidebarCommand } from '../../protocol/sidebar'
import { isActive, readFilter, type Filter } from '../shared/filter'
import { vscodeApi } from '../shared/vscodeApi'
import { Announcer } from './Announcer'
import { codesById } from './codeRows'
import { EmptyView, FolderProgress } from './EmptyView'
import { FilterMenu } from './FilterMenu'
import {
  isArticleCondition,
  readFilterText,
  toggled as withToggledCondition,
  withAllMoved,
  withTyped
} from './filterText'
import { folderParts } from './folderTree'
import { Header, type ShownScope } from './Header'
import { readInterfaceState, storedInterfaceState, type InterfaceState } from './interfaceState'
import { Legend } from './Legend'
import { PartBody } from './PartBody'
import { Parts } from './Parts'
import { decideTarget } from './rowContext'
import { visibleRows, type Row } from './rows'
import { SortMenu } from './SortMenu'
import { SummaryView } from './SummaryView'
import { articleParts } from './tree'
import type { NodeContent, PartId } from './treeNodes'
import { useFilterText } from './useFilterText'
import { useHost } from './useHost'
import { codingsPage, elsewherePage, useOpenedRows } from './useOpenedRows'

/** The whole page: a function of what the host published and of what the reader chose (scope, filter, what is open). */
export function App() {
  const [choices, setChoices] = useState(() => readInterfaceState(vscodeApi.getState()))
  const [model, host] = useHost(choices)
  const filterBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const { strings, state, generation, mentions, elsewhere, codings, found, pages, failed, cursor } = model
  const used = useFilterText(model.filter, (filter) => host.send({ kind: 'filter', filter }))
  const { text, typed } = used
  const filter = useMemo(() => readFilter(typed), [typed])
  /** While a filter is active its matches are open. What the reader closes then is remembered for that filter alone. */
  const [searched, setSearched] = useState<{ readonly filter: Filter; readonly toggled: ReadonlyMap<string, boolean> }>(
    { filter, toggled: new Map() }
  )
  const toggled = !isActive(filter) ? choices.toggled : searched.filter === filter ? searched.toggled : untouched
  const scroll = useRef(choices.scroll)

  useEffect(() => window.addEventListener('focus', () => document.activeElement === document.body && focusTree()), [])
  useEffect(() => {
    if (model.wanted) setScope(model.wanted.scope)
  }, [model.wanted])
  const store = () => vscodeApi.setState(storedInterfaceState({ ...choices, scroll: scroll.current }))
  useEffect(store, [choices])
  const choose = (chosen: Partial<InterfaceState>) => setChoices((now) => ({ ...now, ...chosen }))

  const { scope, order, types, open } = choices
  const shown = strings && state && state.kind !== 'empty' && state.scope === scope ? state : undefined
  const listedBy = shown?.kind === 'folder' ? shown.filter : ''
  const listed = useMemo(() => readFilter(listedBy), [listedBy])
  const codes = useMemo(() => codesById(shown?.decided?.codes), [shown])
  const parts = useMemo(() => {
    if (!shown || !strings) return []
    return shown.kind === 'folder'
      ? folderParts({ state: shown, codes, strings, filter: listed, order, types, pages, generation })
      : articleParts({
          ...{ state: shown, codes, strings, filter, typed, order, types },
          ...{ mentions, elsewhere, codings, found, failed }
        })
  }, [shown, strings, filter, listed, order, types, pages, mentions, elsewhere, codings, found, failed])
  const rows = useMemo(
    () => new Map(parts.map(({ id, nodes }) => [id, visibleRows({ tree: nodes, toggled })] as const)),
    [parts, toggled]
  )
  const isSearched = shown?.kind === 'list' && isActive(filter) && used.isSent
  useEffect(() => (isSearched ? host.askFound(typed) : undefined), [isSearched, typed, generation])
  useOpenedRows(
    shown?.kind === 'list' ? parts.flatMap(({ id }) => (open[id] ? (rows.get(id) ?? []) : [])) : [],
    { ...model, typed, isFiltered: isActive(filter) },
    host,
    [rows, shown, open]
  )

  function toggle(keys: readonly string[], expanded: boolean): void {
    if (isActive(filter)) setSearched({ filter, toggled: withToggled(toggled, keys, expanded) })
    else setChoices((now) => ({ ...now, toggled: withToggled(now.toggled, keys, expanded) }))
  }

  function setScope(wanted: Scope): void {
    if (wanted === choices.scope) return
    scroll.current = { sources: 0, names: 0, marks: 0 }
    choose({ scope: wanted, scroll: scroll.current })
    host.send({ kind: 'scope', scope: wanted })
  }

  const chosen = text.conditions.filter(isArticleCondition)

  /** The articles of a selection are conditions of the filter. */
  function showScope(wanted: ShownScope): void {
    if (wanted === 'folder' && chosen.length > 0) used.set(without(chosen))
    if (wanted === 'selection' && (chosen.length === 0 || shownScope === 'selection')) run('selectArticles')
    setScope(wanted === 'article' ? 'article' : 'folder')
  }

  const shownScope: ShownScope = scope === 'folder' && chosen.length > 0 ? 'selection' : scope
  const without = (removed: readonly string[]) => ({
    words: text.words,
    conditions: text.conditions.filter((condition) => !removed.includes(condition))
  })
  const run = (command: SidebarCommand) => host.send({ kind: 'command', command })
  const clearFilter = () => used.set(readFilterText(''))

  function activate(row: Row, mode: OpenMode): void {
    const { content, target, peek, key } = row.node
    if (target) host.send({ kind: 'open', ...target, mode })
    else if (peek && mode === 'preview')
      host.send('list' in peek ? { kind: 'openFirst', list: peek.list, mode } : { kind: 'open', ...peek, mode })
    else if (content.kind === 'action') run(content.command)
    else if (content.kind === 'quotes') host.send({ kind: 'quotes', filter: content.filter })
    else if (content.kind === 'more') askMore(content)
    else if (content.kind === 'review') host.send({ kind: 'nowhere', words: content.review.words })
    else if (row.expanded !== undefined) toggle([key], !row.expanded)
  }

  function askMore({ list, of, count }: Extract<NodeContent, { readonly kind: 'more' }>): void {
    if (list === 'codings') host.askCodings(of, typed, count + codingsPage)
    else host.askElsewhere(of, typed, count + elsewherePage)
  }

  function decide({ node }: Row, action: DecideAction): void {
    const target = decideTarget(node)
    if (target) host.send({ kind: 'decide', action, target })
  }

  function focusTree(): void {
    list.current?.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus()
  }

  if (!strings) return null
  const nothing =
    shown &&
    (shown.kind === 'folder'
      ? shown.tallies.names.total + shown.tallies.quotes.total
      : shown.entities.length + shown.quotesInScope) === 0
  const isSearching = shown?.kind === 'folder' && shown.filter !== used.sent
  const empty = state?.kind === 'empty' && state.scope === scope ? state.reason : nothing ? 'nothing-found' : undefined
  const collapseAll = () =>
    toggle(
      [...rows.values()].flat().flatMap(({ node, expanded }) => (expanded ? node.key : [])),
      false
    )
  return (
    <>
      <Header
        strings={strings}
        scope={shownScope}
        selected={chosen.length}
        words={text.words}
        conditions={scope === 'article' ? without(chosen).conditions : text.conditions}
        filterBox={filterBox}
        menu={
          <FilterMenu
            strings={strings}
            filter={typed}
            conditions={text.conditions}
            decided={shown?.decided}
            facets={shown?.facets}
            searches={model.searches}
            onCondition={(condition) => used.set(withToggledCondition(text, condition))}
            onSearch={(wanted) => used.set(readFilterText(wanted))}
            onCommand={run}
          />
        }
        attitudes={shown?.attitudes}
        onScope={showScope}
        onWords={(words) => used.set(withTyped(text, words), true)}
        onRemove={(removed) => used.set(without(removed))}
        onClear={clearFilter}
        onLeaveFilter={() => {
          used.set(withAllMoved(text))
          focusTree()
        }}
        onAttitudes={(value) => host.send({ kind: 'attitudes', shown: value })}
        onCollapseAll={shown && !nothing ? collapseAll : undefined}
      />
      <div
        class="list"
        id="list"
        ref={list}
        role="tabpanel"
        aria-labelledby={`tab-${shownScope}`}
        aria-busy={isSearching}
      >
        {isSearching && (
          <div class="progress searching" aria-hidden="true">
            <span />
          </div>
        )}
        {state && <FolderProgress folder={state.folder} strings={strings} />}
        {state && empty && (
          <EmptyView
            reason={empty}
            {...(state.kind === 'empty' && state.said && { said: state.said })}
            folder={state.folder}
            strings={strings}
            onCommand={run}
          />
        )}
        {shown && !nothing && (
          <>
            <SummaryView state={shown} strings={strings} />
            <Parts
              parts={parts}
              open={open}
              sizes={choices.sizes}
              strings={strings}
              tools={({ id }) =>
                id === 'sources' && (
                  <SortMenu order={order} strings={strings} onOrder={(wanted) => choose({ order: wanted })} />
                )
              }
              body={(part) => (
                <PartBody
                  key={`${shown.scope} ${part.id}`}
                  part={part}
                  state={shown}
                  rows={rows.get(part.id) ?? []}
                  types={types}
                  cursor={cursor}
                  strings={strings}
                  filter={shown.kind === 'folder' ? listed : filter}
                  startScroll={scroll.current[part.id]}
                  onTypes={(wanted) => choose({ types: wanted })}
                  onScroll={(top) => {
                    scroll.current = { ...scroll.current, [part.id]: top }
                  }}
                  onScrollEnd={store}
                  onToggle={toggle}
                  onActivate={activate}
                  onDecide={decide}
                  onHistory={(step) => host.send({ kind: 'history', step })}
                  onNeed={(wanted, from) => host.needPage(wanted, from)}
                  onEscape={clearFilter}
                  onFind={() => filterBox.current?.select()}
                />
              )}
              onOpen={(id: PartId, isOpen) => choose({ open: { ...open, [id]: isOpen } })}
              onResize={(sizes) => choose({ sizes })}
            />
          </>
        )}
      </div>
      {model.highlights && (
        <Legend
          shown={model.highlights}
          strings={strings}
          onSwitch={(id, on) => host.send({ kind: 'highlight', id, on })}
        />
      )}
      <Announcer state={shown} parts={parts} isFiltered={isActive(filter)} strings={strings} />
    </>
  )
}

const untouched: ReadonlyMap<string, boolean> = new Map()

/** The rows that were opened or closed last come last, because the oldest are forgotten first. */
function withToggled(
  toggled: ReadonlyMap<string, boolean>,
  keys: readonly string[],
  expanded: boolean
): ReadonlyMap<string, boolean> {
  const next = new Map(toggled)
  for (const key of keys) {
    next.delete(key)
    next.set(key, expanded)
  }
  return next
}
