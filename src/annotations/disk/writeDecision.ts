import type { Anchor, Decision, Identity, Suggestion } from '../decision'
import { writePassage, writeTarget, type Places } from './anchorForm'
import { compact, type JsonObject } from './json'
import { classOf, motivationOf } from './vocabulary'

/** A decision as a W3C annotation. */
export function writeDecision(decision: Decision, places: Places): JsonObject {
  const bodies = bodiesOf(decision, places)
  const targets = decision.target.map((anchor) => writeTarget(anchor, places))
  return compact({
    id: decision.id,
    type: 'Annotation',
    motivation: motivationOf[decision.kind],
    creator: { type: 'Person', name: decision.creator },
    created: decision.created,
    modified: decision.modified,
    rejected: decision.rejected,
    body: bodies.length === 1 ? bodies[0] : bodies,
    target: targets.length === 0 ? { source: places.source } : targets.length === 1 ? targets[0] : targets,
    suggestion: decision.from && writeSuggestion(decision.from, decision.target, places)
  })
}

function bodiesOf(decision: Decision, places: Places): readonly JsonObject[] {
  const passages = (anchors: readonly Anchor[] | null) => anchors?.map((anchor) => writePassage(anchor, places))
  switch (decision.kind) {
    case 'accept':
    case 'reject':
      return [textual('assessing', decision.kind)]
    case 'mention': {
      const mention = { ...textual('classifying', decision.type), acting: decision.acting }
      return decision.who ? [mention, writeIdentity('identifying', decision.who)] : [mention]
    }
    case 'identity':
      return [{ ...writeIdentity('identifying', decision.who), ...(decision.alone && { alone: true }) }]
    case 'quote': {
      const { act, quoteKind, cue, source } = decision
      const words = { cueWords: passages(cue), sourceWords: passages(source) }
      return [compact({ type: 'Attribution', purpose: 'describing', act, quoteKind, ...words })]
    }
    case 'speaker':
      return [decision.who ? writeIdentity('linking', decision.who) : textual('linking', 'nobody')]
    case 'code': {
      const code = { type: 'SpecificResource', purpose: 'tagging', source: decision.code }
      return decision.memo === undefined ? [code] : [code, textual('commenting', decision.memo)]
    }
    case 'noCode':
      return [{ type: 'SpecificResource', purpose: 'assessing', source: decision.code, applies: false }]
    case 'memo':
      return [textual('commenting', decision.text)]
    case 'article':
      return [textual('moderating', decision.isArticle ? 'article' : 'no article')]
  }
}

function textual(purpose: string, value: string): JsonObject {
  return { type: 'TextualBody', purpose, value }
}

function writeIdentity(purpose: string, { iri, name, type }: Identity): JsonObject {
  return { type: 'SpecificResource', purpose, source: { id: iri, type: classOf[type], name } }
}

/** A place that is also the decision's own target is not written again. */
function writeSuggestion(from: Suggestion, target: readonly Anchor[], places: Places): JsonObject {
  const passages = (anchors: readonly Anchor[] | null) => anchors?.map((anchor) => writePassage(anchor, places))
  if (from.about === 'mention') {
    const { span, about, type, acting, entity, rule, confidence } = from
    const words = isSamePlaces([span], target) ? undefined : passages([span])
    return compact({ about, words, entityType: type, acting, entity, rule, confidence })
  }
  const { about, content, cue, source, act, speaker, rule, confidence } = from
  const words = isSamePlaces(content, target) ? undefined : passages(content)
  return compact({
    about,
    words,
    cueWords: passages(cue),
    sourceWords: passages(source),
    act,
    speaker: speaker ?? undefined,
    rule,
    confidence
  })
}

function isSamePlaces(a: readonly Anchor[], b: readonly Anchor[]): boolean {
  const said = ({ exact, prefix, suffix, start, was }: Anchor) => JSON.stringify([exact, prefix, suffix, start, was])
  return a.length === b.length && a.every((anchor, index) => said(anchor) === said(b[index]!))
}
