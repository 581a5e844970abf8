/** Names the bearer of an identity among the entities of an article: no id of an entity is like it. */
export function identityKey(iri: string): string {
  return `iri ${iri}`
}

/** The IRI that a key names; undefined for that of an entity without an identity. */
export function iriOf(key: string): string | undefined {
  return key.startsWith('iri ') ? key.slice(4) : undefined
}
