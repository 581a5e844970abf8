import { factKeys, type AnalyzedText } from '../../analysis'
import type { ReadingQuote, ReadingSource } from '../../protocol/reading'
import { sortInSteps } from '../../util/sortInSteps'
import { mappedInSteps, type Steps } from '../../util/steps'

/** By `Entity.id` its index among the sources. */
export type SourceRanks = ReadonlyMap<string, number>

export interface RankedSources {
  readonly sources: readonly ReadingSource[]
  readonly ranks: SourceRanks
  readonly quotes: readonly ReadingQuote[]
}

const quotesPerStep = 2000

/** Who is quoted, the most quoted first, of equals who is quoted first; and all quotes that are shown. */
export function* rankedSources(facts: AnalyzedText, attitudes: boolean): Steps<RankedSources> {
  const { entities, quotes } = facts.analysis
  const shown = quotes.filter(({ act, content }) => (attitudes || act === 'speech') && content.length > 0)
  yield
  const counts = new Map<string, number>()
  for (const { speaker } of shown) if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  yield
  const known = yield* sortInSteps(
    [...counts].filter(([id]) => byId.has(id)),
    ([, a], [, b]) => b - a
  )
  const ranks = new Map(known.map(([id], index) => [id, index]))
  yield
  const keys = factKeys(facts).entities
  yield
  const placed = yield* mappedInSteps(
    shown,
    ({ content, speaker }): ReadingQuote => ({
      start: content[0]!.start,
      end: content.at(-1)!.end,
      source: speaker === null ? -1 : (ranks.get(speaker) ?? -1)
    }),
    quotesPerStep
  )
  return {
    ranks,
    sources: yield* mappedInSteps(
      known,
      ([id, count]): ReadingSource => {
        const { name, named } = byId.get(id)!
        return { key: keys.get(id) ?? name, name, named, quotes: count }
      },
      quotesPerStep
    ),
    quotes: yield* sortInSteps(placed, (a, b) => a.start - b.start || a.end - b.end)
  }
}
