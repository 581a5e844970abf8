import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'
import type { HostMessage, ReadingMark, WebviewEvent } from '../../protocol/reading'
import { neighbor, type Direction } from '../../util/neighbor'
import { afterDrawing } from '../shared/afterDrawing'
import { format, number } from '../shared/format'
import { vscodeApi } from '../shared/vscodeApi'
import { ArticleText } from './ArticleText'
import { lightingSheet } from './lighting'
import { Notes, Rails } from './Margin'
import { blockAt, firstModel, withEvent, type Shown } from './model'
import { newMark, stateOfMark, type NewMark } from './newMark'
import { Notice } from './Notice'
import { Ruler } from './Ruler'
import { barPlace, markKeys, SelectionBar, type BarPlace } from './SelectionBar'
import { sourceAt, sourceUnder } from './sourceAt'
import { selectAgain, selectedIn, selectIn, type Selected } from './textPlaces'
import type { TextView } from './Text'
import { Toolbar } from './Toolbar'
import { useInSight } from './useInSight'
import { useSelectionChange } from './useSelectionChange'

/** After so long without scrolling and choosing, the host is told what to keep. Milliseconds. */
const keepingPause = 250

export function App() {
  const [{ strings, kept, shown }, receive] = useReducer(withEvent, firstModel)
  const [lit, setLit] = useState<string | null>(null)
  const [margin, setMargin] = useState({ names: true, codes: false })
  const [bar, setBar] = useState<BarPlace | undefined>()
  const [said, setSaid] = useState('')
  const scroller = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const selected = useRef<Selected>({ start: 0, end: 0 })
  /** The bar comes when the reader selects words, not when we do. */
  const byHand = useRef(false)
  const marked = useRef<NewMark | undefined>(undefined)
  const sheet = useMemo(lightingSheet, [])
  const inSight = useInSight(scroller, text, shown)
  const litIndex = shown && lit !== null ? shown.sources.findIndex(({ key }) => key === lit) : -1

  const send = useCallback((event: WebviewEvent) => vscodeApi.postMessage({ kind: 'event', event }), [])
  useLayoutEffect(() => sheet.light(litIndex), [litIndex])
  useLayoutEffect(() => sheet.color(shown?.codes ?? []), [shown?.codes])

  /** What the listeners of the window need of the last drawing. */
  const now = useRef<{ readonly shown: Shown | undefined; readonly litIndex: number }>({ shown, litIndex })
  now.current = { shown, litIndex }
  const seen = useRef(0)
  seen.current = inSight[inSight.length >> 1]?.index ?? (shown && kept ? blockAt(shown, kept.top) : 0)
  const view = useCallback(
    (): TextView => ({
      inSight: () => seen.current,
      select(from, to) {
        if (!text.current || !now.current.shown) return
        selectAgain(text.current, now.current.shown, selected.current, { from, to })
      }
    }),
    []
  )

  const light = useCallback(
    (source: number) => {
      const { shown: known, litIndex: present } = now.current
      const next = source === present ? undefined : known?.sources[source]
      setLit(next?.key ?? null)
      if (strings) setSaid(next ? format(strings.lit, next.name) : strings.unlit)
    },
    [strings]
  )

  const goTo = useCallback((words: Selected, focus: boolean) => {
    const { shown: known } = now.current
    if (!known || !text.current) return
    byHand.current = false
    setBar(undefined)
    const block = text.current.children[blockAt(known, words.start)]
    block?.scrollIntoView({ block: 'nearest' })
    if (focus) text.current.focus({ preventScroll: true })
    const { startContainer } = selectIn(text.current, known, words)
    const element = startContainer instanceof Element ? startContainer : startContainer.parentElement
    element?.scrollIntoView({ block: 'center' })
  }, [])

  const step = useCallback(
    (direction: Direction) => {
      const { shown: known, litIndex: present } = now.current
      if (!known || !strings) return
      const { start } = selected.current
      const source = present >= 0 ? present : sourceAt(known, start, direction)
      const name = known.sources[source]
      if (!name) return
      const quotes = known.quotes.filter((quote) => quote.source === source)
      const index = neighbor(
        quotes.map((quote) => quote.start),
        start,
        direction
      )
      setLit(name.key)
      const quote = quotes[index]
      if (!quote) return send({ kind: 'beyond', source: name.key, direction })
      goTo({ start: quote.start, end: quote.start }, true)
      selected.current = { start: quote.start, end: quote.start }
      setSaid(
        format(strings.quoteOf, number(index + 1, strings.locale), number(quotes.length, strings.locale), name.name)
      )
    },
    [strings]
  )

  useEffect(() => {
    const listen = ({ data }: MessageEvent<HostMessage>) => {
      if (data.kind !== 'event') return
      const { event } = data
      receive(event)
      if (event.kind === 'kept') {
        setLit(event.kept.lit)
        setMargin({ names: event.kept.names, codes: event.kept.codes })
      }
      if (event.kind === 'step') afterDrawing(() => latest.current.step(event.direction))
      if (event.kind === 'reveal') {
        if (event.lit !== undefined) setLit(event.lit)
        const words = event.lit === undefined ? event : { start: event.start, end: event.start }
        selected.current = { start: words.start, end: words.end }
        afterDrawing(() => goTo(words, event.focus))
      }
    }
    window.addEventListener('message', listen)
    send({ kind: 'ready' })
    return () => window.removeEventListener('message', listen)
  }, [])
  // What was marked shall be seen, also where only another source's quotes are lit.
  useEffect(() => {
    const state = shown && marked.current && stateOfMark(marked.current, shown, litIndex)
    if (state === undefined || state === 'awaited') return
    marked.current = undefined
    if (state === 'dimmed' && litIndex >= 0) light(-1)
  }, [shown])
  const latest = useRef({ step })
  latest.current = { step }

  // Once, when the first text is there: back to where the reader was.
  const isThere = shown !== undefined
  useLayoutEffect(() => {
    if (!shown || !kept || kept.top === 0) return
    text.current?.children[blockAt(shown, kept.top)]?.scrollIntoView({ block: 'start' })
  }, [isThere])

  useSelectionChange(() => {
    const { shown: known } = now.current
    const words = known && text.current ? selectedIn(text.current, known) : undefined
    if (!known || !words) return setBar(undefined)
    if (words.start === selected.current.start && words.end === selected.current.end && byHand.current === false) return
    selected.current = words
    send({ kind: 'selection', version: known.version, ...words })
    setBar(byHand.current && words.end > words.start ? barPlace() : undefined)
  })

  const keep = useRef<() => void>(() => undefined)
  keep.current = () => {
    if (!shown || !scroller.current) return
    const { scrollTop, clientHeight } = scroller.current
    const first = inSight.find(({ top, height }) => top + height > scrollTop)
    const last = inSight.findLast(({ top }) => top < scrollTop + clientHeight)
    const top = shown.blocks[first?.index ?? 0]?.start ?? 0
    const end = last ? (shown.blocks[last.index + 1]?.start ?? shown.length) : top
    const caret = selected.current.start
    send({ kind: 'kept', top, read: caret >= top && caret < end ? caret : top, lit, ...margin })
  }
  useEffect(() => {
    const timer = setTimeout(() => shown && keep.current(), keepingPause)
    return () => clearTimeout(timer)
  }, [inSight, lit, margin, shown?.version])

  // What is long is drawn again only when it has changed, and not whenever something comes into sight.
  const toolbar = useMemo(
    () =>
      strings && (
        <Toolbar
          strings={strings}
          sources={shown?.sources ?? []}
          lit={litIndex}
          names={margin.names}
          codes={margin.codes}
          onSource={light}
          onStep={step}
          onNames={() => setMargin((known) => ({ ...known, names: !known.names }))}
          onCodes={() => setMargin((known) => ({ ...known, codes: !known.codes }))}
        />
      ),
    [strings, shown?.sources, litIndex, margin, light, step]
  )
  const ruler = useMemo(
    () =>
      shown && (
        <Ruler quotes={shown.quotes} length={shown.length} onQuote={({ start }) => goTo({ start, end: start }, true)} />
      ),
    [shown, goTo]
  )

  if (!strings) return null

  const mark = (what: ReadingMark) => {
    const { start, end } = selected.current
    if (!shown || end <= start) return
    setBar(undefined)
    text.current?.focus({ preventScroll: true })
    marked.current = newMark(shown, start, end)
    send({ kind: 'mark', mark: what, version: shown.version, start, end })
  }
  const closeBar = () => {
    setBar(undefined)
    byHand.current = false
    text.current?.focus({ preventScroll: true })
    getSelection()?.collapseToEnd()
  }
  const lightAtCaret = () => {
    if (!shown) return
    const source = sourceUnder(shown, selected.current.start)
    if (source >= 0) light(source)
  }
  const actionOf = ({ key, shiftKey }: KeyboardEvent): (() => void) | undefined => {
    const marks = bar && !shiftKey ? markKeys[key] : undefined
    if (marks !== undefined) return () => mark(marks)
    switch (key) {
      case 'Escape':
        return bar ? closeBar : lit !== null ? () => light(-1) : undefined
      case 'Tab':
        return bar && !shiftKey ? () => document.querySelector<HTMLElement>('.bar button')?.focus() : undefined
      case 'n':
        return () => step('next')
      case 'p':
        return () => step('previous')
      case 'Enter':
        return lightAtCaret
      case ' ':
        return () => scroller.current?.scrollBy({ top: (shiftKey ? -0.85 : 0.85) * scroller.current.clientHeight })
      default:
        return undefined
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    byHand.current = true
    // A key may come before the event that says where the caret is.
    selected.current = (shown && text.current && selectedIn(text.current, shown)) ?? selected.current
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const run = actionOf(event)
    if (!run) return
    event.preventDefault()
    run()
  }

  return (
    <div class={`reading ${litIndex >= 0 ? 'lit' : ''}`}>
      {toolbar}
      <div class="page">
        <div class="scroller" ref={scroller} onScroll={() => bar && setBar(undefined)}>
          <Notice notice={shown?.notice ?? null} strings={strings} />
          <div class={margin.codes ? 'sheet with-codes' : 'sheet'}>
            <Rails
              blocks={shown?.blocks ?? []}
              inSight={inSight}
              sources={shown?.sources ?? []}
              strings={strings}
              withNames={margin.names}
              onSource={light}
            />
            <ArticleText
              place={text}
              blocks={shown?.blocks ?? []}
              strings={strings}
              view={view}
              onKeyDown={onKeyDown}
              onHand={() => {
                byHand.current = true
              }}
              onSource={light}
            />
            {margin.codes ? (
              <Notes
                blocks={shown?.blocks ?? []}
                inSight={inSight}
                codes={shown?.codes ?? []}
                label={strings.codes}
                onCodings={(filter) => send({ kind: 'codings', filter })}
              />
            ) : (
              <div class="notes" />
            )}
          </div>
        </div>
        {ruler}
      </div>
      {bar && <SelectionBar place={bar} strings={strings} onMark={mark} onClose={closeBar} />}
      <div class="unseen" role="status">
        {said}
      </div>
    </div>
  )
}
