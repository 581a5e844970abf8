import type { RefObject } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { ReadingStrings } from '../../protocol/reading'
import type { ShownBlock } from './model'
import { Blocks, type TextView } from './Text'

interface ArticleTextProps {
  readonly place: RefObject<HTMLDivElement | null>
  readonly blocks: readonly ShownBlock[]
  readonly strings: ReadingStrings
  readonly view: () => TextView
  readonly onKeyDown: (event: KeyboardEvent) => void
  /** The reader's hand is at the text. */
  readonly onHand: () => void
  readonly onSource: (source: number) => void
}

/**
 * The text with a caret, as an editor that takes no input: so arrow keys, Shift, and screen readers go through it, and selected
 * words can be copied. Whatever would change it is prevented.
 */
export function ArticleText({ place, blocks, strings, view, onKeyDown, onHand, onSource }: ArticleTextProps) {
  const [generation, setGeneration] = useState(0)
  useEffect(() => {
    const root = place.current
    if (!root) return
    const prevent = (event: Event) => event.preventDefault()
    // What an input method composes cannot be prevented: the text is drawn anew.
    const renew = () => setGeneration((count) => count + 1)
    root.addEventListener('beforeinput', prevent)
    root.addEventListener('dragstart', prevent)
    root.addEventListener('drop', prevent)
    root.addEventListener('compositionend', renew)
    return () => {
      root.removeEventListener('beforeinput', prevent)
      root.removeEventListener('dragstart', prevent)
      root.removeEventListener('drop', prevent)
      root.removeEventListener('compositionend', renew)
    }
  }, [generation])
  const text = useMemo(() => <Blocks blocks={blocks} view={view} />, [blocks, view])
  const click = (event: MouseEvent) => {
    if (!(event.target instanceof HTMLElement) || getSelection()?.isCollapsed === false) return
    const named = event.target.closest<HTMLElement>('[data-names]')?.dataset['names']
    if (named !== undefined) onSource(Number(named))
  }
  return (
    <div
      key={generation}
      ref={place}
      class="text"
      role="document"
      aria-label={strings.text}
      aria-description={strings.keys}
      contentEditable={true}
      spellcheck={false}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onHand}
      onClick={click}
    >
      {text}
    </div>
  )
}
