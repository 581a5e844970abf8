import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { DecidedState, SidebarStrings } from '../../protocol/sidebar'
import { conditionsOf, nameCondition, withCondition, type FilterState } from '../../util/filterQuery'
import { format } from '../shared/format'
import { Icon } from '../shared/Icon'
import { codePath } from './statusLabels'
import { CodeDot } from './StatusMark'

interface FilterMenuProps {
  readonly strings: SidebarStrings
  readonly filter: string
  readonly decided: DecidedState | undefined
  readonly onFilter: (filter: string) => void
}

interface Choice {
  /** As it is typed into the filter box. */
  readonly condition: string
  readonly label: string
  readonly color?: string
}

/** A button that shows what the filter understands beside words, and puts it into the filter box. */
export function FilterMenu({ strings, filter, decided, onFilter }: FilterMenuProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const chosen = new Set(conditionsOf(filter))
  const groups = menuGroups(strings, decided)

  useLayoutEffect(() => {
    if (!isOpen) return
    items()[0]?.focus()
    const close = (event: Event) => {
      if (
        event.target instanceof Node &&
        !menu.current?.contains(event.target) &&
        !button.current?.contains(event.target)
      )
        setOpen(false)
    }
    const leave = () => setOpen(false)
    document.addEventListener('pointerdown', close)
    window.addEventListener('blur', leave)
    return () => {
      document.removeEventListener('pointerdown', close)
      window.removeEventListener('blur', leave)
    }
  }, [isOpen])

  function items(): readonly HTMLElement[] {
    return [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitemcheckbox]') ?? [])]
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
        title={strings.filterMenu}
        aria-label={strings.filterMenu}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-pressed={chosen.size > 0}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => isOpen && pressKey(event)}
      >
        <Icon name={chosen.size > 0 ? 'filter-filled' : 'filter'} />
      </button>
      {isOpen && (
        <div ref={menu} class="menu" role="menu" aria-label={strings.filterMenu} onKeyDown={pressKey}>
          {groups.map(({ label, choices }) => (
            <div key={label} role="group" aria-label={label} class="menu-group">
              {choices.map(({ condition, label: name, color }) => (
                <button
                  key={condition}
                  type="button"
                  role="menuitemcheckbox"
                  aria-checked={chosen.has(condition)}
                  tabIndex={-1}
                  title={condition}
                  onClick={() => {
                    onFilter(withCondition(filter, condition))
                    close()
                  }}
                >
                  <span class="check" aria-hidden="true">
                    {chosen.has(condition) && <Icon name="check" />}
                  </span>
                  {color && <CodeDot color={color} />}
                  <bdi>{name}</bdi>
                </button>
              ))}
            </div>
          ))}
        </div>
      )}
    </>
  )
}

function menuGroups(
  strings: SidebarStrings,
  decided: DecidedState | undefined
): readonly { readonly label: string; readonly choices: readonly Choice[] }[] {
  const states: readonly (readonly [FilterState, string])[] = [
    ['undecided', strings.filterUndecided],
    ['decided', strings.filterDecided],
    ['review', strings.filterReview],
    ['coded', strings.filterCoded],
    ['noted', strings.filterNoted]
  ]
  const codes = decided?.codes.filter(({ path }) => path.length > 0) ?? []
  const people = decided?.people ?? []
  return [
    { label: strings.filterStates, choices: states.map(([state, label]) => ({ condition: `is:${state}`, label })) },
    {
      label: strings.filterCodes,
      choices: codes.map((code) => ({
        condition: nameCondition('code', code.path.at(-1) ?? ''),
        label: codePath(code, strings),
        color: code.color
      }))
    },
    {
      label: strings.filterPeople,
      choices: people.map((name) => ({
        condition: nameCondition('by', name),
        label: format(strings.filterPerson, name)
      }))
    }
  ].filter(({ choices }) => choices.length > 0)
}
