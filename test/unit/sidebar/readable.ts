import type { SidebarLists } from '../../../src/sidebar/sources.js'

/** The lists as lines that can be read. */
export function readable({ state }: SidebarLists): readonly string[] {
  if (state.is === 'empty') return [`empty: ${state.reason}`]
  const quote = (index: number) => {
    const { article, line, text, speaker, source, repeated } = state.quotes[index] ?? { article: -1, line: 0, text: '', speaker: '', source: '', repeated: -1 }
    const who = speaker === source ? speaker : `${speaker}/${source}`
    return `${state.articles[article]?.name}:${line} ${who}: ${text}${repeated >= 0 ? ` [repeated ${state.repeated[repeated]?.quotes.length}x]` : ''}`
  }
  return [
    ...state.entities.map(({ kind, name, named, mentions, quotes, articles, description }) => `${kind} ${name}${named ? '' : ' (unnamed)'} ${mentions}m ${quotes}q ${articles}a ${description}`.trim()),
    ...state.quotes.slice(0, state.quotesInScope).map((_, index) => `quote ${quote(index)}`),
    ...state.links.flatMap(({ name, quotes, elsewhere, share }) => [
      `link ${name} ${Math.round(share * 100)}%`,
      ...quotes.map((index) => `  here ${quote(index)}`),
      ...elsewhere.map((index) => `  there ${quote(index)}`)
    ]),
    ...state.unattributed.map((index) => `nobody ${quote(index)}`)
  ]
}
