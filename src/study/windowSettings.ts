import { workspace } from 'vscode'
import { settingsSection, showsAttitudes } from '../workspace/settings'
import type { StudySettings } from './study'

/** The settings of VS Code's window. */
export const windowSettings: StudySettings = {
  showsAttitudes: () => showsAttitudes(undefined),
  onDidChange: (listener) =>
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${settingsSection}.quotes.showAttitudes`)) listener()
    })
}
