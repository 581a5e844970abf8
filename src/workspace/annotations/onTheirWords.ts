import { anchorsOf, asItWas, placeDecisions, type Decision } from '../../annotations'

/**
 * The decisions that are on their words. The same words may stand there by chance in another text: around them, too, it has to
 * be as it was, or nothing else can be meant.
 */
export function onTheirWords(text: string, decisions: readonly Decision[]): readonly Decision[] {
  const there = decisions.filter((one) => hasItsWords(text, one))
  const unsure = there.filter((one) => !anchorsOf(one).every((anchor) => asItWas(text, anchor)))
  const byChance = new Set(
    placeDecisions(text, unsure).flatMap(({ placements }, index) => {
      const decision = unsure[index]!
      return anchorsOf(decision).every(({ start }, at) => placements[at]?.span?.start === start) ? [] : decision
    })
  )
  return byChance.size === 0 ? there : there.filter((one) => !byChance.has(one))
}

export function hasItsWords(text: string, decision: Decision): boolean {
  return anchorsOf(decision).every(
    ({ start, end, exact }) => end - start === exact.length && text.startsWith(exact, start)
  )
}
