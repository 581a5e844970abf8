import { anchorsOf, asItWas, placeDecisionsInSteps, type Decision } from '../../annotations'
import { finish, type Steps } from '../../util/steps'

/**
 * The decisions that are on their words. The same words may stand there by chance in another text: around them, too, it has to
 * be as it was, or nothing else can be meant.
 */
export function onTheirWords(text: string, decisions: readonly Decision[]): readonly Decision[] {
  return finish(onTheirWordsInSteps(text, decisions))
}

/** The same in steps. */
export function* onTheirWordsInSteps(text: string, decisions: readonly Decision[]): Steps<readonly Decision[]> {
  const there = decisions.filter((one) => hasItsWords(text, one))
  const unsure = there.filter((one) => !isAsItWas(text, one))
  if (unsure.length === 0) return there
  const placed = yield* placeDecisionsInSteps(text, unsure)
  const byChance = new Set(
    placed.flatMap(({ placements }, index) => {
      const decision = unsure[index]!
      return anchorsOf(decision).every(({ start }, at) => placements[at]?.span?.start === start) ? [] : decision
    })
  )
  return byChance.size === 0 ? there : there.filter((one) => !byChance.has(one))
}

/** Whether a decision is on its words, and all around them is as it was. */
export function isAsItWas(text: string, decision: Decision): boolean {
  return anchorsOf(decision).every((anchor) => asItWas(text, anchor))
}

export function hasItsWords(text: string, decision: Decision): boolean {
  return anchorsOf(decision).every(
    ({ start, end, exact }) => end - start === exact.length && text.startsWith(exact, start)
  )
}
