import { anchorAt, mapAnchors, placeDecisions, type Decision } from '../../annotations'
import { alignTexts } from './alignTexts'

export interface PlacedDraft {
  /** With its anchors in the article's text where its words are found; otherwise as the file has them. */
  readonly decision: Decision
  /** False: its words are not there, or at several places. */
  readonly isFound: boolean
}

/**
 * Decisions of a file as they are in the article. A text that differs in its white space alone (or `null`, of a file that has none,
 * whose anchors speak for themselves) leaves no doubt; in another text the words and what stands around them are sought.
 */
export function placeDrafts(
  decisions: readonly Decision[],
  fileText: string | null,
  articleText: string
): readonly PlacedDraft[] {
  const align = fileText === null ? undefined : alignTexts(fileText, articleText)
  if (!align)
    return placeDecisions(articleText, decisions).map(({ decision, isInText }) => ({ decision, isFound: isInText }))
  return decisions.map((decision) => {
    let isFound = true
    const placed = mapAnchors(decision, (anchor) => {
      const span = align(anchor)
      if (!span) isFound = false
      return span ? anchorAt(articleText, span) : anchor
    })
    return { decision: placed, isFound }
  })
}
