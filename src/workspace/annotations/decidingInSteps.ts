import { applyDecisionsInSteps } from '../../annotations'
import type { Decisions } from '../articleDocuments'
import type { Annotations } from './annotations'

/** What is decided about open documents; of very many decisions it is applied in steps. */
export function decidingInSteps(
  annotations: Pick<Annotations, 'load' | 'decide' | 'decisions' | 'project'>
): Decisions {
  return {
    load: (article) => annotations.load(article),
    decide: (suggested) => annotations.decide(suggested),
    *decideInSteps(suggested) {
      const decisions = annotations.decisions(suggested.uri)
      if (decisions.length === 0) return undefined
      return yield* applyDecisionsInSteps(suggested, decisions, annotations.project(suggested.uri).entities)
    }
  }
}
