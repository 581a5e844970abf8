import type { ReadingSource, ReadingStrings } from '../../protocol/reading'
import { Icon } from '../shared/Icon'
import { SourceStrip } from './SourceStrip'

interface ToolbarProps {
  readonly strings: ReadingStrings
  readonly sources: readonly ReadingSource[]
  /** The source that is lit; -1 for all. */
  readonly lit: number
  readonly names: boolean
  readonly codes: boolean
  readonly onSource: (source: number) => void
  readonly onStep: (direction: 'next' | 'previous') => void
  readonly onNames: () => void
  readonly onCodes: () => void
}

/** Who is quoted, the most quoted first, and what stands in the margin. One stop of Tab; arrow keys go from button to button. */
export function Toolbar({ strings, sources, lit, ...props }: ToolbarProps) {
  return (
    <div class="toolbar" role="toolbar" aria-label={strings.tools} onKeyDown={moveFocus}>
      <SourceStrip strings={strings} sources={sources} lit={lit} onSource={props.onSource} />
      <div class="tools">
        <Tool
          icon="arrow-up"
          label={strings.previousQuote}
          first={sources.length === 0}
          onClick={() => props.onStep('previous')}
        />
        <Tool icon="arrow-down" label={strings.nextQuote} onClick={() => props.onStep('next')} />
        <Tool icon="person" label={strings.names} pressed={props.names} onClick={props.onNames} />
        <Tool icon="tag" label={strings.codes} pressed={props.codes} onClick={props.onCodes} />
      </div>
    </div>
  )
}

interface ToolProps {
  readonly icon: string
  readonly label: string
  readonly pressed?: boolean
  readonly first?: boolean
  readonly onClick: () => void
}

function Tool({ icon, label, pressed, first = false, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class="tool"
      tabIndex={first ? 0 : -1}
      title={label}
      aria-label={label}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  )
}

/** Arrow keys, Home and End go through the buttons of a toolbar. */
export function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: buttons.length - 1 }[event.key]
  const button = to === undefined || at < 0 ? undefined : buttons[(to + buttons.length) % buttons.length]
  if (!button) return
  event.preventDefault()
  for (const other of buttons) other.tabIndex = other === button ? 0 : -1
  button.focus()
}
