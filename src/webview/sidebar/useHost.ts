import { useEffect, useMemo, useReducer } from 'preact/hooks'
import type { HostMessage, ListAddress, Scope, WebviewEvent, WebviewSide } from '../../protocol/sidebar'
import { requestClient } from '../shared/requestClient'
import { vscodeApi } from '../shared/vscodeApi'
import { firstModel, topics, withChange, type Model } from './model'
import { pageTopic } from './pages'

export interface Host {
  send(event: WebviewEvent): void
  /** Asks for the mentions of the entries, without those that were asked for in this state. */
  needMentions(entries: readonly string[]): void
  /** Asks for a source's first quotes in other articles, unless they were asked for in this state. */
  needElsewhere(source: string, filter: string, count: number): void
  /** Asks for more of them. */
  askElsewhere(source: string, filter: string, count: number): void
  /** Asks for the first codings with a code, unless they were asked for in this state. */
  needCodings(code: string, filter: string, count: number): void
  /** Asks for more of them. */
  askCodings(code: string, filter: string, count: number): void
  /** Asks for a page of one of the folder's lists, unless it was asked for in this state. */
  needPage(list: ListAddress, from: number): void
  /** Asks what the filter finds in other articles. Returns a function that gives up waiting. */
  askFound(filter: string): () => void
}

/** What the host says, and how to say something to it. Begins by saying that the page is ready. */
export function useHost(first: { readonly scope: Scope }): readonly [Model, Host] {
  const [model, change] = useReducer(withChange, firstModel)
  const client = useMemo(() => requestClient<WebviewSide>((message) => vscodeApi.postMessage(message)), [])
  const host = useMemo((): Host => {
    const fail = (...failed: readonly string[]) => change({ kind: 'failed', topics: failed })
    const host: Host = {
      send: (event) => vscodeApi.postMessage({ kind: 'event', event }),
      needMentions(entries) {
        const keys = entries.filter((entry) => client.isNew(topics.mentions(entry)))
        if (keys.length === 0) return
        client.ask(
          { kind: 'mentions', keys },
          (entities) => change({ kind: 'mentions', entities }),
          () => fail(...keys.map(topics.mentions))
        )
      },
      needElsewhere(source, filter, count) {
        if (client.isNew(topics.elsewhere(source, filter))) host.askElsewhere(source, filter, count)
      },
      askElsewhere(source, filter, count) {
        client.ask(
          { kind: 'elsewhere', source, filter, count },
          (quotes) => change({ kind: 'elsewhere', quotes }),
          () => fail(topics.elsewhere(source, filter))
        )
      },
      needCodings(code, filter, count) {
        if (client.isNew(topics.codings(code, filter))) host.askCodings(code, filter, count)
      },
      askCodings(code, filter, count) {
        client.ask(
          { kind: 'codings', code, filter, count },
          (codings) => change({ kind: 'codings', codings }),
          () => fail(topics.codings(code, filter))
        )
      },
      needPage(list, from) {
        if (!client.isNew(pageTopic(list, from))) return
        client.ask(
          { kind: 'page', list, from },
          (page) => change({ kind: 'page', page }),
          () => change({ kind: 'pageFailed', list, from })
        )
      },
      askFound: (filter) =>
        client.ask(
          { kind: 'found', filter },
          (found) => change({ kind: 'found', found }),
          () => fail(topics.found(filter))
        )
    }
    return host
  }, [])
  useEffect(() => {
    const receive = ({ data }: MessageEvent<HostMessage>) => {
      if (data.kind !== 'event') return client.receive(data)
      if (data.event.kind === 'state') client.startOver()
      change({ kind: 'event', event: data.event })
    }
    window.addEventListener('message', receive)
    host.send({ kind: 'ready', scope: first.scope })
    return () => window.removeEventListener('message', receive)
  }, [])
  return [model, host]
}
