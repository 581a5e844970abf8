import { lazy } from '../util/lazy'
import type { Corpus, CorpusEntity, CorpusParts, EntityReference, QuoteReference } from './corpus'
import { membersByArticle, type MembersByArticle } from './corpusMembers'
import { entityNumber } from './entityIds'

/**
 * Makes a corpus of its parts. `members` is called at the first lookup by `entityOf`; without it the members are
 * collected from the parts then, in linear time.
 */
export function corpusOf(parts: CorpusParts, members?: () => MembersByArticle): Corpus {
  return new LinkedCorpus(parts, members ?? (() => membersByArticle(parts.entities)))
}

/** A class with private fields, so that tests and `structuredClone` see only the parts of a corpus. */
class LinkedCorpus implements Corpus {
  readonly entities: CorpusParts['entities']
  readonly reuse: CorpusParts['reuse']
  readonly suggestions: CorpusParts['suggestions']
  readonly #members: () => MembersByArticle
  readonly #groups = lazy(() => groupsByArticle(this.reuse))

  constructor({ entities, reuse, suggestions }: CorpusParts, members: () => MembersByArticle) {
    this.entities = entities
    this.reuse = reuse
    this.suggestions = suggestions
    this.#members = lazy(members)
  }

  entityOf({ article, entity }: EntityReference): CorpusEntity | undefined {
    return this.#members().get(article)?.[entityNumber(entity)]
  }

  reuseGroupOf({ article, quote }: QuoteReference): number {
    return this.#groups().get(article)?.[quote] ?? -1
  }
}

/** For each article id, an array with the index of the reuse group of each of its reused quotes, at the quote's index. */
function groupsByArticle(reuse: CorpusParts['reuse']): ReadonlyMap<string, readonly (number | undefined)[]> {
  const byArticle = new Map<string, (number | undefined)[]>()
  for (const [group, quotes] of reuse.entries()) {
    for (const { article, quote } of quotes) {
      let row = byArticle.get(article)
      if (!row) byArticle.set(article, (row = []))
      row[quote] = group
    }
  }
  return byArticle
}
