/**
 * A short name for the content of the models that were read: others have another. `fingerprints` holds what
 * `fingerprint` made of each file, by its name.
 */
export function modelDigest(fingerprints: ReadonlyMap<string, number>): string {
  let digest = 0
  for (const [file, print] of [...fingerprints].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (let index = 0; index < file.length; index++) digest = Math.imul(digest ^ file.charCodeAt(index), prime)
    digest = Math.imul(digest ^ print, prime)
  }
  return (digest >>> 0).toString(16).padStart(8, '0')
}

const prime = 0x01000193

/** A number that depends on the length of a file and on every eighth of its bytes (FNV-1a): a model trained anew changes them all over. */
export function fingerprint(bytes: Uint8Array): number {
  let hash = Math.imul(0x811c9dc5 ^ bytes.length, prime)
  for (let at = 0; at < bytes.length; at += 8) hash = Math.imul(hash ^ bytes[at]!, prime)
  return hash
}
