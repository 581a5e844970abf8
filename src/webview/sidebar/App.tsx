import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'
import type { HostMessage, OpenHow, Scope } from '../../protocol/sidebar'
import { Announcer } from './Announcer'
import { cursorRows } from './cursorRows'
import { EmptyView, FolderProgress } from './EmptyView'
import { isActive, readFilter, type Filter } from '../shared/filter'
import { format } from '../shared/format'
import { Header } from './Header'
import { folderTree } from './folderTree'
import { readInterfaceState, storedInterfaceState } from './interfaceState'
import { elsewhereKey, firstModel, withMessage } from './model'
import { averageCharacter, rowHeights } from './rowHeights'
import { visibleRows, type Row } from './rows'
import { SummaryView } from './SummaryView'
import { sidebarTree } from './tree'
import { TreeView } from './TreeView'
import { useWidth } from './useWidth'
import { vscodeApi } from '../shared/vscodeApi'

/** The whole view: the host's state and the reader's wishes in, rows out. */
export function App() {
  const [model, receive] = useReducer(withMessage, firstModel)
  const [wishes, setWishes] = useState(() => readInterfaceState(vscodeApi.getState()))
  const [jump, setJump] = useState<{ readonly key: string } | undefined>(undefined)
  const filterBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const asked = useRef({ revision: -1, keys: new Set<string>() })
  const width = useWidth(list)
  const characterWidth = useMemo(() => averageCharacter(document.body), [model.state?.revision])
  const { strings, state, mentions, mentionsOf, elsewhere, found, pages, cursor } = model
  const filter = useMemo(() => readFilter(wishes.filter), [wishes.filter])
  /** While a filter is active its matches are open; what the reader closes then is forgotten with it. */
  const [searched, setSearched] = useState<{ readonly filter: Filter; readonly toggled: ReadonlyMap<string, boolean> }>(
    { filter, toggled: new Map() }
  )
  const toggled = !isActive(filter) ? wishes.toggled : searched.filter === filter ? searched.toggled : untouched
  const scroll = useRef(wishes.scroll)

  useEffect(() => {
    window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => receive(data))
    window.addEventListener('focus', () => document.activeElement === document.body && focusTree())
    vscodeApi.postMessage({ type: 'ready', scope: wishes.scope, filter: wishes.filter })
  }, [])
  const toldFilter = useRef(wishes.filter)
  useEffect(() => {
    if (toldFilter.current === wishes.filter) return
    if (wishes.filter === '') return tellFilter('')
    const timer = setTimeout(() => tellFilter(wishes.filter), typingRest)
    return () => clearTimeout(timer)
  }, [wishes.filter])
  const store = () => vscodeApi.setState(storedInterfaceState({ ...wishes, scroll: scroll.current }))
  useEffect(store, [wishes])

  const shown = strings && state && state.kind !== 'empty' && state.scope === wishes.scope ? state : undefined
  const listed = useMemo(() => readFilter(shown?.kind === 'folder' ? shown.filter : ''), [shown])
  const tree = useMemo(() => {
    if (!shown || !strings) return []
    return shown.kind === 'folder'
      ? folderTree({ state: shown, strings, filter: listed, pages })
      : sidebarTree({ state: shown, strings, filter, typed: wishes.filter, mentions, elsewhere, found })
  }, [shown, strings, filter, listed, pages, mentions, elsewhere, found])
  const rows = useMemo(
    () => visibleRows({ tree, toggled, heightOf: rowHeights(width, characterWidth) }),
    [tree, toggled, width, characterWidth]
  )
  const at = useMemo(() => cursorRows(cursor, rows), [cursor, rows])
  const revealed = useMemo(() => (cursor?.reveal && at.reveal ? { key: at.reveal } : undefined), [cursor])

  useEffect(() => {
    if (shown?.kind !== 'list') return
    const keys = rows
      .flatMap(({ node: { content }, expanded }) => (content.kind === 'entity' && expanded ? content.entity.key : []))
      .filter((key) => mentionsOf.get(key) !== shown.revision && isNew(`mentions ${key}`))
    if (keys.length > 0) vscodeApi.postMessage({ type: 'mentions', revision: shown.revision, keys })
    for (const {
      node: { content },
      expanded
    } of rows) {
      // Under a filter the host answers once it has looked through the other articles.
      if (
        content.kind !== 'elsewhere' ||
        !expanded ||
        (isActive(filter) && found?.filter !== wishes.filter) ||
        !isNew(`elsewhere ${content.link} ${wishes.filter}`)
      )
        continue
      askElsewhere(
        content.link,
        Math.max(elsewherePage, elsewhere.get(elsewhereKey(content.link, wishes.filter))?.quotes.length ?? 0)
      )
    }
  }, [rows, shown])

  /** Whether a question has not been asked about the present state. */
  function isNew(question: string): boolean {
    const revision = shown?.revision ?? -1
    if (asked.current.revision !== revision) asked.current = { revision, keys: new Set() }
    if (asked.current.keys.has(question)) return false
    asked.current.keys.add(question)
    return true
  }

  function needPage(name: string, from: number): void {
    if (shown?.kind === 'folder' && isNew(`page ${from} ${name}`))
      vscodeApi.postMessage({ type: 'page', revision: shown.revision, list: name, from })
  }

  function tellFilter(typed: string): void {
    toldFilter.current = typed
    vscodeApi.postMessage({ type: 'filter', filter: typed })
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
    toldFilter.current = wishes.filter
    vscodeApi.postMessage({ type: 'scope', scope, filter: wishes.filter })
  }

  function askElsewhere(key: string, count: number): void {
    if (shown) vscodeApi.postMessage({ type: 'elsewhere', revision: shown.revision, key, count })
  }

  function activate(row: Row, how: OpenHow): void {
    const { content, target, key } = row.node
    if (target) vscodeApi.postMessage({ type: 'open', ...target, how })
    else if (content.kind === 'action') vscodeApi.postMessage({ type: 'command', command: content.command })
    else if (content.kind === 'more') askElsewhere(content.link, content.count + elsewherePage)
    else if (row.expanded !== undefined) toggle([key], !row.expanded)
  }

  function focusTree(): void {
    list.current?.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus()
  }

  if (!strings) return null
  const nothing =
    shown &&
    (shown.kind === 'folder'
      ? shown.tallies.actors.of + shown.tallies.places.of + shown.tallies.quotes.of
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
        onAttitudes={(value) => vscodeApi.postMessage({ type: 'attitudes', shown: value })}
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
            onCommand={(command) => vscodeApi.postMessage({ type: 'command', command })}
          />
        )}
        {shown && nothing && (
          <EmptyView
            reason="nothing-found"
            folder={shown.folder}
            strings={strings}
            onCommand={(command) => vscodeApi.postMessage({ type: 'command', command })}
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
              <p class="no-match">{format(strings.filterNoMatch, wishes.filter)}</p>
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
              onNeed={needPage}
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
