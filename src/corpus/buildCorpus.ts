import type { AnalyzedText } from '../analysis'
import { finish, mappedInSteps, type Steps } from '../util/steps'
import type { Corpus } from './corpus'
import { linkEntities } from './linkEntities'
import { corpusOf } from './linkedCorpus'
import { quoteFingerprintsInSteps } from './quoteFingerprints'
import { reuseIndex, type QuotedSummary } from './reuseIndex'
import { quoteText, summarize, type ArticleSummary } from './summary'

/** Links the articles of a folder: the same people, bodies and places across them, and reused quotes. */
export function buildCorpus(articles: readonly AnalyzedText[]): Corpus {
  return linkSummaries(articles.map(summarize))
}

/** Like `buildCorpus`, of summaries, so that texts and analyses need not be kept in memory. */
export function linkSummaries(summaries: readonly ArticleSummary[]): Corpus {
  const sorted = orderedById(summaries)
  return finish(linkSteps({ quoted: () => sorted, summaries: () => sorted }))
}

/** The quotes that are in one article several times, as `Corpus.reuse` of this article alone has them. */
export function* reuseWithin(article: AnalyzedText): Steps<Corpus['reuse']> {
  const texts = yield* mappedInSteps(article.analysis.quotes, (quote) => quoteText(article, quote), 500)
  return yield* reuseOf([{ id: article.id, quotes: yield* quoteFingerprintsInSteps(texts) }])
}

/** The summaries of articles, each list in order of their ids (`orderedById`). Asked for once, the second when the first is not needed any more. */
export interface LinkedArticles {
  readonly quoted: () => Iterable<QuotedSummary>
  /** Their fingerprints need no runs (`withoutRuns`). */
  readonly summaries: () => Iterable<ArticleSummary>
}

/** `linkSummaries` in small steps. Holds what finds reused quotes and what finds the same people one after the other: each is large. */
export function* linkSteps({ quoted, summaries }: LinkedArticles): Steps<Corpus> {
  const reuse = yield* reuseOf(quoted())
  const { entities, suggestions } = yield* linkEntities(summaries())
  return corpusOf({ entities, reuse, suggestions })
}

function* reuseOf(articles: Iterable<QuotedSummary>): Steps<Corpus['reuse']> {
  const index = reuseIndex()
  const ids: string[] = []
  for (const summary of articles) {
    index.add(summary)
    ids.push(summary.id)
    yield
  }
  yield* index.prepare()
  return index.groups(ids)
}

/** A copy in the order in which articles are linked; of several with one id the last. */
export function orderedById<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()].sort((a, b) =>
    a.id < b.id ? -1 : a.id > b.id ? 1 : 0
  )
}
