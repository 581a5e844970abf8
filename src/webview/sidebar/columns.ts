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
  entities: readonly { readonly mentions: number; readonly quotes: number }[],
  locale: string
): EntityColumns {
  const [mentions, quotes] = [entities.map((entity) => entity.mentions), entities.map((entity) => entity.quotes)]
  return { mentions: longest(mentions, locale), quotes: longest(quotes, locale) }
}
