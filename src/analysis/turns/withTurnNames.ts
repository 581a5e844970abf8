import type { Article } from '../../article'
import type { NamedMention } from '../analysis'
import type { Turn } from './findTurns'

/**
 * The names with those that stand in labels and that the recogniser took for nothing or for something else. What would hold a
 * label's mark ("A. Worry", where A. answers) is no name.
 */
export function withTurnNames(
  { tokens }: Article,
  known: readonly NamedMention[],
  turns: readonly Turn[]
): readonly NamedMention[] {
  const marks = new Set(turns.map(({ cue }) => tokens[cue.from]!.start))
  const names = known.some(({ start }) => marks.has(start)) ? known.filter(({ start }) => !marks.has(start)) : known
  const stated = turns.flatMap(({ name }): readonly NamedMention[] =>
    name === null ? [] : [{ ...name, type: 'person', acting: false, description: null, rule: 'turn', confidence: 0.9 }]
  )
  if (stated.length === 0) return names
  const starts = new Map(stated.map((name) => [name.start, name]))
  const others = names.filter((name) => {
    const own = starts.get(name.start)
    return own === undefined && !stated.some(({ start, end }) => start < name.end && name.start < end)
  })
  return [...others, ...stated].sort((a, b) => a.start - b.start)
}
