import { useEffect, useState } from 'preact/hooks'
import type { FolderState, ListState, SidebarStrings } from '../../protocol/sidebar'
import { counted, format } from '../shared/format'
import type { Part, PartId } from './treeNodes'

interface AnnouncerProps {
  readonly state: ListState | FolderState | undefined
  readonly parts: readonly Part[]
  readonly isFiltered: boolean
  readonly strings: SidebarStrings
}

/** Milliseconds without a change before the counts are announced, so that they are not announced for each letter typed. */
const announcementDelay = 500

/** Announces to screen readers how much is listed, or how much matches the filter. */
export function Announcer({ state, parts, isFiltered, strings }: AnnouncerProps) {
  const [announced, setAnnounced] = useState('')
  const text = state ? announcement(parts, isFiltered, strings) : ''
  // While somebody types in the article the counts change all the time: that is not announced.
  const occasion = isFiltered || !state ? text : state.kind === 'list' ? `article ${state.articles[0]?.uri}` : 'folder'
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

function announcement(parts: readonly Part[], isFiltered: boolean, strings: SidebarStrings): string {
  const count = (wanted: PartId) => parts.find(({ id }) => id === wanted)?.count ?? 0
  const { oneSource, manySources, oneName, manyNames, locale } = strings
  // Each list by itself: who is quoted and named is in both.
  const listed = [
    counted(count('sources'), oneSource, manySources, locale),
    counted(count('names'), oneName, manyNames, locale)
  ].join(', ')
  return isFiltered ? format(strings.matches, listed) : listed
}
