import type { Analysis, ArticleMemory, Engine } from '../analysis'
import { isReadLanguage, type Article } from '../article'
import { pause } from '../util/pause'
import { analyzeInSlices } from './analyzeInSlices'
import type { WholeAnalysis, WholeEngine } from './windowThread'

export interface OpenAnalysis {
  /** The engine of this thread: rules and small models. */
  readonly engine: Engine
  /** The engine with the language model, in another thread. */
  readonly whole: WholeEngine | undefined
  /** What names the article to `whole`. */
  readonly id: string
  readonly text: string
  readonly article: Article
  /** What `engine` reuses from version to version. */
  readonly memory: ArticleMemory
  /** Whether an earlier version was analyzed by `whole`: nothing less is shown of this one then. */
  readonly wasWhole: boolean
  /** Of a long article: shows what is seen of it, before anything else. */
  readonly foresee?: ((isWanted: () => boolean) => Promise<void>) | undefined
  /** Shows what the rules say while `whole` still reads. */
  readonly showRules: (analysis: Analysis, isWanted: () => boolean) => Promise<void>
  readonly isWanted: () => boolean
}

export interface FoundInOpen {
  readonly analysis: Analysis
  /** `rules`: `whole` should have been asked, and could not be. */
  readonly by: 'whole' | 'engine' | 'rules'
}

/** An answer of the whole engine that comes so soon is waited for: one picture is quieter than two. Milliseconds. */
const patience = 250

/**
 * Analyzes a version of an open article: with the language model where there is one, and until that has read it by rules, in slices of a
 * few milliseconds. Undefined when it is not wanted any more.
 */
export async function analyzeOpen(options: OpenAnalysis): Promise<FoundInOpen | undefined> {
  const { engine, whole, article, memory, isWanted } = options
  const rules = (isStillWanted: () => boolean) => analyzeInSlices(engine, article, isStillWanted, memory)
  // Of what is in another language, the layout is read alone.
  if (!whole || !isReadLanguage(article)) {
    await options.foresee?.(isWanted)
    const analysis = await rules(isWanted)
    return analysis && { analysis, by: 'engine' }
  }
  const told: { answer?: WholeAnalysis } = {}
  const answering = whole.analyze(options.id, options.text, article.format).then((answer) => (told.answer = answer))
  const isAwaited = () => isWanted() && told.answer === undefined
  let byRules: Analysis | undefined
  if (!options.wasWhole) {
    if (options.foresee) await options.foresee(isAwaited)
    else await Promise.race([answering, pause(patience)])
    if (isAwaited()) byRules = await rules(isAwaited)
    if (byRules && isAwaited()) await options.showRules(byRules, isAwaited)
  }
  const answer = await answering
  if (answer.kind === 'whole') return { analysis: answer.analysis, by: 'whole' }
  if (answer.kind === 'unwanted') return undefined
  byRules ??= await rules(isWanted)
  return byRules && { analysis: byRules, by: answer.kind === 'none' ? 'engine' : 'rules' }
}
