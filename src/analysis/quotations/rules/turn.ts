import type { Rule } from '../rule'

/** A turn of a transcript or an interview: the label says who speaks, the layout where. */
export const turn: Rule = {
  name: 'turn',
  needsVerb: false,
  decides: true,
  find: ({ turns }, unit) =>
    turns
      .filter(({ cue }) => cue.from >= unit.from && cue.from < unit.to)
      .map(({ source, cue, content }) => ({ content, cue, source, verb: cue.from }))
}
