import { commands, window, workspace, type ConfigurationScope, type Disposable } from 'vscode'
import { onOneLine, trimCut } from '../util/oneLine'
import { l10n } from './l10n'
import { settingsSection } from './settings'
import { isWrongValue, settingValues, type SettingName } from './settingValues'

/** How much of a wrong value the message shows, in UTF-16 units. */
const shownLength = 40

/**
 * Tells the user of settings whose values they cannot have, now and after each change: all in one message, and of no value
 * twice. The defaults are used in their place.
 * @param tell shows the message
 */
export function registerWrongSettings(tell: (message: string) => void = warn): Disposable {
  const told = new Set<string>()
  const look = () => {
    const fresh = wrongSettings().filter((wrong) => !told.has(wrong))
    for (const wrong of fresh) told.add(wrong)
    if (fresh.length > 0)
      tell(l10n.t('These settings have values that they cannot have. Their defaults are used: {0}', fresh.join(', ')))
  }
  look()
  return workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(settingsSection) && look())
}

/** Each wrong setting with its value, wherever it is set. */
function wrongSettings(): readonly string[] {
  const names = Object.keys(settingValues) as SettingName[]
  const found = scopes().flatMap((scope) => {
    const settings = workspace.getConfiguration(settingsSection, scope)
    return names.flatMap((name) => {
      const value: unknown = settings.get(name)
      return isWrongValue(name, value) ? [`${settingsSection}.${name} (${shown(value)})`] : []
    })
  })
  return [...new Set(found)]
}

/** The window, each folder, and in both the languages of articles. */
function scopes(): readonly (ConfigurationScope | undefined)[] {
  const uris = [undefined, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri)]
  return uris.flatMap((uri) => [
    uri,
    ...['plaintext', 'markdown'].map((languageId) => (uri ? { uri, languageId } : { languageId }))
  ])
}

function shown(value: unknown): string {
  const text = onOneLine(JSON.stringify(value))
  return text.length > shownLength ? `${trimCut(text.slice(0, shownLength))}…` : text
}

function warn(message: string): void {
  const open = l10n.t('Open Settings')
  void window.showWarningMessage(message, open).then((chosen) => {
    if (chosen === open) void commands.executeCommand('workbench.action.openSettings', settingsSection)
  })
}
