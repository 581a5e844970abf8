import { wordAt } from './articleTables'
import { final, type Actor, type Discourse } from './discourse'
import type { NounPhrase } from './references/nounPhrase'

/**
 * True when a description tells of another country than what is known of somebody: "the Danish ministry" is not "Norway's
 * ministry". Where either tells of none they agree.
 */
export function originsDiffer(actor: Actor, phrase: NounPhrase, discourse: Discourse): boolean {
  const told = originsOf(phrase, discourse)
  if (told.length === 0) return false
  const known = knownOrigins(actor, discourse)
  return known.size > 0 && !told.some((country) => known.has(country))
}

function originsOf({ modifiers, anchor, sense }: NounPhrase, discourse: Discourse): readonly string[] {
  // Where somebody was born is not whose office they have.
  if (sense?.family === 'native') return []
  const found = modifiers.flatMap((word) => discourse.countryOf(word) ?? [])
  const owner = anchor ? ownerText(anchor.token, discourse) : null
  const country = owner ? discourse.countryOf(owner) : null
  return country ? [...found, country] : found
}

/** The whole name that covers a token, or the token. */
export function ownerText(token: number, { tables }: Discourse): string {
  const name = tables.names[tables.nameAt[token]!]
  return name ? tables.article.text.slice(name.start, name.end) : wordAt(tables, token)
}

function knownOrigins(actor: Actor, discourse: Discourse): ReadonlySet<string> {
  const { phrase, roles } = final(actor)
  const found = new Set(phrase?.phrase ? originsOf(phrase.phrase, discourse) : [])
  for (const role of roles)
    for (const word of role.words) {
      const country = discourse.countryOf(word)
      if (country) found.add(country)
    }
  return found
}
