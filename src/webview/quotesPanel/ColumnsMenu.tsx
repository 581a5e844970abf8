import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Column, PanelState, PanelStrings } from '../../protocol/quotesPanel'
import { Icon } from '../shared/Icon'
import { columnLabel, columnsOf } from './columnChoice'

export interface ColumnsMenuProps {
  readonly state: PanelState
  readonly strings: PanelStrings
  readonly hidden: readonly Column[]
  readonly onHide: (hidden: readonly Column[]) => void
}

/** Room that the menu leaves to the edge of the panel, and what it has where there is none. Pixels. */
const edge = 4
const leastHeight = 48

/** Which columns are shown: a button with a box for each, all of them in sight or scrolled to. */
export function ColumnsMenu({ state, strings, hidden, onHide }: ColumnsMenuProps) {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const menu = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (!isOpen) return
    const fit = () => fitBelow(menu.current)
    fit()
    window.addEventListener('resize', fit)
    return () => window.removeEventListener('resize', fit)
  }, [isOpen])
  useEffect(() => {
    if (!isOpen) return
    const close = ({ target }: Event) => target instanceof Node && !box.current?.contains(target) && setOpen(false)
    document.addEventListener('pointerdown', close)
    document.addEventListener('focusin', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('focusin', close)
    }
  }, [isOpen])

  function pressKey(event: KeyboardEvent): void {
    if (!isOpen) return
    const boxes = [...(menu.current?.querySelectorAll<HTMLInputElement>('input:enabled') ?? [])]
    const at = boxes.findIndex((one) => one === document.activeElement)
    const last = boxes.length - 1
    const next = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, Home: 0, End: last }[
      event.key
    ]
    if (next !== undefined) boxes[next]?.focus()
    else if (event.key === 'Escape') {
      setOpen(false)
      box.current?.querySelector('button')?.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div class="columns" ref={box} onKeyDown={pressKey}>
      <button
        class="tool"
        aria-expanded={isOpen}
        aria-label={strings.columnsMenu}
        title={strings.columnsMenu}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="list-selection" />
      </button>
      {isOpen && (
        <div ref={menu} class="menu" role="group" aria-label={strings.columnsMenu}>
          {columnsOf(state.show).map((column) => (
            <label key={column}>
              <input
                type="checkbox"
                checked={!hidden.includes(column)}
                disabled={column === 'keyword'}
                onChange={({ currentTarget: { checked } }) =>
                  onHide(checked ? hidden.filter((one) => one !== column) : [...hidden, column])
                }
              />
              {columnLabel(column, state.show, strings)}
            </label>
          ))}
        </div>
      )}
    </div>
  )
}

/** No higher than what is in sight below where it begins. */
function fitBelow(menu: HTMLElement | null): void {
  if (!menu) return
  const below = document.documentElement.clientHeight - menu.getBoundingClientRect().top - edge
  menu.style.maxHeight = `${Math.max(leastHeight, below)}px`
}
