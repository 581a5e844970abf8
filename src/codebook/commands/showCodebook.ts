import { commands, type Disposable } from 'vscode'
import { codebookViewId } from '../codebookView'

export function registerShowCodebook(): Disposable {
  return commands.registerCommand('articleAnnotator.showCodebook', () =>
    commands.executeCommand(`${codebookViewId}.focus`)
  )
}
