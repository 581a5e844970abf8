import { useEffect, useRef } from 'preact/hooks'
import { longestWords, type PanelState, type PanelStrings, type WordMatch } from '../../protocol/quotesPanel'
import { Icon } from '../shared/Icon'

export interface WordsFieldProps {
  readonly state: PanelState
  readonly strings: PanelStrings
  readonly focusWords: object | undefined
  /** Words that are not searched yet stand in the field, or do no longer. */
  readonly onTyping: (isTyping: boolean) => void
  readonly onWords: (words: string) => void
  readonly onMatch: (match: WordMatch) => void
}

const isMac = navigator.userAgent.includes('Mac')

/** The keys are those of VS Code's own search. */
const switches = [
  { id: 'matchCase', icon: 'case-sensitive', code: 'KeyC', letter: 'C' },
  { id: 'wholeWord', icon: 'whole-word', code: 'KeyW', letter: 'W' }
] as const satisfies readonly { readonly id: keyof WordMatch; readonly [name: string]: string }[]

/** The words that are looked for in all articles, and how. */
export function WordsField({ state, strings, focusWords, onTyping, onWords, onMatch }: WordsFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const { words, match } = state
  useEffect(() => field.current?.focus(), [focusWords])
  useEffect(() => {
    // What is being typed is newer than what the host knows.
    if (field.current && field.current !== document.activeElement) field.current.value = words
    tellTyping()
    return () => onTyping(false)
  }, [words])

  function tellTyping(): void {
    const typed = field.current?.value ?? ''
    onTyping(typed.trim() !== '' && typed !== words)
  }

  function turn(id: keyof WordMatch): void {
    const typed = field.current?.value ?? words
    if (typed !== words) onWords(typed)
    onMatch({ ...match, [id]: !match[id] })
  }

  function pressKey(event: KeyboardEvent): void {
    const { altKey, ctrlKey, metaKey, shiftKey, code } = event
    const pressed = switches.find((known) => known.code === code)
    if (!pressed || !altKey || metaKey !== isMac || ctrlKey || shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    turn(pressed.id)
  }

  return (
    <div class="words" onKeyDown={pressKey}>
      <input
        ref={field}
        type="search"
        aria-label={strings.words}
        placeholder={strings.words}
        maxLength={longestWords}
        defaultValue={words}
        onInput={tellTyping}
        onChange={({ currentTarget }) => {
          onTyping(false)
          onWords(currentTarget.value)
        }}
      />
      {switches.map(({ id, icon, letter }) => (
        <button
          key={id}
          class="tool"
          aria-label={strings[id]}
          aria-keyshortcuts={isMac ? `Alt+Meta+${letter}` : `Alt+${letter}`}
          aria-pressed={match[id]}
          title={`${strings[id]} (${isMac ? `\u2325\u2318${letter}` : `Alt+${letter}`})`}
          onClick={() => turn(id)}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  )
}
