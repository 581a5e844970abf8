import { mentionKind } from './entityEntries'
import type { CursorPlace } from './protocol'
import type { SidebarLists } from './sources'

/** Which entries the cursor is on: the innermost mention that it touches, and the quotes around it. */
export function cursorPlace({ state, articles, members }: SidebarLists, uri: string, offset: number, reveal: boolean): CursorPlace {
  const article = articles.findIndex((source) => source.uri === uri)
  const source = articles[article]
  if (state.is !== 'list' || !source) return { article: -1, entities: [], mention: -1, quotes: [], reveal }
  const touched = source.analysis.mentions.filter(({ start, end }) => start <= offset && offset <= end)
  const mention = touched.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0]
  const entity = source.analysis.entities.find(({ id }) => id === mention?.entity)
  const kind = mention && entity && mentionKind(mention, entity)
  const entities = [...members].flatMap(([key, entries]) => (entries.some((member) => member.article === article && member.entity === entity?.id && member.kind === kind) ? key : []))
  const quotes = state.quotes.flatMap((quote, index) => (quote.article === article && quote.start <= offset && offset <= quote.end ? index : []))
  return { article, entities, mention: mention?.start ?? -1, quotes, reveal }
}
