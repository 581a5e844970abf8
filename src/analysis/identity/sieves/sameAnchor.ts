import { final, type Actor, type Discourse, type Sieve } from '../discourse'
import type { Reference } from '../references/reference'
import { lastTokenOf } from '../references/phraseWords'

/** "Roe's lawyer", "an attorney for Roe", "her lawyer": one owner, one kind of thing owned. */
export const sameAnchor: Sieve = {
  rule: 'same-anchor',
  confidence: 0.85,
  resolve(reference, _index, discourse) {
    const key = anchorKey(reference, discourse)
    if (!key || reference.phrase!.determiner === 'other') return null
    const actor = discourse.byAnchor.get(key)
    return actor ? final(actor) : null
  }
}

/** Owner and family of an anchored description; null when it has no owner or no family. */
export function anchorKey(reference: Reference, discourse: Discourse): string | null {
  const { phrase } = reference
  if (!phrase?.anchor || phrase.anchor.relation === 'attributive') return null
  const owner = anchorOf(reference, discourse)
  const ownerKey = owner
    ? String(owner.index)
    : phrase.anchor.relation === 'complement'
      ? discourse.tables.article.tokens[phrase.anchor.token]!.text.toLowerCase()
      : null
  if (ownerKey === null) return null
  const { tables } = discourse
  const head = phrase.sense
    ? `${phrase.sense.family} ${phrase.sense.number}`
    : tables.article.tokens[phrase.head]!.text.toLowerCase()
  // "its health ministry" is another than "its interior ministry"; of persons the adjectives matter less.
  const modifiers = phrase.sense?.kind === 'person' ? '' : phrase.modifiers.join(' ')
  return `${ownerKey}/${modifiers} ${head}`
}

/** Whoever owns or anchors a description, as far as it is known. */
export function anchorOf(reference: Reference, { tables, named, headAt, resolved }: Discourse): Actor | null {
  const token = reference.phrase?.anchor?.token
  if (token === undefined) return null
  const name = tables.nameAt[token]!
  if (name >= 0 && named[name]) return final(named[name])
  const other = headAt[lastTokenOf(tables, token, token + 1)]!
  const actor = other >= 0 ? resolved[other] : null
  return actor ? final(actor) : null
}
