import type { SourceText } from '../../article'
import { identityKey } from './keys'
import type { LiveMention } from './decideMentions'
import { nameKey, wordsAt } from './words'

/**
 * Who each mention refers to: `identityKey` of a decided identity, or else its home. Mentions in order of the text.
 *
 * What one home's decided mentions say holds for all of it when they say one thing. When they say several, each name
 * follows the decided mention of its words, and everything else the nearest mention before it. A mention that was split off
 * (`alone`) takes along only what speaks of it: the pronouns and descriptions up to the next name.
 */
export function bearersOf(source: SourceText, mentions: readonly LiveMention[]): ReadonlyMap<LiveMention, string> {
  const bearers = new Map<LiveMention, string>()
  const homes = new Map<string, LiveMention[]>()
  for (const mention of mentions) {
    const known = homes.get(mention.home)
    if (known) known.push(mention)
    else homes.set(mention.home, [mention])
  }
  for (const [home, members] of homes) {
    if (members.some(({ identity }) => identity)) shareOut(source, home, members, bearers)
    else for (const mention of members) bearers.set(mention, home)
  }
  return bearers
}

function shareOut(
  source: SourceText,
  home: string,
  members: readonly LiveMention[],
  bearers: Map<LiveMention, string>
): void {
  const shared = members.flatMap(({ identity }) => (identity && !identity.isAlone ? identityKey(identity.who.iri) : []))
  const isSeveral = new Set(shared).size > 1
  const first = shared[0] ?? home
  const byWords = isSeveral ? bearersByWords(source, members) : new Map<string, string>()
  /** The last mention's bearer, and that of the last one that was not split off. */
  let last = first
  let lastShared = first
  for (const mention of members) {
    const { identity, form, type } = mention
    let bearer: string
    if (identity) bearer = identityKey(identity.who.iri)
    else if (form !== 'name') bearer = last
    else bearer = (isSeveral && byWords.get(nameKey(type, wordsAt(source, mention)))) || lastShared
    bearers.set(mention, bearer)
    last = bearer
    if (!identity?.isAlone && (identity || form === 'name')) lastShared = bearer
  }
}

/** Of words that are decided to be several, none: there the nearest before tells. */
function bearersByWords(source: SourceText, members: readonly LiveMention[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const mention of members) {
    if (mention.form !== 'name' || !mention.identity || mention.identity.isAlone) continue
    const key = nameKey(mention.type, wordsAt(source, mention))
    const bearer = identityKey(mention.identity.who.iri)
    const known = found.get(key)
    found.set(key, known === undefined || known === bearer ? bearer : '')
  }
  return found
}
