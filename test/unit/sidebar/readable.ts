import type { QuoteEntry } from '../../../src/protocol/sidebar/index.js'
import { quotesElsewhere, type ElsewhereView } from '../../../src/sidebar/quotesElsewhere.js'
import type { SidebarLists } from '../../../src/sidebar/sources.js'

/** The lists as lines that can be read. */
export function readable(lists: SidebarLists): readonly string[] {
  const { state } = lists
  if (state.kind === 'empty') return [`empty: ${state.reason}`]
  const quote = (index: number) => {
    const { article, line, text, speaker, source, times } = state.quotes[index] ?? {
      article: -1,
      line: 0,
      text: '',
      speaker: '',
      source: '',
      times: 1
    }
    const who = speaker === source ? speaker : `${speaker}/${source}`
    return `${state.articles[article]?.name}:${line} ${who}: ${text}${times > 1 ? ` [repeated ${times}x]` : ''}`
  }
  return [
    ...state.entities.map(({ kind, name, named, mentions, quotes, articles, description }) =>
      `${kind} ${name}${named ? '' : ' (unnamed)'} ${mentions}m ${quotes}q ${articles}a ${description}`.trim()
    ),
    ...state.quotes.slice(0, state.quotesInScope).map((_, index) => `quote ${quote(index)}`),
    ...state.links.flatMap(({ key, name, quotes, share }) => [
      `link ${name} ${Math.round(share * 100)}%`,
      ...quotes.map((index) => `  here ${quote(index)}`),
      ...(quotesElsewhere(lists, everything(lists), key, 50)?.quotes ?? []).map(
        (entry) => `  there ${there(lists, key, entry)}`
      )
    ]),
    ...state.unattributed.map((index) => `nobody ${quote(index)}`)
  ]
}

/** Without a filter. */
export function everything({ elsewhere }: SidebarLists): ElsewhereView {
  return { filter: '', quotes: elsewhere }
}

function there(lists: SidebarLists, key: string, { article, line, text, speaker, source, times }: QuoteEntry): string {
  const who = speaker === source ? speaker : `${speaker}/${source}`
  return `${quotesElsewhere(lists, everything(lists), key, 50)?.articles[article]?.name}:${line} ${who}: ${text}${times > 1 ? ` [repeated ${times}x]` : ''}`
}
