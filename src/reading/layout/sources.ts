import { factKeys, type AnalyzedText } from '../../analysis'
import type { ReadingQuote, ReadingSource } from '../../protocol/reading'

/** By `Entity.id` its index among the sources. */
export type SourceRanks = ReadonlyMap<string, number>

export interface RankedSources {
  readonly sources: readonly ReadingSource[]
  readonly ranks: SourceRanks
  readonly quotes: readonly ReadingQuote[]
}

/** Who is quoted, the most quoted first, of equals who is quoted first; and all quotes that are shown. */
export function rankedSources(facts: AnalyzedText, attitudes: boolean): RankedSources {
  const { entities, quotes } = facts.analysis
  const shown = quotes.filter(({ act, content }) => (attitudes || act === 'speech') && content.length > 0)
  const counts = new Map<string, number>()
  for (const { speaker } of shown) if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const known = [...counts].filter(([id]) => byId.has(id)).sort(([, a], [, b]) => b - a)
  const ranks = new Map(known.map(([id], index) => [id, index]))
  const keys = factKeys(facts).entities
  return {
    ranks,
    sources: known.map(([id, count]) => {
      const { name, named } = byId.get(id)!
      return { key: keys.get(id) ?? name, name, named, quotes: count }
    }),
    quotes: shown
      .map(({ content, speaker }) => ({
        start: content[0]!.start,
        end: content.at(-1)!.end,
        source: speaker === null ? -1 : (ranks.get(speaker) ?? -1)
      }))
      .sort((a, b) => a.start - b.start || a.end - b.end)
  }
}
