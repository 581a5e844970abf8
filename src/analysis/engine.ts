import type { Encoder, EncoderMemory } from '../encoder'
import { isReadLanguage, shownArticle, withoutWraps, type Article } from '../article'
import { finish, type Steps } from '../util/steps'
import type { Analysis, GivenQuote } from './analysis'
import { asShown, atSource } from './atSource'
import { loadEntityModels, recognizeNamesAgain, type RecognizedNames } from './entities'
import { identify } from './identity'
import { analyzeByLayout } from './layout/analyzeByLayout'
import { fingerprint, modelDigest } from './modelDigest'
import { findAttributions, loadQuotationModels } from './quotations'
import { allTurns } from './turns/allTurns'
import { findInterview } from './turns/findInterview'
import { withTurnNames } from './turns/withTurnNames'

/**
 * What the engine keeps from one version of an article to the next, so that a keystroke costs what it changes. Whoever edits
 * an article makes one of these for it, hands it over with each version, and forgets it with the article. It changes how
 * long an analysis takes and never what it says.
 */
export interface ArticleMemory {
  names?: RecognizedNames
  encoder?: EncoderMemory
}

/** The file of `models/` with the weights of the encoder that this engine is made for; undefined of an engine that is made for none. */
export const encoderWeights: string | undefined = 'encoder.safetensors'

/** Longer articles are not remembered: for each character the memory takes some 30 bytes, and it holds the article itself. */
const longestRemembered = 1_000_000

export interface Engine {
  /** Names the models: kept results of another version are stale. The rules change with the program's own version. */
  readonly version: string
  /**
   * All that can be said about one article: names, then attributions, then who everybody is. Of an article that is in another
   * language than `readLanguage` what its layout shows. Pure and synchronous.
   * `given` quotes replace the engine's own; only their speakers and links are resolved.
   */
  analyze(article: Article, given?: readonly GivenQuote[]): Analysis
  /** The same analysis with a rest every few milliseconds, for a host that has keystrokes to serve in between. */
  analyzeInSteps(article: Article, given?: readonly GivenQuote[], memory?: ArticleMemory): Steps<Analysis>
}

/**
 * Reads the models through `read(file)`, a file name inside `models/`. Rejects when one is missing or damaged. With an encoder what
 * that reads is weighed beside what rules and models say; without one they decide alone.
 */
export async function loadEngine(read: (file: string) => Promise<Uint8Array>, encoder?: Encoder): Promise<Engine> {
  const fingerprints = new Map<string, number>()
  const readOnce = async (file: string) => {
    const bytes = await read(file)
    fingerprints.set(file, fingerprint(bytes))
    return bytes
  }
  const entities = loadEntityModels(readOnce)
  const [entityModels, quotationModels] = await Promise.all([
    entities,
    loadQuotationModels(
      readOnce,
      entities.then(({ lexicon }) => lexicon)
    )
  ])
  function* analyzeInSteps(
    article: Article,
    given?: readonly GivenQuote[],
    memory: ArticleMemory = {}
  ): Steps<Analysis> {
    const { article: seen, shown } = shownArticle(article)
    yield
    if (!isReadLanguage(article)) {
      delete memory.names
      delete memory.encoder
      const laidOut = yield* analyzeByLayout(seen, given && asShown(given, shown))
      return article.markup.length === 0 ? laidOut : atSource(laidOut, shown)
    }
    const reading = encoder && (yield* encoder.readInSteps(withoutWraps(seen), (memory.encoder ??= {})))
    const recognized = yield* recognizeNamesAgain(seen, entityModels, memory.names, reading)
    if (article.text.length <= longestRemembered) memory.names = recognized
    else delete memory.names
    const turns = allTurns(seen, recognized.names)
    const interview = turns.length === 0 ? findInterview(seen, recognized.names) : []
    const names = withTurnNames(seen, recognized.names, turns)
    yield
    const attributions = given
      ? asShown(given, shown).map(asAttribution)
      : yield* findAttributions(seen, names, quotationModels, reading, turns, interview)
    yield
    const analysis = yield* identify(seen, names, attributions, entityModels.gazetteer)
    return article.markup.length === 0 ? analysis : atSource(analysis, shown)
  }
  return {
    version: encoder ? versionWith(modelDigest(fingerprints), encoder.version) : modelDigest(fingerprints),
    analyze: (article, given) => finish(analyzeInSteps(article, given)),
    analyzeInSteps
  }
}

/** The version of the same engine with that version of the encoder. */
export function versionWith(version: string, encoder: string): string {
  return `${version}-${encoder}`
}

function asAttribution(quote: GivenQuote) {
  return { ...quote, act: quote.act ?? 'speech', rule: 'given', confidence: 1 } as const
}
