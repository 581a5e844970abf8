import { StatusBarAlignment, window, type Command, type Disposable } from 'vscode'
import { withoutMarks } from '../util/printable'
import { activeReadingView } from '../workspace/readingViews'

/** What is said of an article in the status bar while it is read: VS Code shows its language menu for text editors alone. */
export interface ReadingStatus extends Disposable {
  /** Undefined says nothing. */
  show(status: ShownStatus | undefined): void
}

export interface ShownStatus {
  readonly text: string
  readonly detail?: string | undefined
  readonly icon: 'book' | 'sync~spin' | 'warning'
  readonly command?: Command | undefined
}

/** An item of the status bar that is there only while a reading view is active. */
export function readingStatus(id: string, name: string): ReadingStatus {
  const item = window.createStatusBarItem(id, StatusBarAlignment.Right, 100)
  item.name = name
  return {
    show(status) {
      if (!status || !activeReadingView()) return item.hide()
      item.text = `$(${status.icon}) ${withoutMarks(status.text)}`
      item.tooltip = status.detail
      item.command = status.command
      item.accessibilityInformation = { label: `${name}: ${status.text}` }
      item.show()
    },
    dispose: () => item.dispose()
  }
}
