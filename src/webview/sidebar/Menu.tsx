import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../shared/Icon'
import { CodeDot } from './StatusMark'

export interface MenuChoice {
  readonly id: string
  readonly label: string
  /** Undefined for what is done at once and cannot be on. */
  readonly isChecked?: boolean
  /** How often it is there, as text. */
  readonly count?: string
  readonly color?: string
  readonly title?: string
}

export interface MenuGroup {
  readonly label: string
  readonly choices: readonly MenuChoice[]
}

interface MenuProps {
  readonly label: string
  readonly icon: string
  /** Whether something other than the default is chosen. */
  readonly isActive: boolean
  readonly groups: readonly MenuGroup[]
  /** Of each group one choice is on. */
  readonly isExclusive?: boolean
  readonly onChoose: (id: string) => void
}

/** Room that a menu leaves to the edges of the view. Pixels. */
const edge = 4

/** A button that opens a menu below it. */
export function Menu({ label, icon, isActive, groups, isExclusive = false, onChoose }: MenuProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (!isOpen) return
    place(menu.current, button.current)
    items()[0]?.focus()
    const close = (event: Event) => {
      if (!(event.target instanceof Node)) return
      if (!menu.current?.contains(event.target) && !button.current?.contains(event.target)) setOpen(false)
    }
    const leave = () => setOpen(false)
    document.addEventListener('pointerdown', close)
    window.addEventListener('blur', leave)
    window.addEventListener('resize', leave)
    return () => {
      document.removeEventListener('pointerdown', close)
      window.removeEventListener('blur', leave)
      window.removeEventListener('resize', leave)
    }
  }, [isOpen])

  function items(): readonly HTMLElement[] {
    return [...(menu.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
  }

  function close(): void {
    setOpen(false)
    button.current?.focus()
  }

  function pressKey(event: KeyboardEvent): void {
    const all = items()
    const at = all.findIndex((item) => item === document.activeElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key]
    if (next !== undefined) all[next % all.length]?.focus()
    else if (event.key === 'Escape') close()
    else if (event.key === 'Tab') return setOpen(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        class="tool"
        title={label}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        data-active={isActive || undefined}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => isOpen && pressKey(event)}
      >
        <Icon name={icon} />
      </button>
      {isOpen && (
        <div ref={menu} class="menu" role="menu" aria-label={label} onKeyDown={pressKey}>
          {groups.map(({ label: heading, choices }) => (
            <div key={heading} role="group" aria-label={heading} class="menu-group">
              {groups.length > 1 && (
                <div class="menu-heading" aria-hidden="true">
                  {heading}
                </div>
              )}
              {choices.map(({ id, label: name, isChecked, count, color, title }) => (
                <button
                  key={id}
                  type="button"
                  role={isChecked === undefined ? 'menuitem' : isExclusive ? 'menuitemradio' : 'menuitemcheckbox'}
                  {...(isChecked === undefined ? {} : { 'aria-checked': isChecked })}
                  tabIndex={-1}
                  title={title}
                  onClick={() => {
                    close()
                    onChoose(id)
                  }}
                >
                  <span class="check" aria-hidden="true">
                    {isChecked && <Icon name="check" />}
                  </span>
                  {color && <CodeDot color={color} />}
                  <bdi>{name}</bdi>
                  {count && <span class="menu-count">{count}</span>}
                </button>
              ))}
            </div>
          ))}
        </div>
      )}
    </>
  )
}

/** Below its button, as far as the view has room for it, else above. */
function place(menu: HTMLElement | null, button: HTMLElement | null): void {
  if (!menu || !button) return
  const from = button.getBoundingClientRect()
  const { clientWidth: width, clientHeight: height } = document.documentElement
  const below = height - from.bottom - edge
  const isBelow = below >= Math.min(menu.scrollHeight, 200) || below >= from.top
  menu.style.maxHeight = `${Math.max(60, isBelow ? below : from.top - edge)}px`
  menu.style.maxWidth = `${width - 2 * edge}px`
  const own = menu.getBoundingClientRect()
  menu.style.left = `${Math.max(edge, Math.min(from.left, width - edge - own.width))}px`
  menu.style.top = `${isBelow ? from.bottom + 2 : from.top - 2 - own.height}px`
}
