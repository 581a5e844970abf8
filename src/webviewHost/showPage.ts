import type { GenericSchema } from 'valibot'
import { env, Uri, type LogOutputChannel, type Webview } from 'vscode'
import { answerTo, type AnswerMessage, type Answers, type RequestMessage, type Side } from '../protocol/common'
import type { Disposable } from '../util/disposable'
import { pageHtml } from './pageHtml'
import { readMessage } from './readMessage'

/** What a page says, after its schema has checked it. */
export type PageMessage<S extends Side> =
  { readonly kind: 'event'; readonly event: S['event'] } | RequestMessage<S['request']>

export interface PageOptions<S extends Side> {
  readonly extensionUri: Uri
  /** A room of `src/webview`, which is the name of its script, too; also what the log calls it. */
  readonly page: string
  /** In the user's language. */
  readonly title: string
  /** By which everything is checked that comes out of the webview. */
  readonly schema: GenericSchema<unknown, PageMessage<S>>
  readonly answers: Answers<S>
  readonly onEvent: (event: S['event']) => unknown
  /** An event could not be handled. It is in the log already. */
  readonly onFailedEvent: (event: S['event']) => void
  readonly log: LogOutputChannel
}

export interface ShownPage<HostEvent> extends Disposable {
  post(event: HostEvent): void
}

/**
 * Shows a page of ours in a webview and takes what it says. A page says first that it is ready; what is posted before that
 * is lost. Dispose it with the view.
 */
export function showPage<S extends Side, HostEvent>(webview: Webview, options: PageOptions<S>): ShownPage<HostEvent> {
  const { extensionUri, page, title, schema, answers, onEvent, onFailedEvent, log } = options
  const post = (message: { readonly kind: 'event'; readonly event: HostEvent } | AnswerMessage) =>
    void webview.postMessage(message)

  async function receive(value: unknown): Promise<void> {
    const message = readMessage(schema, value)
    if (message?.kind === 'request')
      return post(
        await answerTo<S>(message, answers, ({ kind }, error) =>
          log.error(`${page}: the request "${kind}" failed`, error)
        )
      )
    if (message?.kind === 'event') return await handle(message.event)
    log.error(`${page}: the page sent a message that is not in the protocol`)
  }

  async function handle(event: S['event']): Promise<void> {
    try {
      await onEvent(event)
    } catch (error) {
      log.error(`${page}: the event "${event.kind}" failed`, error)
      onFailedEvent(event)
    }
  }

  const listening = webview.onDidReceiveMessage((value: unknown) => void receive(value))
  const scripts = Uri.joinPath(extensionUri, 'dist', 'webview')
  const resource = (file: string) => webview.asWebviewUri(Uri.joinPath(scripts, file)).toString()
  webview.options = { enableScripts: true, localResourceRoots: [scripts] }
  webview.html = pageHtml({
    script: resource(`${page}.js`),
    style: resource(`${page}.css`),
    source: webview.cspSource,
    nonce: randomNonce(),
    language: env.language,
    title
  })
  return {
    post: (event) => post({ kind: 'event', event }),
    dispose: () => void listening.dispose()
  }
}

function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
