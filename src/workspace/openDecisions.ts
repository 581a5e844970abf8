import type { Decided } from '../annotations'
import { atOnceOrInSlices } from '../util/slices'
import { emptyAnalysis } from './analyzeInSlices'
import { standingOf, type ArticleStanding } from './articleStanding'
import type { Log } from './log'
import type { Decisions, OpenArticle } from './openArticle'

/** Applies what is decided to what the engine suggests of open articles. */
export interface OpenDecisions {
  /** At once where it does not take long. Of what is no article, suggestions are left out. Never rejects. */
  decided(suggested: OpenArticle, isWanted: () => boolean): Decided | undefined | Promise<Decided | undefined>
  /** What is shown then. */
  withDecided(suggested: OpenArticle, revision: number, decided: Decided | undefined): OpenArticle
}

export interface OpenDecisionsOptions {
  readonly decisions: Decisions | undefined
  /** What the settings say of whether a document is an article, by its id. */
  readonly bySetting: (id: string) => boolean | undefined
  readonly log: Log
}

export function openDecisions({ decisions, bySetting, log }: OpenDecisionsOptions): OpenDecisions {
  function standing({ id, article, problem }: OpenArticle, decided: Decided | undefined): ArticleStanding {
    return standingOf(decided?.isArticle, bySetting(id), problem ? undefined : article.verdict)
  }

  function applied(
    suggested: OpenArticle,
    isWanted: () => boolean
  ): Decided | undefined | Promise<Decided | undefined> {
    if (!decisions || suggested.problem) return undefined
    const failed = (error: unknown) => {
      log.error(`What lies beside ${suggested.uri.toString(true)} could not be applied`, error)
      return undefined
    }
    try {
      if (!decisions.decideInSteps) return decisions.decide(suggested)
      const deciding = atOnceOrInSlices(decisions.decideInSteps(suggested), isWanted)
      return deciding instanceof Promise ? deciding.catch(failed) : deciding
    } catch (error) {
      return failed(error)
    }
  }

  return {
    decided(suggested, isWanted) {
      const withoutSuggestions = (decided: Decided | undefined) =>
        decided && suggested.analysis !== emptyAnalysis && !standing(suggested, decided).isArticle
          ? applied({ ...suggested, analysis: emptyAnalysis }, isWanted)
          : decided
      const first = applied(suggested, isWanted)
      return first instanceof Promise ? first.then(withoutSuggestions) : withoutSuggestions(first)
    },
    withDecided(suggested, revision, decided) {
      const result = { ...suggested, revision, standing: standing(suggested, decided) }
      if (decided) return { ...result, analysis: decided.analysis, decided, suggested: suggested.analysis }
      return result.standing.isArticle ? result : { ...result, analysis: emptyAnalysis }
    }
  }
}
