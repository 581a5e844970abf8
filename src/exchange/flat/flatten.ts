import type { Code } from '../../annotations'
import type { Span } from '../../article'
import { entityTypeLabels } from './labels'
import type {
  AnnotationDocument,
  AnnotationFacts,
  DocumentEntity,
  MentionAnnotation,
  QuoteAnnotation
} from '../document'
import type { FlatDocument, FlatFeatures, FlatRelation, FlatSpan } from './flatDocument'

/** A document's annotations as labelled spans and relations: mentions, then quotes with their parts, codings, memos. */
export function flatten(document: AnnotationDocument, codes: readonly Code[]): FlatDocument {
  const entities = new Map(document.entities.map((entity) => [entity.id, entity]))
  const codeNames = new Map(codes.map(({ id, name }) => [id, name]))
  const mentions = new Map<string, MentionAnnotation[]>() // by entity
  const spans: FlatSpan[] = []
  const relations: FlatRelation[] = []
  const last = new Map<string, string>() // the last quote of a speaker
  const relate = (label: FlatRelation['label'], from: string, to: string) =>
    relations.push({ id: `r${relations.length + 1}`, label, from, to })
  for (const annotation of document.annotations) {
    const { id, layer, spans: pieces } = annotation
    switch (layer) {
      case 'mention': {
        const { form, acting, type, entity } = annotation
        mentions.set(entity, mentions.get(entity) ?? [])
        mentions.get(entity)!.push(annotation)
        const who = whoIs(entities.get(entity))
        const features = { acting, form, entity, ...who, ...confidence(annotation), ...status(annotation) }
        spans.push({ id, layer, label: entityTypeLabels[type], pieces, features })
        break
      }
      case 'quote': {
        spans.push({ id, layer, label: 'Quote', pieces, features: quoteFeatures(annotation, entities) })
        for (const role of ['cue', 'source'] as const) {
          const part = annotation[role]
          if (!part) continue
          const partId = `${id}${role}`
          spans.push({ id: partId, layer: role, label: role === 'cue' ? 'Cue' : 'Source', pieces: part, features: {} })
          relate(role, id, partId)
        }
        const { speaker } = annotation
        if (speaker === null) break
        const spoken = speakerMention(annotation, mentions.get(speaker) ?? [])
        if (spoken) relate('speaker', id, spoken.id)
        const before = last.get(speaker)
        if (before !== undefined) relate('sameSpeaker', before, id)
        last.set(speaker, id)
        break
      }
      case 'code': {
        const { code, memo } = annotation
        const features = { code, ...status(annotation) }
        const label = codeNames.get(code) ?? code
        spans.push({ id, layer, label, pieces, features, ...(memo !== null && { note: memo }) })
        break
      }
      case 'memo':
        spans.push({ id, layer, label: 'Memo', pieces, features: status(annotation), note: annotation.text })
    }
  }
  return { spans, relations }
}

function quoteFeatures(quote: QuoteAnnotation, entities: ReadonlyMap<string, DocumentEntity>): FlatFeatures {
  const { kind, act, speaker, repeat } = quote
  return {
    kind,
    act,
    ...(speaker !== null && { speaker, ...whoIs(entities.get(speaker)) }),
    ...(repeat !== null && { repeat }),
    ...confidence(quote),
    ...status(quote)
  }
}

function whoIs(entity: DocumentEntity | undefined): FlatFeatures {
  if (!entity) return {}
  const { name, identity } = entity
  return { name, ...(identity !== undefined && { identity }) }
}

/** Two digits: more of them would say more than is known. */
function confidence({ confidence }: { readonly confidence: number }): FlatFeatures {
  return { confidence: Math.round(confidence * 100) / 100 }
}

function status({ status, creator, created }: AnnotationFacts): FlatFeatures {
  return { status, ...(creator !== null && { annotator: creator }), ...(created !== null && { created }) }
}

/** The speaker's mention in the source; where none is, the nearest one before the quote, and then the first. */
function speakerMention(
  { source, spans }: QuoteAnnotation,
  own: readonly MentionAnnotation[]
): MentionAnnotation | undefined {
  const isInside = ({ spans: [mention] }: MentionAnnotation) =>
    mention && source?.some((piece) => contains(piece, mention))
  const start = spans[0]?.start ?? 0
  return own.find(isInside) ?? own.findLast((mention) => (mention.spans[0]?.start ?? 0) < start) ?? own[0]
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
