import { useEffect, useState } from 'preact/hooks'
import type { FolderState, ListState, SidebarStrings } from '../../protocol/sidebar'
import { counted, format, number } from '../shared/format'
import type { TreeNode } from './treeNodes'

interface AnnouncerProps {
  readonly state: ListState | FolderState | undefined
  readonly tree: readonly TreeNode[]
  readonly isFiltered: boolean
  readonly strings: SidebarStrings
}

/** Milliseconds without a change before the counts are announced, so that they are not announced for each letter typed. */
const announcementDelay = 500

/** Announces to screen readers how much is listed, or how much matches the filter. */
export function Announcer({ state, tree, isFiltered, strings }: AnnouncerProps) {
  const [announced, setAnnounced] = useState('')
  const text = state ? announcement(tree, isFiltered, strings) : ''
  // While somebody types in the article the counts change all the time: that is not announced.
  const occasion = isFiltered ? text : state?.kind === 'list' ? `article ${state.articles[0]?.uri}` : 'folder'
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(text), announcementDelay)
    return () => clearTimeout(timer)
  }, [occasion])
  return (
    <div class="unseen" role="status">
      {announced}
    </div>
  )
}

function announcement(tree: readonly TreeNode[], isFiltered: boolean, strings: SidebarStrings): string {
  const sections = tree.flatMap(({ content }) => (content.kind === 'section' ? content : []))
  const [actors = 0, places = 0, quotes = 0, links = 0] = (['actors', 'places', 'quotes', 'links'] as const).map(
    (id) => sections.find((section) => section.id === id)?.count
  )
  if (isFiltered) return counted(actors + places + quotes, strings.oneMatch, strings.manyMatches, strings.locale)
  return format(strings.listed, ...[actors, places, quotes, links].map((count) => number(count, strings.locale)))
}
