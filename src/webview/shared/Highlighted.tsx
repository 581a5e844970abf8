import type { ComponentChildren } from 'preact'
import { matchesIn, type Filter } from './filter'

/** A text with the filter's words marked. Renders text nodes, so that markup in the text stays text. */
export function Highlighted({ text, filter }: { readonly text: string; readonly filter: Filter }) {
  const parts: ComponentChildren[] = []
  let from = 0
  for (const { start, end } of matchesIn(filter, text)) {
    parts.push(text.slice(from, start), <span class="match">{text.slice(start, end)}</span>)
    from = end
  }
  parts.push(text.slice(from))
  return <>{parts}</>
}
