/** The answer of who wants to go back to the question before. */
export const back = Symbol('back')

/** What is known after a question. `isAsked`: the user was asked something, so that a way back leads there. */
export interface Answered<Known> {
  readonly known: Known
  readonly isAsked: boolean
}

/** Asks for what is not known yet; `hasBack`: there is a question before it. Undefined when the user leaves. */
export type Question<Known> = (known: Known, hasBack: boolean) => Promise<Answered<Known> | typeof back | undefined>

/**
 * Puts one question after the other, and after a step back the one before again: it gets what is known by then, its own answer too, so
 * that nothing has to be typed twice. Undefined when the user leaves.
 */
export async function askInTurn<Known>(
  known: Known,
  questions: readonly Question<Known>[]
): Promise<Known | undefined> {
  const asked: number[] = []
  for (let at = 0; at < questions.length;) {
    const answer = await questions[at]!(known, asked.length > 0)
    if (answer === undefined) return undefined
    if (answer === back) {
      const before = asked.pop()
      if (before === undefined) return undefined
      at = before
      continue
    }
    if (answer.isAsked) asked.push(at)
    known = answer.known
    at++
  }
  return known
}
