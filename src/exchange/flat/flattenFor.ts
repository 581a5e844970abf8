import { countDecisionLosses } from '../decisionLosses'
import type { AnnotationDocument } from '../document'
import type { ExportInput } from '../format'
import type { FlatDocument, FlatFeatures } from './flatDocument'
import { flatten } from './flatten'

/**
 * A document's annotations, flat, with what no encoding of Unicode can hold (half a pair) as U+FFFD in names, labels and memos. What is
 * `forbidden` by the format besides becomes U+FFFD too. Both are counted as lost, and so is what the flat form has no place for.
 */
export function flattenFor(
  document: AnnotationDocument,
  { codes, lost }: ExportInput,
  forbidden: RegExp = /\p{Surrogate}/gu
): FlatDocument {
  const allowed = (text: string) => {
    const count = text.match(forbidden)?.length ?? 0
    if (count === 0) return text
    lost('character', count)
    return text.replace(forbidden, '\uFFFD')
  }
  const features = (all: FlatFeatures) =>
    Object.fromEntries(
      Object.entries(all).map(([name, value]) => [name, typeof value === 'string' ? allowed(value) : value])
    )
  countDecisionLosses(document, { lost })
  if (document.rejected.length > 0) lost('rejected', document.rejected.length)
  const { spans, relations } = flatten(document, codes)
  return {
    spans: spans.map((span) => ({
      ...span,
      label: allowed(span.label),
      features: features(span.features),
      ...(span.note !== undefined && { note: allowed(span.note) })
    })),
    relations
  }
}
