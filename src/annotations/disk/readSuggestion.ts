import { boolean, number, object, optional, picklist, string } from 'valibot'
import type { Anchor, Suggestion } from '../decision'
import { readPassages } from './anchorForm'
import { check, entityType, quoteAct } from './check'
import type { Json } from './json'

/** Undefined where something in it is wrong. `target` is that of the decision that answers it. */
export function readSuggestion(json: Json, target: readonly Anchor[]): Suggestion | undefined {
  const facts = check(suggestionSchema, json)
  const words = readPassages(json, 'words')
  if (!facts || words === undefined) return undefined
  const places = words ?? target
  const { rule, confidence } = facts
  if (facts.about === 'mention') {
    const [span] = places
    const { entityType, acting, entity } = facts
    const isWhole = span && places.length === 1 && entityType && acting !== undefined && entity !== undefined
    return isWhole ? { about: 'mention', span, type: entityType, acting, entity, rule, confidence } : undefined
  }
  const [cue, source] = [readPassages(json, 'cueWords'), readPassages(json, 'sourceWords')]
  const { act, speaker = null } = facts
  if (!act || cue === undefined || source === undefined) return undefined
  return { about: 'quote', content: places, cue, source, act, speaker, rule, confidence }
}

const suggestionSchema = object({
  about: picklist(['mention', 'quote']),
  entityType: optional(entityType),
  acting: optional(boolean()),
  entity: optional(string()),
  act: optional(quoteAct),
  speaker: optional(string()),
  rule: string(),
  confidence: number()
})
