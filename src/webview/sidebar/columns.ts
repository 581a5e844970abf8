import { number } from '../shared/format'
import type { EntityColumns } from './treeNodes'

/** How many characters the longest of some numbers takes. */
export function longest(values: readonly number[], locale: string): number {
  return number(
    values.reduce((most, value) => Math.max(most, value), 0),
    locale
  ).length
}

export function entityColumns(
  entities: readonly { readonly mentions: number; readonly acting?: number; readonly quotes: number }[],
  locale: string
): EntityColumns {
  return {
    mentions: longest(
      entities.map((entity) => entity.mentions),
      locale
    ),
    acting: longest(
      entities.map((entity) => entity.acting ?? 0),
      locale
    ),
    quotes: longest(
      entities.map((entity) => entity.quotes),
      locale
    )
  }
}
