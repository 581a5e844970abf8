/**
 * Requests between two sides that can only post messages to each other: a webview and its host. A request has a number,
 * and its answer carries the same one. What needs no answer is an event.
 */

/** What one side says: events, requests, and by a request's kind what it gets in reply. */
export interface Side {
  readonly event: { readonly kind: string }
  readonly request: { readonly kind: string }
  readonly replies: object
}

export type ReplyTo<S extends Side, Request extends S['request']> = S['replies'][Request['kind'] & keyof S['replies']]

export interface EventMessage<Event> {
  readonly kind: 'event'
  readonly event: Event
}

export interface RequestMessage<Request> {
  readonly kind: 'request'
  readonly id: number
  readonly request: Request
}

/** `id` is the request's. A request is outdated when what it asks about changed before the answer was found. */
export type AnswerMessage =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: unknown }
  | { readonly kind: 'outdated'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number }

export interface Requester<S extends Side> {
  /** Resolves with the reply, or with undefined where the request is outdated. @throws RequestFailed */
  request<Request extends S['request']>(request: Request): Promise<ReplyTo<S, Request> | undefined>
  /** Takes an answer of the other side. An answer whose request is unknown is ignored. */
  receive(answer: AnswerMessage): void
}

/** The other side could not answer; it knows why. */
export class RequestFailed extends Error {}

/** The asking side. */
export function requester<S extends Side>(post: (message: RequestMessage<S['request']>) => void): Requester<S> {
  interface Waiting {
    resolve(reply: unknown): void
    reject(error: RequestFailed): void
  }
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  return {
    request(request) {
      const id = ++lastId
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
      post({ kind: 'request', id, request })
      return answer as Promise<ReplyTo<S, typeof request> | undefined>
    },
    receive(answer) {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      switch (answer.kind) {
        case 'reply':
          return asked?.resolve(answer.reply)
        case 'outdated':
          return asked?.resolve(undefined)
        case 'failed':
          return asked?.reject(new RequestFailed(`request ${answer.id} failed`))
      }
    }
  }
}

/** By a request's kind the function that finds its reply: undefined where the request is outdated. */
export type Answers<S extends Side> = {
  readonly [Kind in S['request']['kind']]: (
    request: Extract<S['request'], { readonly kind: Kind }>
  ) => Eventually<S['replies'][Kind & keyof S['replies']] | undefined>
}

type Eventually<T> = T | Promise<T>

/** The answering side: the message to post back. Whatever is thrown goes to `onFailure`, and the other side hears that it failed. */
export async function answerTo<S extends Side>(
  { id, request }: RequestMessage<S['request']>,
  answers: Answers<S>,
  onFailure: (request: S['request'], error: unknown) => void
): Promise<AnswerMessage> {
  try {
    const answer = answers[request.kind as keyof Answers<S>] as (request: S['request']) => unknown
    const reply = await answer(request)
    return reply === undefined ? { kind: 'outdated', id } : { kind: 'reply', id, reply }
  } catch (error) {
    onFailure(request, error)
    return { kind: 'failed', id }
  }
}
