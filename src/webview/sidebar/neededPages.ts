import { pageLength, type ListAddress } from '../../protocol/sidebar'
import type { Row } from './rows'

/** The pages to request for a row in sight: its own page when that is of an older state, or those of pending rows. */
export function neededPages(
  { node: { content, stale } }: Row,
  { start, size }: { readonly start: number; readonly size: number },
  view: { readonly top: number; readonly height: number; readonly margin: number }
): readonly { readonly list: ListAddress; readonly from: number }[] {
  if (stale) return [stale]
  if (content.kind !== 'pending' || content.isFailed) return []
  const first = Math.max(0, Math.floor(((view.top - view.margin - start) * content.count) / size))
  const last = Math.min(
    content.count - 1,
    Math.floor(((view.top + view.height + view.margin - start) * content.count) / size)
  )
  const pages: { list: ListAddress; from: number }[] = []
  for (let from = pageOf(content.from + first); from <= content.from + last; from += pageLength)
    pages.push({ list: content.list, from })
  return pages
}

function pageOf(index: number): number {
  return index - (index % pageLength)
}
