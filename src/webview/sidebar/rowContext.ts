import type { DecideTarget } from '../../protocol/sidebar'
import type { TreeNode } from './treeNodes'

/** What decisions on a row are about; undefined for rows about which nothing can be decided. */
export function decideTarget({ content, target, subject }: TreeNode): DecideTarget | undefined {
  const place = subject ?? target
  if (!place) return undefined
  const at = (section: DecideTarget['section'], key: string): DecideTarget => ({ section, ...place, key })
  switch (content.kind) {
    case 'entity':
      return at('entity', content.entity.key)
    case 'source':
      return at('entity', '')
    case 'mention':
      return at('mention', content.mention.key)
    case 'quote':
      return at('quote', content.quote.key)
    case 'coding':
      return at('coding', content.coding.key)
    case 'memo':
      return at('memo', content.memo.key)
    case 'review':
      return at('review', content.review.key)
    default:
      return undefined
  }
}

/** What VS Code's context menu on a row knows of it: by `webviewSection` the manifest says which commands are in the menu. */
export function rowContext(node: TreeNode): string | undefined {
  const target = decideTarget(node)
  if (!target) return undefined
  const { section, ...place } = target
  const isDecided = stateOf(node) !== 'suggested'
  return JSON.stringify({ webviewSection: section, isDecided, ...place, preventDefaultContextMenuItems: true })
}

function stateOf({ content }: TreeNode): string {
  switch (content.kind) {
    case 'entity':
      return content.entity.status?.state ?? 'suggested'
    case 'source':
      return content.status?.state ?? 'suggested'
    case 'mention':
      return content.mention.status?.state ?? 'suggested'
    case 'quote':
      return content.quote.status?.state ?? 'suggested'
    default:
      return 'decided'
  }
}
