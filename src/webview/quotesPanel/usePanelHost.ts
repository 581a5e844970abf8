import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks'
import type { PanelEvent, PanelHostMessage, PanelSide, PanelState, PanelStrings } from '../../protocol/quotesPanel'
import { requestClient } from '../shared/requestClient'
import { vscodeApi } from '../shared/vscodeApi'
import { noPages, pageLength, withPage, type RowPages } from './rowPages'

export interface PanelModel {
  readonly strings: PanelStrings | undefined
  readonly state: PanelState | undefined
  readonly pages: RowPages
  /** How far the host has searched or sorted; null when it rests. */
  readonly working: number | null
  /** A new object: the field for words takes the keyboard. */
  readonly focusWords: object | undefined
}

export interface PanelHost {
  send(event: PanelEvent): void
  /** Asks for the pages of a version, each once. */
  need(version: number, pages: readonly number[]): void
}

type Change = (model: PanelModel) => PanelModel

const first: PanelModel = { strings: undefined, state: undefined, pages: noPages, working: null, focusWords: undefined }

/** What the host says, and how to say something to it. Begins by saying that the page is ready. */
export function usePanelHost(): readonly [PanelModel, PanelHost] {
  const [model, change] = useReducer((model: PanelModel, next: Change) => next(model), first)
  const client = useMemo(() => requestClient<PanelSide>((message) => vscodeApi.postMessage(message)), [])
  const version = useRef(0)
  const host = useMemo(
    (): PanelHost => ({
      send: (event) => vscodeApi.postMessage({ kind: 'event', event }),
      need(asked, pages) {
        for (const from of pages) {
          if (asked !== version.current || !client.isNew(String(from))) continue
          client.ask(
            { kind: 'rows', version: asked, from, count: pageLength },
            ({ rows }) => change((model) => ({ ...model, pages: withPage(model.pages, asked, from, rows) })),
            () => undefined
          )
        }
      }
    }),
    []
  )
  useEffect(() => {
    const receive = ({ data }: MessageEvent<PanelHostMessage>) => {
      if (data.kind !== 'event') return client.receive(data)
      const { event } = data
      switch (event.kind) {
        case 'strings':
          return change((model) => ({ ...model, strings: event.strings }))
        case 'state':
          client.startOver()
          version.current = event.state.version
          return change((model) => ({
            ...model,
            state: event.state,
            pages: { version: event.state.version, pages: new Map() }
          }))
        case 'working':
          return change((model) => ({ ...model, working: event.done }))
        case 'focusWords':
          return change((model) => ({ ...model, focusWords: {} }))
      }
    }
    window.addEventListener('message', receive)
    host.send({ kind: 'ready' })
    return () => window.removeEventListener('message', receive)
  }, [])
  return [model, host]
}
