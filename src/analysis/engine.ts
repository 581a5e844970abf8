import type { Article } from '../article'
import type { Analysis, GivenQuote } from './analysis'
import { loadEntityModels, recognizeNames } from './entities'
import { identify } from './identity'
import { findAttributions, loadQuotationModels } from './quotations'

export interface Engine {
  /** Changes whenever the same text may be analysed differently: kept results of another version are stale. */
  readonly version: string
  /**
   * All that can be said about one article: names, then attributions, then who everybody is. Pure and synchronous.
   * `given` quotes replace the engine's own; only their speakers and links are resolved.
   */
  analyze(article: Article, given?: readonly GivenQuote[]): Analysis
  /** The same analysis with a pause after each step, for a host that has keystrokes to serve in between. */
  analyzeInSteps(article: Article, given?: readonly GivenQuote[]): Generator<undefined, Analysis, undefined>
}

/** Reads the models through `read(file)`, a file name inside `models/`. Rejects when one is missing or damaged. */
export async function loadEngine(read: (file: string) => Promise<Uint8Array>): Promise<Engine> {
  const entities = loadEntityModels(read)
  const [entityModels, quotationModels] = await Promise.all([entities, loadQuotationModels(read, entities.then(({ lexicon }) => lexicon))])
  function* analyzeInSteps(article: Article, given?: readonly GivenQuote[]): Generator<undefined, Analysis, undefined> {
    const names = recognizeNames(article, entityModels)
    yield
    const attributions = given?.map(asAttribution) ?? findAttributions(article, quotationModels)
    yield
    return identify(article, names, attributions, entityModels.gazetteer)
  }
  return { version: '0.1.0', analyze: (article, given) => runToTheEnd(analyzeInSteps(article, given)), analyzeInSteps }
}

function runToTheEnd<T>(steps: Generator<undefined, T, undefined>): T {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

function asAttribution(quote: GivenQuote) {
  return { ...quote, act: quote.act ?? 'speech', rule: 'given', confidence: 1 } as const
}
