import type { AnalyzedText } from '../../analysis'
import { finish, type Steps } from '../../util/steps'
import { placeDecisionsInSteps } from '../anchors'
import type { Decided, Mark } from '../decided'
import type { Decision, DecisionOf } from '../decision'
import { inTextOrder } from '../layer'
import type { RegisteredEntity } from '../project'
import { decidedAnalysisInSteps } from './decidedAnalysis'
import { byAge } from './rulings'

/**
 * Applies what researchers decided to what the engine suggests. Pure, and the same for the same decisions in any order: of two
 * that contradict each other the newer one holds. A decision of which nothing is found in the text has no effect on facts, and is
 * listed. `entities` are those of the project. Takes time in proportion to the decisions and the suggestions, not to the text.
 */
export function applyDecisions(
  suggested: AnalyzedText,
  decisions: readonly Decision[],
  entities: readonly RegisteredEntity[]
): Decided {
  return finish(applyDecisionsInSteps(suggested, decisions, entities))
}

/** The same in steps. */
export function* applyDecisionsInSteps(
  suggested: AnalyzedText,
  decisions: readonly Decision[],
  entities: readonly RegisteredEntity[]
): Steps<Decided> {
  const placed = sorted(yield* placeDecisionsInSteps(suggested.text, sorted(decisions, inTextOrder)), (a, b) =>
    inTextOrder(a.decision, b.decision)
  )
  yield
  const holding = placed.flatMap(({ decision, isInText }) => (isInText ? [decision] : []))
  return {
    ...(yield* decidedAnalysisInSteps(suggested, holding, entities)),
    decisions: placed,
    marks: holding.filter(isMark),
    isArticle: holding.filter(isAboutTheFile).sort(byAge).at(-1)?.isArticle ?? null
  }
}

/** The items themselves where they are in order, as decisions mostly are. */
function sorted<Item>(items: readonly Item[], order: (a: Item, b: Item) => number): readonly Item[] {
  return items.every((item, index) => index === 0 || order(items[index - 1]!, item) <= 0)
    ? items
    : [...items].sort(order)
}

function isMark(decision: Decision): decision is Mark {
  return decision.kind === 'code' || decision.kind === 'memo'
}

function isAboutTheFile(decision: Decision): decision is DecisionOf<'article'> {
  return decision.kind === 'article'
}
