import type { SidebarStrings } from '../../protocol/sidebar'
import { counted, format, number } from '../shared/format'
import type { TreeNode } from './treeNodes'

/** The row that leads to the panel of quotes. */
export function allQuotesNode(count: number, filter: string, strings: SidebarStrings): TreeNode {
  return {
    key: 'sources quotes',
    content: {
      kind: 'quotes',
      label: counted(count, strings.oneQuote, format(strings.allQuotes, '{0}'), strings.locale),
      help: strings.allQuotesHelp,
      filter
    }
  }
}

/** How much waits for a review, as a heading says it. */
export function toCheck(count: number, strings: SidebarStrings): string {
  return format(strings.toCheck, number(count, strings.locale))
}
