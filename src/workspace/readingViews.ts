import type { TextDocument, Uri } from 'vscode'
import type { Span } from '../article'
import type { Disposable } from '../util/disposable'
import { emitter } from '../util/emitter'

/** An article that is shown by our reading view. VS Code has no text editor for it: whoever asks for the active one asks here, too. */
export interface ReadingView {
  readonly document: TextDocument
  isActive(): boolean
  isVisible(): boolean
  /** The selected words, or the caret: both ends are equal. UTF-16 units. */
  selection(): Span
  /** Goes to words and selects them. */
  reveal(span: Span, options: { readonly preserveFocus: boolean }): void
}

export interface ReadingViewsChange {
  readonly view: ReadingView
  /** `shown`: another view is active, visible, or gone. `selection`: by the reader's hand. */
  readonly what: 'shown' | 'selection'
}

const views = new Set<ReadingView>()
const changed = emitter<ReadingViewsChange>()

/** Views, what is seen of them and their selections changed. */
export const onDidChangeReadingViews = changed.event

/** Makes a view known, until it is disposed of; `change` tells what changed of it. */
export function addReadingView(view: ReadingView): Disposable & { change(what: ReadingViewsChange['what']): void } {
  // Who hears that a view is gone asks whether it is active: VS Code throws when its panel is asked then.
  const known: ReadingView = {
    ...view,
    isActive: () => views.has(known) && view.isActive(),
    isVisible: () => views.has(known) && view.isVisible()
  }
  views.add(known)
  changed.fire({ view: known, what: 'shown' })
  return {
    change: (what) => changed.fire({ view: known, what }),
    dispose() {
      if (views.delete(known)) changed.fire({ view: known, what: 'shown' })
    }
  }
}

export function activeReadingView(): ReadingView | undefined {
  return [...views].find((view) => view.isActive())
}

export function visibleReadingViews(): readonly ReadingView[] {
  return [...views].filter((view) => view.isVisible())
}

/** The view in which words of an article are to be shown: the active one, or one that is seen. */
export function readingViewOf(uri: Uri): ReadingView | undefined {
  const key = uri.toString()
  const shown = visibleReadingViews().filter(({ document }) => document.uri.toString() === key)
  return shown.find((view) => view.isActive()) ?? shown[0]
}
