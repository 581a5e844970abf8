import { requester, type AnswerMessage, type ReplyTo, type RequestMessage, type Side } from '../../protocol/common'

/** Requests about the state that the host published last. */
export interface RequestClient<S extends Side> {
  /** True once for each topic and state: who asks only then never asks the same twice. */
  isNew(topic: string): boolean
  /**
   * Hands over the reply, or calls `onFailure` when the host could not answer; neither when the state has changed meanwhile.
   * Returns a function that gives up waiting.
   */
  ask<Request extends S['request']>(
    request: Request,
    onReply: (reply: ReplyTo<S, Request>) => void,
    onFailure: () => void
  ): () => void
  /** There is another state: what was asked about the last one is dropped, and every topic is new again. */
  startOver(): void
  receive(answer: AnswerMessage): void
}

export function requestClient<S extends Side>(post: (message: RequestMessage<S['request']>) => void): RequestClient<S> {
  const host = requester<S>(post)
  let asked = new Set<string>()
  /** Another object for each state. */
  let state = {}
  return {
    isNew(topic) {
      const isNew = !asked.has(topic)
      asked.add(topic)
      return isNew
    },
    ask(request, onReply, onFailure) {
      const askedOf = state
      let isAwaited = true
      const isWanted = () => isAwaited && state === askedOf
      host.request(request).then(
        (reply) => reply !== undefined && isWanted() && onReply(reply),
        () => isWanted() && onFailure()
      )
      return () => {
        isAwaited = false
      }
    },
    startOver() {
      asked = new Set()
      state = {}
    },
    receive: (answer) => host.receive(answer)
  }
}
