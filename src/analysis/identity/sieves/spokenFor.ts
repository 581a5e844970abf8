import { nounSense, namesRole } from '../lexicon/nouns'
import { wordAt } from '../articleTables'
import { final, type Actor, type Discourse, type Sieve } from '../discourse'
import { isDefinite } from './definiteDescription'

/** "Tom Hale, of the charity Tarn Aid, said …": "the charity" that speaks next is the one for which somebody has just spoken. */
export const spokenFor: Sieve = {
  rule: 'spoken-for',
  confidence: 0.75,
  resolve(reference, _index, discourse) {
    const { phrase, sources, sentence } = reference
    if (sources.length === 0 || phrase?.sense?.kind !== 'organization' || phrase.sense.number !== 'one') return null
    if (!isDefinite(phrase) || phrase.restricted || phrase.anchor || phrase.modifiers.length > 0) return null
    const { spoken, references } = discourse
    for (let at = spoken.length - 1; at >= 0; at--) {
      if (references[spoken[at]!]!.sentence < sentence - farthest) return null
      const body = bodyOf(spoken[at]!, phrase.sense.family, discourse)
      if (body) return body
    }
    return null
  }
}

/** In sentences. */
const farthest = 3

/** The body of this kind that stands behind a speaker and before the verb, or in the rest of the source. */
function bodyOf(speaker: number, family: string, discourse: Discourse): Actor | null {
  const { tables, references, resolved } = discourse
  const { sources, sentence } = references[speaker]!
  if (resolved[speaker]?.type !== 'person') return null
  const ends = sources.map((source) => {
    const { source: said, cue } = tables.attributions[source]!
    return Math.max(said?.at(-1)?.end ?? 0, cue?.[0]?.start ?? 0)
  })
  const end = Math.max(...ends)
  for (let at = speaker + 1; at < resolved.length; at++) {
    const reference = references[at]!
    if (reference.sentence !== sentence || reference.start >= end) return null
    const actor = resolved[at] ? final(resolved[at]!) : null
    if (actor?.type === 'organization' && isCalled(actor, family, discourse)) return actor
  }
  return null
}

/** By its name, its description or the noun before its name: "the charity Tarn Aid". */
function isCalled({ roles, references: mentions }: Actor, family: string, { tables, references }: Discourse): boolean {
  if (roles.some((role) => namesRole(family, role.family))) return true
  return mentions.slice(0, mentionsRead).some((mention) => {
    const { name, first } = references[mention]!
    const noun = name < 0 ? undefined : nounSense(wordAt(tables, first - 1))
    return noun !== undefined && namesRole(family, noun.family)
  })
}

const mentionsRead = 6
