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

/** Below the last line of what is selected, or above its first where there is no room. */
export function barPlace(): BarPlace | undefined {
  const rects = getSelection()?.getRangeAt(0).getClientRects()
  const first = rects?.[0]
  const last = rects?.[rects.length - 1]
  if (!first || !last) return undefined
  const [width, height] = [340, 40]
  const left = Math.max(8, Math.min(last.right - width / 2, window.innerWidth - width - 24))
  return last.bottom + height < window.innerHeight
    ? { left, top: last.bottom + 6 }
    : { left, top: Math.max(48, first.top - height) }
}
