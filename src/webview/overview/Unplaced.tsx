import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { MapPicture } from '../../protocol/overview'
import { counted } from '../shared/format'
import { placeDoor, type TableRow } from './table'
import type { Texts } from './texts'

export interface UnplacedProps {
  readonly picture: MapPicture
  readonly texts: Texts
  readonly onOpen: (place: Pick<TableRow, 'door' | 'conditions'>) => void
}

/** How many places are not on the map, and on demand which ones, each a door to its text. */
export function Unplaced({ picture: { unplaced, unplacedInAll }, texts, onOpen }: UnplacedProps): JSX.Element {
  const { strings } = texts
  const [isOpen, setOpen] = useState(false)
  const area = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen) return
    area.current?.querySelector<HTMLElement>('li button')?.focus()
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !area.current?.contains(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', leave)
    return () => document.removeEventListener('pointerdown', leave)
  }, [isOpen])
  return (
    <div
      class="unplaced"
      ref={area}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        setOpen(false)
        button.current?.focus()
      }}
    >
      <button ref={button} class="text" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {counted(unplacedInAll, strings.oneUnplaced, strings.manyUnplaced, strings.locale)}
      </button>
      {isOpen && (
        <ul class="unplaced-list" aria-label={strings.notOnMap}>
          {unplaced.map((place, index) => (
            <li key={index}>
              <button class="link" onClick={() => onOpen(placeDoor(place))}>
                {place.name}
              </button>
              <span class="counts">
                {texts.quotes(place.quotes)} {'\u00B7'} {texts.mentions(place.mentions)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
