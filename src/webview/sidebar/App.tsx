import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { OpenMode, Scope } from '../../protocol/sidebar'
import { Announcer } from './Announcer'
import { cursorRows } from './cursorRows'
import { EmptyView, FolderProgress } from './EmptyView'
import { isActive, readFilter, type Filter } from '../shared/filter'
import { format } from '../shared/format'
import { Header } from './Header'
import { folderTree } from './folderTree'
import { readInterfaceState, storedInterfaceState } from './interfaceState'
import { elsewhereKey } from './model'
import { visibleRows, type Row } from './rows'
import { SummaryView } from './SummaryView'
import { sidebarTree } from './tree'
import { TreeView } from './TreeView'
import { useHost } from './useHost'
import { vscodeApi } from '../shared/vscodeApi'

/** The whole view: the host's state and the reader's wishes in, rows out. */
export function App() {
  const [wishes, setWishes] = useState(() => readInterfaceState(vscodeApi.getState()))
  const [model, host] = useHost(wishes)
  const [jump, setJump] = useState<{ readonly key: string } | undefined>(undefined)
  const filterBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const { strings, state, generation, mentions, elsewhere, found, pages, failed, cursor } = model
  const filter = useMemo(() => readFilter(wishes.filter), [wishes.filter])
  /** While a filter is active its matches are open; what the reader closes then is forgotten with it. */
  const [searched, setSearched] = useState<{ readonly filter: Filter; readonly toggled: ReadonlyMap<string, boolean> }>(
    { filter, toggled: new Map() }
  )
  const toggled = !isActive(filter) ? wishes.toggled : searched.filter === filter ? searched.toggled : untouched
  const scroll = useRef(wishes.scroll)

  useEffect(() => window.addEventListener('focus', () => document.activeElement === document.body && focusTree()), [])
  /** What the host was told last. It hears of a filter when the reader rests. */
  const [publishedFilter, setPublishedFilter] = useState(wishes.filter)
  useEffect(() => {
    if (publishedFilter === wishes.filter) return
    if (wishes.filter === '') return publishFilter('')
    const timer = setTimeout(() => publishFilter(wishes.filter), typingRest)
    return () => clearTimeout(timer)
  }, [wishes.filter])
  const store = () => vscodeApi.setState(storedInterfaceState({ ...wishes, scroll: scroll.current }))
  useEffect(store, [wishes])

  const shown = strings && state && state.kind !== 'empty' && state.scope === wishes.scope ? state : undefined
  const listed = useMemo(() => readFilter(shown?.kind === 'folder' ? shown.filter : ''), [shown])
  const tree = useMemo(() => {
    if (!shown || !strings) return []
    return shown.kind === 'folder'
      ? folderTree({ state: shown, strings, filter: listed, pages, generation })
      : sidebarTree({ state: shown, strings, filter, typed: wishes.filter, mentions, elsewhere, found, failed })
  }, [shown, strings, filter, listed, pages, mentions, elsewhere, found, failed])
  const rows = useMemo(() => visibleRows({ tree, toggled }), [tree, toggled])
  const at = useMemo(() => cursorRows(cursor, rows), [cursor, rows])
  const revealed = useMemo(() => (cursor?.reveal && at.reveal ? { key: at.reveal } : undefined), [cursor])

  const isSearched = shown?.kind === 'list' && isActive(filter) && publishedFilter === wishes.filter
  useEffect(() => (isSearched ? host.askFound(publishedFilter) : undefined), [isSearched, publishedFilter, generation])

  useEffect(() => {
    if (shown?.kind !== 'list') return
    const opened = rows.filter(({ expanded }) => expanded).map(({ node }) => node.content)
    host.needMentions(opened.flatMap((content) => (content.kind === 'entity' ? content.entity.key : [])))
    // Under a filter the rows are those that it found in other articles.
    if (isActive(filter) && found?.filter !== wishes.filter) return
    for (const content of opened) {
      if (content.kind !== 'elsewhere') continue
      const known = elsewhere.get(elsewhereKey(content.link, wishes.filter))?.quotes.length ?? 0
      host.needElsewhere(content.link, wishes.filter, Math.max(elsewherePage, known))
    }
  }, [rows, shown])

  function publishFilter(typed: string): void {
    setPublishedFilter(typed)
    host.send({ kind: 'filter', filter: typed })
  }

  function toggle(keys: readonly string[], expanded: boolean): void {
    if (isActive(filter)) setSearched({ filter, toggled: withToggled(toggled, keys, expanded) })
    else setWishes((now) => ({ ...now, toggled: withToggled(now.toggled, keys, expanded) }))
  }
  const setFilter = (typed: string) => setWishes((now) => ({ ...now, filter: typed }))
  const setScope = (scope: Scope) => {
    if (scope === wishes.scope) return
    scroll.current = 0
    setWishes((now) => ({ ...now, scope }))
    setPublishedFilter(wishes.filter)
    host.send({ kind: 'scope', scope, filter: wishes.filter })
  }

  function activate(row: Row, mode: OpenMode): void {
    const { content, target, key } = row.node
    if (target) host.send({ kind: 'open', ...target, mode })
    else if (content.kind === 'action') host.send({ kind: 'command', command: content.command })
    else if (content.kind === 'more') host.askElsewhere(content.link, wishes.filter, content.count + elsewherePage)
    else if (row.expanded !== undefined) toggle([key], !row.expanded)
  }

  function focusTree(): void {
    list.current?.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus()
  }

  if (!strings) return null
  const nothing =
    shown &&
    (shown.kind === 'folder'
      ? shown.tallies.actors.total + shown.tallies.places.total + shown.tallies.quotes.total
      : shown.entities.length + shown.quotesInScope) === 0
  const isSearching = shown?.kind === 'folder' && shown.filter !== wishes.filter
  return (
    <>
      <Header
        strings={strings}
        scope={wishes.scope}
        filter={wishes.filter}
        filterBox={filterBox}
        attitudes={shown?.attitudes}
        onScope={setScope}
        onFilter={setFilter}
        onLeaveFilter={focusTree}
        onAttitudes={(value) => host.send({ kind: 'attitudes', shown: value })}
        onCollapseAll={
          shown && !nothing
            ? () =>
                toggle(
                  rows.flatMap(({ node, expanded }) => (expanded ? node.key : [])),
                  false
                )
            : undefined
        }
      />
      <div
        class="list"
        id="list"
        ref={list}
        role="tabpanel"
        aria-labelledby={`tab-${wishes.scope}`}
        aria-busy={isSearching}
      >
        {isSearching && (
          <div class="progress searching" aria-hidden="true">
            <span />
          </div>
        )}
        {state && <FolderProgress folder={state.folder} strings={strings} />}
        {state?.kind === 'empty' && state.scope === wishes.scope && (
          <EmptyView
            reason={state.reason}
            folder={state.folder}
            strings={strings}
            onCommand={(command) => host.send({ kind: 'command', command })}
          />
        )}
        {shown && nothing && (
          <EmptyView
            reason="nothing-found"
            folder={shown.folder}
            strings={strings}
            onCommand={(command) => host.send({ kind: 'command', command })}
          />
        )}
        {shown && !nothing && (
          <>
            <SummaryView
              state={shown}
              strings={strings}
              onSection={(key) => {
                toggle([key], true)
                setJump({ key })
              }}
            />
            {tree.every(({ children }) => !children) && (
              <p class="no-match">
                {format(strings.filterNoMatch, shown.kind === 'folder' ? shown.filter : wishes.filter)}
              </p>
            )}
            <TreeView
              key={shown.scope}
              rows={rows}
              strings={strings}
              filter={filter}
              current={at.current}
              reveal={revealed}
              jump={jump}
              startScroll={scroll.current}
              onScroll={(top) => {
                scroll.current = top
              }}
              onScrollEnd={store}
              onToggle={toggle}
              onActivate={activate}
              onNeed={(list, from) => host.needPage(list, from)}
              onEscape={() => setFilter('')}
              onFind={() => filterBox.current?.select()}
            />
          </>
        )}
      </div>
      <Announcer state={shown} tree={tree} isFiltered={isActive(filter)} strings={strings} />
    </>
  )
}

/** Milliseconds of rest before the host looks for what was typed. */
const typingRest = 120

/** So many quotes of other articles come at a time. */
const elsewherePage = 50

const untouched: ReadonlyMap<string, boolean> = new Map()

/** The latest wishes last: they are the ones to remember. */
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
