import type { EntityKind, KindCounts } from '../common'

/**
 * What a menu offers to filter by, and how much the lists show of it without another filter: attitudes count where they are shown, the
 * same quote again counts once.
 */
export interface FacetCounts {
  readonly kinds: KindCounts
  /** Quotes that say what somebody believes, wants or fears, where they are listed; and all others. */
  readonly attitudes: number
  readonly speech: number
  /** Sources with and without a name. */
  readonly named: number
  readonly unnamed: number
  readonly types: Readonly<Record<EntityKind, number>>
  /** Whom and what quotes speak of most, each with its number of quotes. */
  readonly about: readonly FacetValue[]
  /** Agencies that articles credit, and years, each with its number of articles; none in the lists of one article. */
  readonly outlets: readonly FacetValue[]
  readonly years: readonly FacetValue[]
}

export interface FacetValue {
  readonly name: string
  readonly count: number
}
