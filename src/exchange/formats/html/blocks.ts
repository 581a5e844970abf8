import { shownText, type ParagraphRole, type Span } from '../../../article'
import type { AnnotationDocument } from '../../document'
import { segmentsOf, type Segment } from './segments'

/** A paragraph, or what stands between two of them: a table, code, front matter. */
export interface Block extends Span {
  readonly role: ParagraphRole | 'other'
  /** All of its text. */
  readonly segments: readonly Segment[]
}

/** The whole text in blocks; between paragraphs only what has a letter or digit, or a part of an annotation. */
export function blocksOf(document: AnnotationDocument): readonly Block[] {
  const spans = withBetween(document)
  const segments = segmentsOf(
    document,
    spans.flatMap(({ start, end }) => [start, end])
  )
  let next = 0
  return spans.flatMap(({ role, start, end }) => {
    const own: Segment[] = []
    for (let segment = segments[next]; segment && segment.end <= end; segment = segments[++next]) own.push(segment)
    const isShown =
      role !== 'other' ||
      own.some((segment) => hasShown(document, segment, segment.ids.length > 0 ? /\S/ : /[\p{L}\p{N}]/u))
    return isShown ? [{ role, start, end, segments: own }] : []
  })
}

function withBetween({ paragraphs, text }: AnnotationDocument): readonly Pick<Block, 'role' | 'start' | 'end'>[] {
  const found: Pick<Block, 'role' | 'start' | 'end'>[] = []
  let from = 0
  for (const { role, start, end } of paragraphs) {
    if (start > from) found.push({ role: 'other', start: from, end: start })
    if (end > start) found.push({ role, start, end })
    from = Math.max(from, end)
  }
  if (from < text.length) found.push({ role: 'other', start: from, end: text.length })
  return found
}

function hasShown(document: AnnotationDocument, span: Span, pattern: RegExp): boolean {
  return pattern.test(shownText(document, span))
}
