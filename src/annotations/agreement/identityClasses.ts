import { disjointSets } from '../../util/disjointSets'
import { foldLetters } from '../../util/folding'
import { onOneLine } from '../../util/oneLine'
import type { HeldIdentity } from './held'

type Who = NonNullable<HeldIdentity['who']>

/** What tells one from another: equal of those that are the same for a comparison. */
export type ClassOf = (who: HeldIdentity['who']) => string

/**
 * When two annotators mean the same one: by the same IRI, whatever they call it; and by the same name without regard to case,
 * accents and white space. Two annotators who make an entity of the same name each give it a UUID of their own, which must not
 * count as a disagreement; two addresses are different ones, though, and so then are all who have that name, each by its IRI.
 */
export function identityClasses(all: Iterable<Who>): ClassOf {
  const addresses = new Map<string, Set<string>>()
  const known: Who[] = [...all]
  for (const { iri, name } of known) {
    if (iri === undefined || isOwn(iri)) continue
    const folded = foldedName(name)
    addresses.set(folded, (addresses.get(folded) ?? new Set()).add(iri))
  }
  const isShared = (name: string) => (addresses.get(name)?.size ?? 0) > 1
  const sets = disjointSets<string>()
  for (const { iri, name } of known) {
    const byName = `name ${foldedName(name)}`
    sets.add(byName)
    if (iri === undefined) continue
    sets.add(`iri ${iri}`)
    if (!isShared(foldedName(name))) sets.join(byName, `iri ${iri}`)
  }
  const classes = new Map<string, string>()
  for (const set of sets.sets()) for (const item of set) classes.set(item, set[0] ?? item)
  return (who) => {
    if (who === null) return 'nobody'
    const key = who.iri === undefined ? `name ${foldedName(who.name)}` : `iri ${who.iri}`
    return classes.get(key) ?? key
  }
}

function isOwn(iri: string): boolean {
  return iri.startsWith('urn:uuid:')
}

function foldedName(name: string): string {
  return foldLetters(onOneLine(name))
}
