import { commands, type Disposable } from 'vscode'

export function registerShowSidebar(): Disposable {
  return commands.registerCommand('articleAnnotator.showSidebar', () =>
    commands.executeCommand('articleAnnotator.sidebar.focus')
  )
}
