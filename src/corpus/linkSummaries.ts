import { tellApart, type Candidate } from './bearers'
import type { Corpus, CorpusEntity, QuoteReference } from './corpus'
import { findReuse } from './reuse'
import type { ArticleSummary } from './summary'

/** Links articles that are already summarized. Deterministic: sorts by article first, so their order does not matter. */
export function linkSummaries(unsorted: readonly ArticleSummary[]): Corpus {
  const summaries = [...unsorted].sort((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : 0))
  const buckets = new Map<string, Candidate[]>()
  for (const summary of summaries) {
    for (const entity of summary.entities) {
      const key = entity.key.bucket ?? entity.key.full
      const bucket = buckets.get(key)
      if (bucket) bucket.push({ summary, entity })
      else buckets.set(key, [{ summary, entity }])
    }
  }
  const quotesOf = quotesBySpeaker(summaries)
  const entities: CorpusEntity[] = []
  for (const [key, candidates] of buckets) {
    tellApart(candidates).forEach((members, index) => entities.push(corpusEntity(index === 0 ? key : `${key} ${index + 1}`, members, quotesOf)))
  }
  return { entities, reuse: findReuse(summaries) }
}

function quotesBySpeaker(summaries: readonly ArticleSummary[]): ReadonlyMap<ArticleSummary, ReadonlyMap<string, readonly number[]>> {
  return new Map(
    summaries.map((summary) => {
      const quotes = new Map<string, number[]>()
      summary.quotes.forEach(({ speaker }, index) => {
        if (speaker === null) return
        const known = quotes.get(speaker)
        if (known) known.push(index)
        else quotes.set(speaker, [index])
      })
      return [summary, quotes] as const
    })
  )
}

function corpusEntity(id: string, members: readonly Candidate[], quotesOf: ReadonlyMap<ArticleSummary, ReadonlyMap<string, readonly number[]>>): CorpusEntity {
  const quotes: QuoteReference[] = []
  for (const { summary, entity } of members) for (const quote of quotesOf.get(summary)?.get(entity.id) ?? []) quotes.push({ article: summary.article, quote })
  const { entity } = fullest(members)
  return { id, name: entity.name, type: entity.type, named: entity.named, members: members.map((member) => ({ article: member.summary.article, entity: member.entity.id })), quotes }
}

/** The name that says most: the longest that is no acronym, the first of equals. */
function fullest(members: readonly Candidate[]): Candidate {
  return members.reduce((best, member) => (rank(member) > rank(best) ? member : best))
}

function rank({ entity }: Candidate): number {
  return (entity.key.short ? 0 : 1000) + entity.name.length
}
