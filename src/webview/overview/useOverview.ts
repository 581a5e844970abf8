import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks'
import {
  firstColumns,
  firstRows,
  pictureKinds,
  type HostMessage,
  type OverviewState,
  type OverviewStrings,
  type PictureKind,
  type WebviewEvent,
  type WebviewSide
} from '../../protocol/overview'
import { requestClient } from '../shared/requestClient'
import { vscodeApi } from '../shared/vscodeApi'
import { readOutlines, type WorldOutlines } from './scenes/worldOutlines'

/** What the reader chose of the page; it survives that the page is hidden. */
export interface Choice {
  readonly picture: PictureKind
  readonly isTable: boolean
  readonly rows: number
  readonly columns: number
  readonly sizeBy: 'quotes' | 'mentions'
}

export interface Model {
  readonly strings?: OverviewStrings
  readonly state?: OverviewState
  readonly choice: Choice
  readonly outlines?: WorldOutlines | 'failed'
  /** What a mark of this page has the quotes panel list in place of what the window's filter leaves. */
  readonly listed?: Listed | undefined
  /** What was left by a mark of this page, the last one last. */
  readonly left: readonly Place[]
}

interface Listed {
  readonly filter: string
  readonly show: 'quotes' | 'mentions'
}

/** The window's filter, and what the quotes panel listed besides; by what they were left. */
interface Place {
  readonly by: 'filter' | 'list'
  readonly filter: string
  readonly listed?: Listed | undefined
}

type Change = (model: Model) => Model

export interface Actions {
  readonly send: (event: WebviewEvent) => void
  readonly choose: (choice: Partial<Choice>) => void
  /** Sets the filter, and remembers the one before. */
  readonly filter: (filter: string) => void
  /** Shows what a filter leaves in the quotes panel, and remembers what that listed. */
  readonly list: (filter: string, show: 'quotes' | 'mentions') => void
  /** Goes back to the filter before, or to what the quotes panel listed before. */
  readonly back: () => void
  readonly needOutlines: () => void
}

/** What the host says, and what can be said to it. Begins by saying that the page is ready. */
export function useOverview(): readonly [Model, Actions] {
  const [model, change] = useReducer(
    (known: Model, next: Change) => next(known),
    undefined,
    () => ({
      choice: readChoice(vscodeApi.getState()),
      left: []
    })
  )
  const present = useRef<Model>(model)
  present.current = model
  const client = useMemo(() => requestClient<WebviewSide>((message) => vscodeApi.postMessage(message)), [])
  const actions = useMemo((): Actions => {
    const send = (event: WebviewEvent) => vscodeApi.postMessage({ kind: 'event', event })
    const ofWindow = () => present.current.state?.filter ?? ''
    const leave = (by: Place['by'], listed: Listed | undefined) => {
      const last = { by, filter: ofWindow(), listed: present.current.listed }
      change((known) => ({ ...known, listed, left: [...known.left, last].slice(-mostLeft) }))
    }
    return {
      send,
      choose: (choice) => change((known) => ({ ...known, choice: { ...known.choice, ...choice } })),
      filter(filter) {
        if (filter !== ofWindow()) leave('filter', undefined)
        send({ kind: 'filter', filter })
      },
      list(filter, show) {
        const listed = filter === ofWindow() ? undefined : { filter, show }
        if (listed?.filter !== present.current.listed?.filter) leave('list', listed)
        send({ kind: 'list', filter, show })
      },
      back() {
        const { left } = present.current
        const last = left.at(-1)
        if (last === undefined) return
        change((known) => ({ ...known, listed: last.listed, left: known.left.slice(0, -1) }))
        const isListAlone = last.by === 'list' && last.filter === ofWindow()
        if (!isListAlone) send({ kind: 'filter', filter: last.filter })
        if (last.listed) send({ kind: 'list', ...last.listed })
        else if (isListAlone) send({ kind: 'unlist' })
      },
      needOutlines() {
        if (present.current.outlines || !client.isNew('outlines')) return
        client.ask(
          { kind: 'outlines' },
          (text) => change((known) => ({ ...known, outlines: readOutlines(text) })),
          () => change((known) => ({ ...known, outlines: 'failed' }))
        )
      }
    }
  }, [])
  useEffect(() => {
    const receive = ({ data }: MessageEvent<HostMessage>) => {
      if (data.kind !== 'event') return client.receive(data)
      const { event } = data
      switch (event.kind) {
        case 'strings':
          return change((known) => ({ ...known, strings: event.strings }))
        case 'state':
          return change((known) => ({ ...known, state: event.state, listed: listedUnder(event.state, known) }))
        case 'turn':
          return change((known) => ({ ...known, choice: { ...known.choice, ...turnedTo(event.picture) } }))
      }
    }
    window.addEventListener('message', receive)
    actions.send({ kind: 'ready' })
    return () => window.removeEventListener('message', receive)
  }, [])
  const { picture, rows, columns } = model.choice
  useEffect(() => actions.send({ kind: 'show', picture, rows, columns }), [picture, rows, columns])
  useEffect(() => vscodeApi.setState(model.choice), [model.choice])
  return [model, actions]
}

const mostLeft = 50

/** Another filter of the window takes the place of what was listed. */
function listedUnder({ filter }: OverviewState, { state, listed }: Model): Listed | undefined {
  return state && state.filter !== filter ? undefined : listed
}

/** Another picture begins with its first rows. */
export function turnedTo(picture: PictureKind): Partial<Choice> {
  return { picture, rows: firstRows, columns: firstColumns }
}

/** What was stored; the defaults for anything else. */
export function readChoice(stored: unknown): Choice {
  const { picture, isTable, sizeBy } = (stored ?? {}) as Partial<Record<keyof Choice, unknown>>
  return {
    picture: pictureKinds.find((kind) => kind === picture) ?? 'matrix',
    isTable: isTable === true,
    rows: firstRows,
    columns: firstColumns,
    sizeBy: sizeBy === 'mentions' ? 'mentions' : 'quotes'
  }
}
