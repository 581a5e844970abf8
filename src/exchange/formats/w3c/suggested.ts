import {
  anchorAt,
  articleReference,
  classOf,
  codePointsIn,
  motivationOf,
  writePassage,
  writeTarget,
  type Json,
  type JsonObject
} from '../../../annotations'
import { compact } from '../../../annotations/disk/json'
import type { Span } from '../../../article'
import type { Annotation, AnnotationDocument } from '../../document'
import { guidOf, guidOfId } from '../../guid'

export const engine: JsonObject = { type: 'Software', name: 'Article Annotator' }

/**
 * A function that writes annotations of a document that are no decisions: what the engine suggests, in the form that a decision for it
 * would have.
 */
export function annotationWriter(document: AnnotationDocument): (annotation: Annotation) => JsonObject {
  const { text } = document
  const places = { source: articleReference(document.name), codePointsAt: codePointsIn(text) }
  const entities = new Map(document.entities.map((entity) => [entity.id, entity]))
  const passages = (spans: readonly Span[] | null) => spans?.map((span) => writePassage(anchorAt(text, span), places))
  const identity = (purpose: string, id: string): JsonObject | undefined => {
    const entity = entities.get(id)
    if (!entity) return undefined
    const { name, type } = entity
    const iri = entity.identity ?? `urn:uuid:${guidOf('entity', id)}`
    return { type: 'SpecificResource', purpose, source: { id: iri, type: classOf[type], name } }
  }
  const bodies = (annotation: Annotation): readonly (JsonObject | undefined)[] => {
    switch (annotation.layer) {
      case 'mention': {
        const { type, acting, entity } = annotation
        return [{ ...textual('classifying', type), acting }, identity('identifying', entity)]
      }
      case 'quote': {
        const { act, kind, cue, source, speaker } = annotation
        const words = { cueWords: passages(cue), sourceWords: passages(source) }
        return [
          compact({ type: 'Attribution', purpose: 'describing', act, quoteKind: kind, ...words }),
          speaker === null ? undefined : identity('linking', speaker)
        ]
      }
      case 'code': {
        const code = { type: 'SpecificResource', purpose: 'tagging', source: annotation.code }
        return [code, annotation.memo === null ? undefined : textual('commenting', annotation.memo)]
      }
      case 'memo':
        return [textual('commenting', annotation.text)]
    }
  }
  return (annotation) => {
    const { id, spans, layer, creator, created, modified } = annotation
    const body = bodies(annotation).filter((each) => each !== undefined)
    const targets = spans.map((span) => writeTarget(anchorAt(text, span), places))
    const [target, another] = targets
    return compact({
      id: `urn:uuid:${guidOf('annotation', document.id, id)}`,
      type: 'Annotation',
      motivation: motivationOf[layer],
      creator: creator === null ? engine : { type: 'Person', name: creator },
      created: created ?? undefined,
      modified: modified ?? undefined,
      body: body.length === 1 ? body[0] : body,
      target: another ? targets : (target ?? { source: places.source }),
      ...(creator === null && reasons(annotation))
    })
  }
}

function textual(purpose: string, value: string): JsonObject {
  return { type: 'TextualBody', purpose, value }
}

function reasons(annotation: Annotation): Readonly<Record<string, Json | undefined>> {
  if (annotation.layer === 'code' || annotation.layer === 'memo') return {}
  const { rule, confidence } = annotation
  return { rule, confidence: Math.round(confidence * 100) / 100 }
}

/** The id of an export: the same for the same one. */
export function collectionId(title: string, now: string): string {
  return `urn:uuid:${guidOfId(JSON.stringify([title, now]))}`
}
