import type { ReadingMark, ReadingStrings } from '../../protocol/reading'
import { Icon } from '../shared/Icon'
import { moveFocus } from './Toolbar'

/** Where the bar is, in pixels of the window. */
export interface BarPlace {
  readonly left: number
  readonly top: number
}

/** What can be made of selected words, and the key that does it in the text. */
export const markKeys: Readonly<Record<string, ReadingMark>> = { q: 'quote', a: 'name', c: 'code', m: 'note' }

interface SelectionBarProps {
  readonly place: BarPlace
  readonly strings: ReadingStrings
  readonly onMark: (mark: ReadingMark) => void
  readonly onClose: () => void
}

export function SelectionBar({ place, strings, onMark, onClose }: SelectionBarProps) {
  const buttons: readonly (readonly [ReadingMark, icon: string, label: string, key: string])[] = [
    ['quote', 'quote', strings.markQuote, 'Q'],
    ['name', 'person', strings.markName, 'A'],
    ['code', 'tag', strings.code, 'C'],
    ['note', 'note', strings.note, 'M']
  ]
  return (
    <div
      class="bar"
      role="toolbar"
      aria-label={strings.selection}
      style={{ left: `${place.left}px`, top: `${place.top}px` }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
        else moveFocus(event)
      }}
      // The words stay selected.
      onMouseDown={(event) => event.preventDefault()}
    >
      {buttons.map(([mark, icon, label, key], index) => (
        <button
          key={mark}
          type="button"
          tabIndex={index === 0 ? 0 : -1}
          aria-keyshortcuts={key}
          onClick={() => onMark(mark)}
        >
          <Icon name={icon} />
          {label}
          <kbd aria-hidden="true">{key}</kbd>
        </button>
      ))}
    </div>
  )
}
