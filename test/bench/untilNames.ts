import type { Analysis, ArticleMemory, Engine } from '../../src/analysis'
import type { Article } from '../../src/article'
import type { Steps } from '../../src/util/steps'

/** Takes the steps of an analysis until the names are known, which the engine then puts into the memory. Gives the rest of them. */
export function untilNames(engine: Engine, article: Article, memory: ArticleMemory = {}): Steps<Analysis> {
  const before = memory.names
  const steps = engine.analyzeInSteps(article, undefined, memory)
  while (memory.names === before) if (steps.next().done) throw new Error('the engine has remembered no names')
  return steps
}
