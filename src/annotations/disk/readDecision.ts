import { boolean, literal, nonEmpty, object, optional, picklist, pipe, string } from 'valibot'
import type { Anchor, Decision, DecisionContent, DecisionFacts, Identity } from '../decision'
import { readPassages, readTarget } from './anchorForm'
import { check, entityType, quoteAct, time } from './check'
import { asList, field, type Json } from './json'
import { readSuggestion } from './readSuggestion'
import { entityTypeOf } from './vocabulary'

/**
 * Reads an annotation. "foreign": it is none that we write. "wrong": it says that it is, but something in it is not as it
 * should be.
 */
export function readDecision(json: Json, annotator: string): Decision | 'foreign' | 'wrong' {
  const motivation = field(json, 'motivation')
  if (typeof motivation !== 'string' || !Object.hasOwn(contentOf, motivation)) return 'foreign'
  const facts = readFacts(json, annotator)
  const content = facts && contentOf[motivation as keyof typeof contentOf](json, facts.target)
  return facts && content ? { ...facts, ...content } : 'wrong'
}

function readFacts(json: Json, annotator: string): DecisionFacts | undefined {
  const facts = check(factsSchema, json)
  const creator = field(json, 'creator')
  const name =
    typeof creator === 'string' ? creator : (field(creator, 'name') ?? (creator === undefined ? annotator : null))
  const target = readTargets(field(json, 'target'))
  if (!facts || typeof name !== 'string' || !target) return undefined
  const suggestion = field(json, 'suggestion')
  const from = suggestion === undefined ? undefined : readSuggestion(suggestion, target)
  if (suggestion !== undefined && !from) return undefined
  const { id, created, modified, rejected } = facts
  return {
    id,
    creator: name,
    created,
    ...(modified !== undefined && { modified }),
    ...(rejected !== undefined && { rejected }),
    target,
    ...(from && { from })
  }
}

const factsSchema = object({
  id: pipe(string(), nonEmpty()),
  created: time,
  modified: optional(time),
  rejected: optional(time)
})

function readTargets(json: Json | undefined): readonly Anchor[] | undefined {
  const targets = asList(json).map(readTarget)
  if (targets.length === 1 && targets[0] === null) return []
  return targets.length && targets.every((target) => !!target) ? targets : undefined
}

type Reader = (json: Json, target: readonly Anchor[]) => DecisionContent | undefined

const contentOf = {
  assessing: (json) => {
    const body = bodyFor('assessing', json)
    const verdict = check(object({ value: picklist(['accept', 'reject']) }), body)
    if (verdict) return { kind: verdict.value }
    const refused = check(object({ source: pipe(string(), nonEmpty()), applies: literal(false) }), body)
    return refused && { kind: 'noCode', code: refused.source }
  },
  classifying: (json, target) => {
    const body = check(object({ value: entityType, acting: boolean() }), bodyFor('classifying', json))
    const identity = bodyFor('identifying', json)
    const who = identity && readIdentity(identity)
    if (!body || !target.length || (identity && !who)) return undefined
    return { kind: 'mention', type: body.value, acting: body.acting, ...(who && { who }) }
  },
  identifying: (json, target) => {
    const body = check(object({ alone: optional(literal(true)) }), bodyFor('identifying', json))
    const who = readIdentity(bodyFor('identifying', json))
    return body && who && target.length
      ? { kind: 'identity', who, ...(body.alone && { alone: true as const }) }
      : undefined
  },
  describing: (json, target) => {
    const body = bodyFor('describing', json)
    const facts = check(attribution, body)
    const [cue, source] = [readPassages(body, 'cueWords'), readPassages(body, 'sourceWords')]
    if (!facts || !target.length || cue === undefined || source === undefined) return undefined
    return { kind: 'quote', cue, source, act: facts.act, ...(facts.quoteKind && { quoteKind: facts.quoteKind }) }
  },
  linking: (json, target) => {
    const body = bodyFor('linking', json)
    if (!target.length) return undefined
    if (field(body, 'value') === 'nobody') return { kind: 'speaker', who: null }
    const who = readIdentity(body)
    return who && { kind: 'speaker', who }
  },
  tagging: (json) => {
    const code = field(bodyFor('tagging', json), 'source')
    const memo = field(bodyFor('commenting', json), 'value')
    if (typeof code !== 'string' || !code || (memo !== undefined && typeof memo !== 'string')) return undefined
    return { kind: 'code', code, ...(memo !== undefined && { memo }) }
  },
  commenting: (json) => {
    const text = field(bodyFor('commenting', json), 'value')
    return typeof text === 'string' ? { kind: 'memo', text } : undefined
  },
  moderating: (json, target) => {
    const value = field(bodyFor('moderating', json), 'value')
    if (target.length || (value !== 'article' && value !== 'no article')) return undefined
    return { kind: 'article', isArticle: value === 'article' }
  }
} satisfies Record<string, Reader>

const attribution = object({ act: quoteAct, quoteKind: optional(picklist(['direct', 'indirect', 'mixed'])) })

/** The first body with this purpose. A body without one has that of the annotation. */
function bodyFor(purpose: string, json: Json): Json | undefined {
  const bodies = asList(field(json, 'body'))
  return (
    bodies.find((body) => field(body, 'purpose') === purpose) ??
    (field(json, 'motivation') === purpose
      ? bodies.find((body) => field(body, 'purpose') === undefined && field(body, 'type') === 'TextualBody')
      : undefined)
  )
}

function readIdentity(body: Json | undefined): Identity | undefined {
  const who = check(object({ id: pipe(string(), nonEmpty()), type: string(), name: string() }), field(body, 'source'))
  const type = who && entityTypeOf(who.type)
  return type && { iri: who.id, name: who.name, type }
}
