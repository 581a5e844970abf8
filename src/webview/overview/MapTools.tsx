import type { JSX } from 'preact'
import type { OverviewStrings } from '../../protocol/overview'
import { Icon } from '../shared/Icon'
import type { Choice } from './useOverview'

export interface MapView {
  readonly shows: 'places' | 'world'
  /** How many times larger. */
  readonly times: number
}

export interface MapToolsProps {
  readonly strings: OverviewStrings
  readonly view: MapView
  readonly sizeBy: Choice['sizeBy']
  readonly onView: (view: MapView) => void
  readonly onChoose: (choice: Partial<Choice>) => void
}

/** What the map's marks are sized by, and how near it is. */
export function MapTools({ strings, view, sizeBy, onView, onChoose }: MapToolsProps): JSX.Element {
  const tool = (name: string, icon: string, onClick: () => void) => (
    <button class="tool" aria-label={name} title={name} onClick={onClick}>
      <Icon name={icon} />
    </button>
  )
  return (
    <>
      <label class="choice">
        {strings.sizeBy}
        <select
          value={sizeBy}
          onChange={({ currentTarget }) =>
            onChoose({ sizeBy: currentTarget.value === 'mentions' ? 'mentions' : 'quotes' })
          }
        >
          <option value="quotes">{strings.byQuotes}</option>
          <option value="mentions">{strings.byMentions}</option>
        </select>
      </label>
      {tool(strings.zoomIn, 'zoom-in', () => onView({ ...view, times: Math.min(8, view.times * 1.5) }))}
      {tool(strings.zoomOut, 'zoom-out', () => onView({ ...view, times: Math.max(0.2, view.times / 1.5) }))}
      {tool(strings.zoomWorld, 'globe', () => onView({ shows: 'world', times: 1 }))}
      {tool(strings.zoomPlaces, 'screen-full', () => onView({ shows: 'places', times: 1 }))}
    </>
  )
}
