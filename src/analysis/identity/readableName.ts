import { mapped } from '../../util/mapped'
import type { EntityType } from '../analysis'
import { withoutAddress } from './names/nameKey'
import { final, type Actor, type Discourse } from './discourse'
import { isPossessive, type ArticleTables } from './articleTables'

const wellKnownShort = 5
// "the son's friend's lawyer" is as far as a name goes.
const mostOwners = 3

/** The name that lists and links show: the fullest name, or for the unnamed a description without the article's accidents. */
export function readableName(actor: Actor, discourse: Discourse, depth = 0): string {
  if (actor.chain) return chainName(actor, discourse.tables)
  if (actor.members.length > 1)
    return joinWords(
      mapped(actor.members, (member) => readableName(final(discourse.actors[member]!), discourse, depth + 1))
    )
  return actor.phrase ? describe(actor, discourse, depth) : ''
}

/** Every other way the text names the bearer, longest first. */
export function aliases(actor: Actor, name: string, tables: ArticleTables): readonly string[] {
  if (!actor.chain || actor.chain.mentions.length < 2) return []
  const found = new Set(mapped(actor.chain.mentions, (mention) => surface(tables, mention)))
  found.delete(name)
  return [...found].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
}

function chainName(actor: Actor, tables: ArticleTables): string {
  const fullest = actor.chain!.written[0]!
  if (fullest.shown) return fullest.shown
  const surfaces = mapped(fullest.mentions, (mention) => surface(tables, mention))
  const written = surfaces.find((one) => one !== one.toUpperCase()) ?? surfaces[0] ?? fullest.written.join(' ')
  const mixed = actor.type === 'person' ? withoutAddress(written) : written
  return mixed === mixed.toUpperCase() && !isAbbreviation(mixed, actor.type) ? titleCase(mixed) : mixed
}

/** Short capitals are an abbreviation; of people and places only what cannot be read as a word: "JFK" and "USSR", not "OSLO". */
function isAbbreviation(name: string, type: EntityType): boolean {
  if (name.length > wellKnownShort) return false
  return (
    (type !== 'person' && type !== 'place') ||
    name.length < 4 ||
    !/[AEIOUY]/.test(name) ||
    /[.\d]|[BCDFGHJ-NP-TV-XZ]{3}/.test(name)
  )
}

function surface(tables: ArticleTables, mention: number): string {
  const { start, end } = tables.names[mention]!
  const written = tables.article.text.slice(start, end)
  return /\s\s|[^\S ]/.test(written) ? written.replace(/\s+/g, ' ') : written
}

function titleCase(text: string): string {
  return text
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

/** "The rebel-held island's health ministry" -> "the island's health ministry" by the name of the island, "A senior official" -> "a senior official". */
function describe(actor: Actor, discourse: Discourse, depth: number): string {
  const { tables } = discourse
  const reference = actor.phrase!
  const { phrase } = reference
  if (!phrase) return tables.article.tokens[reference.head]!.text.toLowerCase()
  const owned = phrase.anchor?.relation === 'possessive'
  if (owned && actor.anchor && actor.anchor !== actor && depth < mostOwners) {
    const from = phrase.anchor.token + 1
    return `${possessive(readableName(final(actor.anchor), discourse, depth + 1))} ${words(tables, from, phrase.end)}`
  }
  const end = phrase.anchor?.relation === 'complement' ? complementEnd(tables, phrase.anchor.token) : phrase.end
  const text = words(tables, phrase.first, end)
  return text.replace(/^(?:THE|The|A|An|Some|Many|Several|Another|Most|One|No|Each|Two|Three|Other)\b/, (word) =>
    word.toLowerCase()
  )
}

function complementEnd(tables: ArticleTables, token: number): number {
  return isPossessive(tables, token) ? token + 2 : token + 1
}

function words(tables: ArticleTables, first: number, end: number): string {
  const { tokens, text } = tables.article
  const from = tokens[first]
  const last = tokens[Math.max(first, end - 1)]
  if (!from || !last) return ''
  return text
    .slice(from.start, last.end)
    .replace(/^['\u2019]s?\s+/, '')
    .replace(/['\u2019]s?$/, '')
    .replace(/["\u201C\u201D]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function possessive(name: string): string {
  return name.endsWith('s') ? `${name}'` : `${name}'s`
}

function joinWords(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
