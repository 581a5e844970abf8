import type { JSX } from 'preact'
import type { OverviewState, OverviewStrings, PictureKind } from '../../protocol/overview'
import { format } from '../shared/format'
import type { Texts } from './texts'

export interface EmptyProps {
  readonly state: OverviewState | undefined
  readonly kind: PictureKind
  readonly strings: OverviewStrings
  readonly texts: Texts
  readonly onCommand: (command: 'analyzeFolder' | 'openFolder') => void
}

/** There is nothing to draw, and why. */
export function Empty({ state, kind, strings, texts, onCommand }: EmptyProps): JSX.Element {
  const isDrawing = !state || (state.picture !== undefined && state.picture.kind !== kind)
  if (isDrawing)
    return (
      <div class="empty" role="status">
        <span class="unseen">{strings.drawing}</span>
      </div>
    )
  const { reading, picture } = state
  const command =
    !picture && reading.kind === 'none'
      ? 'openFolder'
      : !picture && reading.kind === 'unread'
        ? 'analyzeFolder'
        : undefined
  return (
    <div class="empty" role="status">
      <p>{reason(state, strings, texts)}</p>
      {command && (
        <button class="primary" onClick={() => onCommand(command)}>
          {strings[command]}
        </button>
      )}
    </div>
  )
}

function reason(
  { reading, picture, filter, articles }: OverviewState,
  strings: OverviewStrings,
  { number }: Texts
): string {
  if (!picture) {
    switch (reading.kind) {
      case 'none':
        return strings.noFolder
      case 'unread':
        return strings.unread
      case 'reading':
        return format(strings.reading, number(reading.done), number(reading.total))
      case 'read':
        return strings.drawing
    }
  }
  if (articles === 0) {
    if (filter !== '') return strings.noQuotesFilter
    return reading.kind === 'read' && reading.articles === 0 ? strings.emptyFolder : strings.noQuotes
  }
  switch (picture.kind) {
    case 'matrix':
      return strings.noQuotes
    case 'timeline':
      return strings.noDates
    case 'map':
      return strings.noPlaces
    case 'reuse':
      return strings.noReuse
    case 'network':
      return strings.noLinks
  }
}
