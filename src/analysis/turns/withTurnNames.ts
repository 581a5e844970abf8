import type { NamedMention } from '../analysis'
import type { Turn } from './findTurns'

/** The names with those that stand in labels and that the recogniser took for nothing or for something else. */
export function withTurnNames(names: readonly NamedMention[], turns: readonly Turn[]): readonly NamedMention[] {
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
