import type { Analysis, Entity } from '../analysis'

/** What a list says of an entity beside its numbers. */
export interface DescribedEntity extends Pick<Entity, 'name' | 'aliases' | 'descriptions'> {
  /** The country of a place; null where there is none. */
  readonly country: string | null
  /** Its first mention; null for one that is not mentioned. In UTF-16 units. */
  readonly first: { readonly start: number; readonly end: number } | null
}

/** Of each of `Analysis.entities`. Pure. */
export function describedEntities({ entities, mentions: all }: Analysis): readonly DescribedEntity[] {
  return entities.map(({ name, aliases, descriptions, places, mentions }) => {
    const first = all[mentions[0] ?? -1]
    return {
      ...{ name, aliases, descriptions },
      country: places[0]?.countryName ?? null,
      first: first ? { start: first.start, end: first.end } : null
    }
  })
}

/** A line for each, in which nothing is that is not there. */
type Packed = readonly [
  name: string,
  start: number,
  end: number,
  aliases?: readonly string[],
  descriptions?: readonly string[],
  country?: string | null
]

/** As JSON; `readDescribed` is the reverse. */
export function packDescribed(described: readonly DescribedEntity[]): string {
  return JSON.stringify(
    described.map(({ name, first, aliases, descriptions, country }): Packed => {
      const place = [name, first?.start ?? 0, first?.end ?? -1] as const
      if (country !== null) return [...place, aliases, descriptions, country]
      if (descriptions.length > 0) return [...place, aliases, descriptions]
      return aliases.length > 0 ? [...place, aliases] : place
    })
  )
}

export function readDescribed(packed: string): readonly DescribedEntity[] {
  return (JSON.parse(packed) as readonly Packed[]).map(
    ([name, start, end, aliases = [], descriptions = [], country = null]) => ({
      ...{ name, aliases, descriptions, country },
      first: end < start ? null : { start, end }
    })
  )
}
