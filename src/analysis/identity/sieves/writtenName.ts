import { final, type Actor, type Discourse, type Sieve } from '../discourse'
import { wordsOf } from '../names/nameKey'

/** A source that no recogniser took for a name here, but that is written like a name it knows elsewhere in the article. */
export const writtenName: Sieve = {
  rule: 'written-name',
  confidence: 0.8,
  resolve(reference, _index, discourse) {
    const { phrase } = reference
    if (!phrase || phrase.sense || reference.sources.length === 0 || phrase.anchor || reference.members.length > 1)
      return null
    const written = discourse.tables.article.text.slice(reference.start, reference.end)
    if (!/^(?:[Tt]he )?\p{Lu}/u.test(written)) return null
    const actor = bearersByName(discourse).get(wordsOf(written).join(' ').toLowerCase())
    return actor ? final(actor) : null
  }
}

/** Every written name of the article, and last names, by lower-case words. Made at the first look-up. */
function bearersByName(discourse: Discourse): ReadonlyMap<string, Actor> {
  if (discourse.byWritten.size > 0) return discourse.byWritten
  for (const actor of discourse.actors) {
    for (const { words } of actor.chain?.written ?? []) {
      for (const key of actor.type === 'person' ? [words.join(' '), words.at(-1)!] : [words.join(' ')])
        if (!discourse.byWritten.has(key)) discourse.byWritten.set(key, actor)
    }
  }
  return discourse.byWritten
}
