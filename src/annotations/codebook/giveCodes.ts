import type { Anchor, Decision, DecisionContent, DecisionFacts } from '../decision'
import type { CodingEdit, LayeredArticle } from './codebook'
import { isSameTarget } from './coderPlace'
import type { Coding } from './codings'

/** Makes a decision with an id, the annotator and the time: `Annotations.draft`. */
export type Draft = (content: DecisionContent, place: Pick<DecisionFacts, 'target' | 'from'>) => Decision

/** Which codes are given to words, and which are taken off them: `Code.id`. */
export interface CodeChange {
  readonly give: Iterable<string>
  readonly take?: Iterable<string>
}

/** The codings of an annotator on exactly these words. */
export function codingsOn(
  { layers }: LayeredArticle,
  target: readonly Anchor[],
  annotator: string | undefined
): readonly Coding[] {
  return layers.flatMap(({ decisions }) =>
    decisions.filter(
      (decision): decision is Coding =>
        decision.kind === 'code' && decision.creator === annotator && isSameTarget(decision.target, target)
    )
  )
}

/**
 * Gives and takes codes of one annotator; a code that the words have is not given twice, and of one that is given it is no longer said
 * that it does not apply.
 */
export function giveCodes(
  article: LayeredArticle,
  targets: readonly (readonly Anchor[])[],
  change: CodeChange,
  annotator: string | undefined,
  draft: Draft
): readonly CodingEdit[] {
  const give = [...new Set(change.give)]
  const take = new Set(change.take ?? [])
  return targets.flatMap((target) => {
    const present = codingsOn(article, target, annotator)
    const taken = present.filter(({ code }) => take.has(code))
    const refused = article.layers.flatMap(({ decisions }) =>
      decisions.filter(
        (one) =>
          one.kind === 'noCode' &&
          one.creator === annotator &&
          give.includes(one.code) &&
          isSameTarget(one.target, target)
      )
    )
    const given = give.filter((code) => !present.some((coding) => coding.code === code))
    return [
      ...[...taken, ...refused].map((before): CodingEdit => ({ kind: 'decision', article: article.article, before })),
      ...given.map((code): CodingEdit => ({
        kind: 'decision',
        article: article.article,
        after: draft({ kind: 'code', code }, { target })
      }))
    ]
  })
}
