import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { DecideAction, OpenMode, Scope } from '../../protocol/sidebar'
import { Announcer } from './Announcer'
import { codesById } from './codeRows'
import { cursorRows } from './cursorRows'
import { EmptyView, FolderProgress } from './EmptyView'
import { isActive, readFilter, type Filter } from '../shared/filter'
import { format } from '../shared/format'
import { Header } from './Header'
import { folderTree } from './folderTree'
import { readInterfaceState, storedInterfaceState } from './interfaceState'
import { elsewhereKey } from './model'
import { decideTarget } from './rowContext'
import { visibleRows, type Row } from './rows'
import { SummaryView } from './SummaryView'
import { sidebarTree } from './tree'
import type { NodeContent } from './treeNodes'
import { TreeView } from './TreeView'
import { useHost } from './useHost'
import { vscodeApi } from '../shared/vscodeApi'

/** The whole page: a function of what the host published and of what the reader chose (scope, filter, what is open). */
export function App() {
  const [choices, setChoices] = useState(() => readInterfaceState(vscodeApi.getState()))
  const [model, host] = useHost(choices)
  const [jump, setJump] = useState<{ readonly key: string } | undefined>(undefined)
  const filterBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const { strings, state, generation, mentions, elsewhere, codings, found, pages, failed, cursor } = model
  const filter = useMemo(() => readFilter(choices.filter), [choices.filter])
  /** While a filter is active its matches are open. What the reader closes then is remembered for that filter alone. */
  const [searched, setSearched] = useState<{ readonly filter: Filter; readonly toggled: ReadonlyMap<string, boolean> }>(
    { filter, toggled: new Map() }
  )
  const toggled = !isActive(filter) ? choices.toggled : searched.filter === filter ? searched.toggled : untouched
  const scroll = useRef(choices.scroll)

  useEffect(() => window.addEventListener('focus', () => document.activeElement === document.body && focusTree()), [])
  /** The filter that the host knows: it is sent when the reader stops typing. */
  const [publishedFilter, setPublishedFilter] = useState(choices.filter)
  useEffect(() => {
    if (publishedFilter === choices.filter) return
    if (choices.filter === '') return publishFilter('')
    const timer = setTimeout(() => publishFilter(choices.filter), typingRest)
    return () => clearTimeout(timer)
  }, [choices.filter])
  const store = () => vscodeApi.setState(storedInterfaceState({ ...choices, scroll: scroll.current }))
  useEffect(store, [choices])

  const shown = strings && state && state.kind !== 'empty' && state.scope === choices.scope ? state : undefined
  const listed = useMemo(() => readFilter(shown?.kind === 'folder' ? shown.filter : ''), [shown])
  const codes = useMemo(() => codesById(shown?.decided?.codes), [shown])
  const tree = useMemo(() => {
    if (!shown || !strings) return []
    return shown.kind === 'folder'
      ? folderTree({ state: shown, codes, strings, filter: listed, pages, generation })
      : sidebarTree({
          ...{ state: shown, codes, strings, filter, typed: choices.filter },
          ...{ mentions, elsewhere, codings, found, failed }
        })
  }, [shown, strings, filter, listed, pages, mentions, elsewhere, codings, found, failed])
  const rows = useMemo(() => visibleRows({ tree, toggled }), [tree, toggled])
  const at = useMemo(() => cursorRows(cursor, rows), [cursor, rows])
  const revealed = useMemo(() => (cursor?.reveal && at.reveal ? { key: at.reveal } : undefined), [cursor])

  const isSearched = shown?.kind === 'list' && isActive(filter) && publishedFilter === choices.filter
  useEffect(() => (isSearched ? host.askFound(publishedFilter) : undefined), [isSearched, publishedFilter, generation])

  useEffect(() => {
    if (shown?.kind !== 'list') return
    const opened = rows.filter(({ expanded }) => expanded).map(({ node }) => node.content)
    host.needMentions(opened.flatMap((content) => (content.kind === 'entity' ? content.entity.key : [])))
    // Under a filter, whether there are such rows is known once the host has searched the other articles.
    if (isActive(filter) && found?.filter !== choices.filter) return
    for (const content of opened) {
      if (content.kind === 'code') {
        const known = codings.get(elsewhereKey(content.code.id, choices.filter))?.codings.length ?? 0
        host.needCodings(content.code.id, choices.filter, Math.max(codingsPage, known))
      }
      if (content.kind !== 'elsewhere') continue
      const known = elsewhere.get(elsewhereKey(content.link, choices.filter))?.quotes.length ?? 0
      host.needElsewhere(content.link, choices.filter, Math.max(elsewherePage, known))
    }
  }, [rows, shown])

  function publishFilter(typed: string): void {
    setPublishedFilter(typed)
    host.send({ kind: 'filter', filter: typed })
  }

  function toggle(keys: readonly string[], expanded: boolean): void {
    if (isActive(filter)) setSearched({ filter, toggled: withToggled(toggled, keys, expanded) })
    else setChoices((now) => ({ ...now, toggled: withToggled(now.toggled, keys, expanded) }))
  }
  const setFilter = (typed: string) => setChoices((now) => ({ ...now, filter: typed }))
  const setScope = (scope: Scope) => {
    if (scope === choices.scope) return
    scroll.current = 0
    setChoices((now) => ({ ...now, scope }))
    setPublishedFilter(choices.filter)
    host.send({ kind: 'scope', scope, filter: choices.filter })
  }

  function activate(row: Row, mode: OpenMode): void {
    const { content, target, key } = row.node
    if (target) host.send({ kind: 'open', ...target, mode })
    else if (content.kind === 'action') host.send({ kind: 'command', command: content.command })
    else if (content.kind === 'more') askMore(content)
    else if (content.kind === 'review') host.send({ kind: 'nowhere', words: content.review.words })
    else if (row.expanded !== undefined) toggle([key], !row.expanded)
  }

  function askMore({ list, of, count }: Extract<NodeContent, { readonly kind: 'more' }>): void {
    if (list === 'codings') host.askCodings(of, choices.filter, count + codingsPage)
    else host.askElsewhere(of, choices.filter, count + elsewherePage)
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
      ? shown.tallies.actors.total + shown.tallies.places.total + shown.tallies.quotes.total
      : shown.entities.length + shown.quotesInScope) === 0
  const isSearching = shown?.kind === 'folder' && shown.filter !== choices.filter
  return (
    <>
      <Header
        strings={strings}
        scope={choices.scope}
        filter={choices.filter}
        filterBox={filterBox}
        attitudes={shown?.attitudes}
        decided={shown?.decided}
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
        aria-labelledby={`tab-${choices.scope}`}
        aria-busy={isSearching}
      >
        {isSearching && (
          <div class="progress searching" aria-hidden="true">
            <span />
          </div>
        )}
        {state && <FolderProgress folder={state.folder} strings={strings} />}
        {state?.kind === 'empty' && state.scope === choices.scope && (
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
                {format(strings.filterNoMatch, shown.kind === 'folder' ? shown.filter : choices.filter)}
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
              onDecide={decide}
              onHistory={(step) => host.send({ kind: 'history', step })}
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

/** Milliseconds without typing before the host is sent the filter. */
const typingRest = 120

/** So many quotes of other articles come at a time. */
const elsewherePage = 50

/** So many codings of a code come at a time. */
const codingsPage = 200

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
