import type { DecideTarget } from '../../protocol/sidebar'
import { decidable } from './statusLabels'
import type { NodeContent, TreeNode } from './treeNodes'

/** A longer key is left out: the place is enough to find what is meant. */
const longestKey = 1000

/** What decisions on a row are about; undefined for rows about which nothing can be decided. */
export function decideTarget({ content, target, subject }: TreeNode): DecideTarget | undefined {
  const place = subject ?? target
  const subjectOf = place && subjectIn(content, place.uri)
  if (!subjectOf) return undefined
  const { section, key } = subjectOf
  return { section, ...place, key: key.length <= longestKey ? key : '' }
}

/** The section of VS Code's menu, and the key of the fact in its article, or the id of the decision. */
function subjectIn(content: NodeContent, uri: string): Pick<DecideTarget, 'section' | 'key'> | undefined {
  switch (content.kind) {
    case 'entity':
      return { section: 'entity', key: content.entity.key }
    case 'source':
      return { section: 'entity', key: '' }
    case 'mention':
      return { section: 'mention', key: content.mention.key }
    case 'quote':
      return { section: 'quote', key: withoutPrefix(content.quote.key, `${uri} `) }
    case 'coding':
      return { section: 'coding', key: content.coding.key }
    case 'memo':
      return { section: content.memo.line > 0 ? 'memo' : 'articleMemo', key: content.memo.key }
    case 'review':
      return { section: content.review.state === 'proposed' ? 'proposal' : 'review', key: content.review.key }
    case 'group':
    case 'code':
    case 'action':
    case 'elsewhere':
    case 'quotes':
    case 'more':
    case 'pending':
    case 'note':
      return undefined
  }
}

function withoutPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text
}

/** What VS Code's context menu on a row knows of it: by `webviewSection` the manifest says which commands are in the menu. */
export function rowContext(node: TreeNode): string | undefined {
  const target = decideTarget(node)
  if (!target) return undefined
  const { section, ...place } = target
  const suggestion = decidable(node.content)
  const isDecided = !suggestion || (suggestion.status?.state ?? 'suggested') !== 'suggested'
  const source = node.content.kind === 'source' ? { isSource: true, source: node.content.source.name } : {}
  const about = node.content.kind === 'entity' ? node.content.entity.name : source.source
  return JSON.stringify({
    webviewSection: section,
    isDecided,
    ...source,
    ...(about !== undefined && { about }),
    ...place,
    preventDefaultContextMenuItems: true
  })
}
