import {
  anchorsOf,
  placeDecisions,
  waitsForReview,
  type Anchor,
  type Decided,
  type Decision,
  type PlacedDecision
} from '../../annotations'
import type { SourceText, Span } from '../../article'
import { longestQuoteShown } from '../../corpus'
import type { ReviewEntry } from '../../protocol/sidebar'
import { onOneLine, trimCut } from '../../util/oneLine'
import { flatMappedInSteps, type Steps } from '../../util/steps'
import { lineAt } from '../../study/surface'
import type { Codebook } from '../../study/decided/codebook'
import { firstLine } from '../../study/decided/firstLine'

/** The decisions whose words were edited, are there several times or nowhere, in order of the text. */
export function reviewEntries(
  article: SourceText,
  { decisions }: Decided,
  codebook: Codebook
): Steps<readonly ReviewEntry[]> {
  return flatMappedInSteps(
    decisions,
    (placed) => (waitsForReview(placed) ? [reviewEntry(article, placed, codebook)] : []),
    500
  )
}

/** What assistants propose about the article. */
export function proposalEntries(
  article: SourceText,
  proposals: readonly Decision[],
  codebook: Codebook
): readonly ReviewEntry[] {
  return proposals.map((decision) => proposalEntry(article, decision, codebook))
}

/** Of what an assistant proposes: where it is in the present text. */
export function proposalEntry(article: SourceText, decision: Decision, codebook: Codebook): ReviewEntry {
  const [placed] = placeDecisions(article.text, [decision])
  return { ...reviewEntry(article, placed!, codebook), state: 'proposed' }
}

/** Of a decision that waits for a review. */
export function reviewEntry(article: SourceText, placed: PlacedDecision, codebook: Codebook): ReviewEntry {
  const { decision, state } = placed
  const place = placeOf(placed, article.text.length)
  return {
    key: decision.id,
    kind: decision.kind,
    content: contentOf(decision, codebook),
    state: state === 'changed' || state === 'ambiguous' ? state : 'orphan',
    words: wordsOf(decision.target.length > 0 ? decision.target : anchorsOf(decision)),
    by: decision.creator,
    place: place && { start: place.start, end: place.end, line: lineAt(article, place.start) }
  }
}

function contentOf(decision: Decision, codebook: Codebook): string {
  switch (decision.kind) {
    case 'code':
    case 'noCode':
      return codebook.code(decision.code).path.at(-1) ?? ''
    case 'memo':
      return firstLine(decision.text)
    case 'identity':
      return onOneLine(decision.who.name)
    case 'mention':
    case 'speaker':
      return onOneLine(decision.who?.name ?? '')
    case 'accept':
    case 'reject':
    case 'quote':
    case 'article':
      return ''
  }
}

/** Where it is, or where it is likeliest to be: of the place that is worst off, because that is to be looked at. */
function placeOf({ placements, state }: PlacedDecision, length: number): Span | null {
  const worst = placements.find((placement) => placement.state === state) ?? placements[0]
  const span = worst?.span ?? worst?.candidates[0]
  const found = span ?? placements.find((placement) => placement.span)?.span
  return found && found.start <= found.end && found.end <= length ? found : null
}

/** The words that were decided about, as they were then, on one line. */
function wordsOf(anchors: readonly Anchor[]): string {
  const words = anchors.map(({ was, exact }) => onOneLine((was ?? exact).slice(0, 2 * longestQuoteShown)))
  const joined = words.join(' \u2026 ')
  return joined.length <= longestQuoteShown ? joined : `${trimCut(joined.slice(0, longestQuoteShown))}\u2026`
}
