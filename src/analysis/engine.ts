import type { Article } from '../article'
import type { Analysis, GivenQuote } from './analysis'
import { loadEntityModels, recognizeNames } from './entities'
import { identify } from './identity'
import { findAttributions } from './quotations'

export interface Engine {
  /** Changes whenever the same text may be analysed differently: kept results of another version are stale. */
  readonly version: string
  /**
   * All that can be said about one article: names, then attributions, then who everybody is. Pure and synchronous.
   * `given` quotes replace the engine's own; only their speakers and links are resolved.
   */
  analyze(article: Article, given?: readonly GivenQuote[]): Analysis
}

/** Reads the models through `read(file)`, a file name inside `models/`. Rejects when one is missing or damaged. */
export async function loadEngine(read: (file: string) => Promise<Uint8Array>): Promise<Engine> {
  const entityModels = await loadEntityModels(read)
  return {
    version: '0.1.0',
    analyze(article, given) {
      const names = recognizeNames(article, entityModels)
      const attributions = given?.map(asAttribution) ?? findAttributions(article, names)
      return identify(article, names, attributions, entityModels.gazetteer)
    }
  }
}

function asAttribution(quote: GivenQuote) {
  return { ...quote, act: quote.act ?? 'speech', rule: 'given', confidence: 1 } as const
}
