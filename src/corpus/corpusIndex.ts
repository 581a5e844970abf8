import type { Corpus } from './corpus'
import { entityIndex } from './entityIndex'
import { corpusOf } from './linkedCorpus'
import { reuseIndex } from './reuseIndex'
import type { ArticleSummary } from './summary'
import type { Steps } from '../util/steps'

/**
 * The corpus of articles that are added, changed and removed. A change costs time for what it affects, not for the
 * whole folder. Who links articles once takes `linkSteps`, which needs less memory.
 */
export interface CorpusIndex {
  /** Adds an article, or replaces the one of the same id. */
  put(summary: ArticleSummary): void
  /** Removes an article, by its id; does nothing when there is none. */
  remove(article: string): void
  /** Does the work of `corpus` in small steps, so that the caller can pause between them to stay responsive. */
  prepare(): Steps<void>
  /** The corpus of all articles at this moment: the same for the same articles, whatever order they were put in. */
  corpus(): Corpus
}

export function corpusIndex(): CorpusIndex {
  const who = entityIndex()
  const reuse = reuseIndex()
  return {
    put(summary) {
      who.put(summary)
      reuse.remove(summary.id)
      reuse.add(summary)
    },
    remove(article) {
      who.remove(article)
      reuse.remove(article)
    },
    *prepare() {
      yield* who.prepare()
      yield* reuse.prepare()
    },
    corpus() {
      const { entities, suggestions, articles, members } = who.linked()
      return corpusOf({ entities, reuse: reuse.groups(articles), suggestions }, members)
    }
  }
}
