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

/** Milliseconds of rest before anything is said: nobody wants to hear a count for each letter. */
const rest = 500

/** Says to screen readers what the eye sees at once: how much is listed, how much matches. */
export function Announcer({ state, tree, isFiltered, strings }: AnnouncerProps) {
  const [said, setSaid] = useState('')
  const text = state ? announcement(tree, isFiltered, strings) : ''
  // While somebody types in the article the counts change all the time: that is not announced.
  const occasion = isFiltered ? text : state?.kind === 'list' ? `article ${state.articles[0]?.uri}` : 'folder'
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), rest)
    return () => clearTimeout(timer)
  }, [occasion])
  return (
    <div class="unseen" role="status">
      {said}
    </div>
  )
}

function announcement(tree: readonly TreeNode[], isFiltered: boolean, strings: SidebarStrings): string {
  const counts = tree.map(({ content }) => (content.kind === 'section' ? content.count : 0))
  const [actors = 0, places = 0, quotes = 0, links = 0] = counts
  if (isFiltered) return counted(actors + places + quotes, strings.oneMatch, strings.manyMatches, strings.locale)
  return format(strings.listed, ...[actors, places, quotes, links].map((count) => number(count, strings.locale)))
}
