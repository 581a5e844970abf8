import { anchorAt, isAssistant, newId, type DecidingTools } from '../../annotations'
import { randomId } from '../../util/randomId'

/** What one proposal of an assistant is made with. `made` is of no other proposal: see `moments`. Throws where it is no assistant's name. */
export function proposingTools(assistant: string, made: string): DecidingTools {
  if (!isAssistant(assistant)) throw new Error(`${assistant} is no name of an assistant`)
  return {
    anchorAt,
    draft: (content, { target, from }) => ({
      id: newId(),
      creator: assistant,
      created: made,
      target,
      ...(from && { from }),
      ...content
    }),
    newIri: () => `urn:uuid:${randomId()}`
  }
}

/** Times that are each later than the one before: by them proposals are told apart. */
export function moments(): () => string {
  let last = 0
  return () => {
    last = Math.max(Date.now(), last + 1)
    return new Date(last).toISOString()
  }
}
