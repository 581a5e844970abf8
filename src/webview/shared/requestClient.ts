import { requester, type AnswerMessage, type ReplyTo, type RequestMessage, type Side } from '../../protocol/common'

/** Requests about the state that the host published last. */
export interface RequestClient<S extends Side> {
  /** True the first time that it is called with a topic in a state. A caller that asks only then asks nothing twice. */
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
  /** To be called when another state comes: replies about the last one are dropped from now on, and every topic is new again. */
  startOver(): void
  receive(answer: AnswerMessage): void
}

export function requestClient<S extends Side>(post: (message: RequestMessage<S['request']>) => void): RequestClient<S> {
  const host = requester<S>(post)
  let asked = new Set<string>()
  /** Identifies the present state: another object for each. */
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
