import type { DecorationOptions, Range, TextEditor, TextEditorDecorationType } from 'vscode'

export type Decorations = ReadonlyMap<TextEditorDecorationType, readonly Range[] | readonly DecorationOptions[]>

/** Gives a function that shows exactly these decorations in an editor, in the place of those that it showed there before. */
export function shownDecorations(): (editor: TextEditor, decorations: Decorations) => void {
  const shown = new WeakMap<TextEditor, ReadonlySet<TextEditorDecorationType>>()
  return (editor, decorations) => {
    for (const type of shown.get(editor) ?? []) if (!decorations.has(type)) editor.setDecorations(type, [])
    for (const [type, ranges] of decorations) editor.setDecorations(type, ranges)
    shown.set(editor, new Set(decorations.keys()))
  }
}
