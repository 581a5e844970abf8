import type { Span } from '../../../article'
import type { AnnotationDocument } from '../../document'
import type { FlatDocument, FlatSpan } from '../../flat/flatDocument'
import { casTypes } from './typeSystem'

/** A feature structure. A number in `references` is the `id` of another one. */
export interface CasStructure {
  readonly id: number
  readonly type: string
  readonly span: Span
  readonly features: Readonly<Record<string, string>>
  readonly references: Readonly<Record<string, number>>
}

/** The structure that holds the text has this id; all others have greater ones. */
export const sofaId = 1

/**
 * A document as a CAS (common analysis structure, of UIMA): the document first, then sentences, tokens, annotations, relations. Of
 * an annotation in pieces each piece is one that `continues` the first. `title` is what the files call the document.
 */
export function casOf(document: AnnotationDocument, flat: FlatDocument, title: string): readonly CasStructure[] {
  const structures: CasStructure[] = []
  const add = (
    type: string,
    { start, end }: Span,
    features: CasStructure['features'] = {},
    references: CasStructure['references'] = {}
  ) => {
    const id = sofaId + 1 + structures.length
    structures.push({ id, type, span: { start, end }, features, references })
    return id
  }
  const all = { start: 0, end: document.text.length }
  add(casTypes.document, all, { documentTitle: title, documentId: title })
  for (const sentence of document.sentences) add(casTypes.sentence, sentence)
  for (const token of document.tokens) add(casTypes.token, token)
  const added = new Map<string, { readonly id: number; readonly span: Span }>()
  for (const span of flat.spans) {
    const [first, ...further] = span.pieces
    const type = typeOf(span)
    const id = add(type, first ?? all, featuresOf(span))
    added.set(span.id, { id, span: first ?? all })
    for (const piece of further) add(type, piece, labelOf(span), { continues: id })
  }
  for (const { label, from, to } of flat.relations) {
    const [governor, dependent] = [added.get(from), added.get(to)]
    if (!governor || !dependent) continue
    const type = label === 'speaker' ? casTypes.speaker : casTypes.relation
    add(type, dependent.span, { label }, { Governor: governor.id, Dependent: dependent.id })
  }
  return structures
}

function typeOf({ layer, pieces }: FlatSpan): string {
  if (layer === 'mention') return casTypes.namedEntity
  return pieces.length === 0 ? casTypes.memo : casTypes.span
}

function featuresOf(span: FlatSpan): CasStructure['features'] {
  const { identity, ...features } = span.features
  return {
    ...labelOf(span),
    ...(identity !== undefined && { [span.layer === 'mention' ? 'identifier' : 'identity']: String(identity) }),
    ...Object.fromEntries(Object.entries(features).map(([name, value]) => [name, String(value)])),
    ...(span.note !== undefined && { note: span.note })
  }
}

function labelOf({ layer, label, pieces }: FlatSpan): CasStructure['features'] {
  if (layer === 'mention') return { value: label }
  return pieces.length === 0 ? {} : { label }
}
