import type { Gazetteer } from '../entities'
import { mapped } from '../../util/mapped'
import { mappedInSteps, type Steps } from '../../util/steps'
import type { ArticleTables } from './articleTables'
import { final, firstMention, type Discourse, type Resolution } from './discourse'
import { introduce } from './introduce'
import { noteReference } from './noteReference'
import type { Reference } from './references/reference'
import { sieves } from './sieves'
import { demonymSpeaker } from './sieves/demonymSpeaker'
import { startDiscourse } from './startDiscourse'

/** All references of an article in order, each with its resolution; null for those that nobody could place. */
export interface Resolved {
  readonly discourse: Discourse
  readonly resolutions: readonly (Resolution | null)[]
}

/** Reads the references in the order of the text and asks the sieves, the precise ones first, who each of them is. */
export function* resolveReferences(tables: ArticleTables, gazetteer: Gazetteer): Steps<Resolved> {
  const discourse = yield* startDiscourse(tables, gazetteer)
  const resolve = (reference: Reference, index: number) => {
    const resolution = resolveOne(reference, index, discourse)
    discourse.resolved.push(resolution?.actor ?? null)
    discourse.headAt[reference.head] = index
    if (resolution) noteReference(reference, index, resolution.actor, discourse)
    return resolution
  }
  const resolutions = yield* mappedInSteps(discourse.references, resolve, referencesPerStep)
  return { discourse, resolutions: mapped(resolutions, (resolution) => resolution && finalResolution(resolution)) }
}

const referencesPerStep = 200

/** Who was new when first described may have got a name since. */
function finalResolution({ actor, rule, confidence }: Resolution): Resolution {
  return actor.sameAs && rule === firstMention
    ? { actor: final(actor), rule: 'delayed-naming', confidence: 0.6 }
    : { actor: final(actor), rule, confidence }
}

function resolveOne(reference: Reference, index: number, discourse: Discourse): Resolution | null {
  const { rule, confidence } = demonymSpeaker
  const person = demonymSpeaker.resolve(reference, index, discourse)
  if (person) return { actor: person, rule, confidence }
  if (reference.name >= 0)
    return {
      actor: final(discourse.named[reference.name]!),
      rule: 'name',
      confidence: discourse.tables.names[reference.name]!.confidence
    }
  for (const sieve of sieves) {
    const actor = sieve.resolve(reference, index, discourse)
    if (actor) return { actor, rule: sieve.rule, confidence: sieve.confidence }
  }
  return introduce(reference, discourse)
}
