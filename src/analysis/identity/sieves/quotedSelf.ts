import { final, type Actor, type Discourse, type Sieve } from '../discourse'
import { quoted } from '../articleTables'

/**
 * "I" in a paragraph that is nothing but a quotation and that nobody has attributed: whoever says it was brought up before it,
 * as the speaker or else as the person whom the last paragraph outside of quotation marks is about.
 */
export const quotedSelf: Sieve = {
  rule: 'quoted-self',
  confidence: 0.5,
  resolve(reference, _index, discourse) {
    const { tables } = discourse
    if (
      reference.pronoun?.kind !== 'i' ||
      tables.contentAt[reference.head]! >= 0 ||
      tables.quotedAt[reference.head] !== quoted.wholly
    )
      return null
    return broughtUp(discourse)
  }
}

function broughtUp({ tables, references, resolved }: Discourse): Actor | null {
  const { sentences } = tables.article
  let paragraph = -1
  let person: Actor | null = null
  for (let at = resolved.length - 1; at >= 0 && at > resolved.length - farthest; at--) {
    const earlier = references[at]!
    const actor = resolved[at] ? final(resolved[at]!) : null
    const isPerson = actor?.type === 'person' && actor.number !== 'many'
    if (tables.quotedAt[earlier.head] !== quoted.not) {
      // The quotation goes on with the speaker of its paragraphs before.
      if (person === null && isPerson && earlier.pronoun?.kind === 'i') return actor
      continue
    }
    const itsParagraph = sentences[earlier.sentence]?.paragraph ?? -1
    if (paragraph < 0) paragraph = itsParagraph
    else if (itsParagraph !== paragraph) break
    if (!isPerson) continue
    if (earlier.sources.length > 0) return actor
    person ??= actor
  }
  return person
}

const farthest = 80
