import { window, type Disposable, type TextDocument } from 'vscode'
import { disposableList } from '../util/disposable'
import { activeReadingView, onDidChangeReadingViews } from './readingViews'

/** The document that the user is in: of the active text editor, or of the reading view that is active in its place. */
export function activeDocument(): TextDocument | undefined {
  return (activeReadingView() ?? window.activeTextEditor)?.document
}

/** Another document may be the active one, or be shown in another way. */
export function onDidChangeActiveDocument(listener: () => void): Disposable {
  const owned = disposableList()
  owned.add(window.onDidChangeActiveTextEditor(() => listener()))
  owned.add(onDidChangeReadingViews(({ what }) => what === 'shown' && listener()))
  return owned
}
