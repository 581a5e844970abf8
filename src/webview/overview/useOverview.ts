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
  /** Filters that were left by a mark of this page, the last one last. */
  readonly left: readonly string[]
}

type Change = (model: Model) => Model

export interface Actions {
  readonly send: (event: WebviewEvent) => void
  readonly choose: (choice: Partial<Choice>) => void
  /** Sets the filter, and remembers the one before. */
  readonly filter: (filter: string) => void
  /** The same, and shows what it leaves. */
  readonly list: (filter: string, show: 'quotes' | 'mentions') => void
  /** Goes back to the filter before. */
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
    const leave = (filter: string) => {
      const last = present.current.state?.filter ?? ''
      if (last !== filter) change((known) => ({ ...known, left: [...known.left, last].slice(-mostLeft) }))
    }
    return {
      send,
      choose: (choice) => change((known) => ({ ...known, choice: { ...known.choice, ...choice } })),
      filter(filter) {
        leave(filter)
        send({ kind: 'filter', filter })
      },
      list(filter, show) {
        leave(filter)
        send({ kind: 'list', filter, show })
      },
      back() {
        const { left } = present.current
        const last = left.at(-1)
        if (last === undefined) return
        change((known) => ({ ...known, left: known.left.slice(0, -1) }))
        send({ kind: 'filter', filter: last })
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
          return change((known) => ({ ...known, state: event.state }))
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
