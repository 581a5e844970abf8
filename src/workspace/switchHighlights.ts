import { ConfigurationTarget, workspace, type ConfigurationScope, type Disposable } from 'vscode'
import type { HighlightId } from '../protocol/common'
import { l10n } from './l10n'
import { highlights, highlightsText, settingsSection } from './settings'
import type { SettingName } from './settingValues'

/** What a legend calls the highlights. */
export function highlightNames(): Readonly<Record<HighlightId, string>> {
  return {
    persons: l10n.t('Persons'),
    organizations: l10n.t('Organizations'),
    groups: l10n.t('Groups'),
    places: l10n.t('Places'),
    quotes: l10n.t('Quotes'),
    sources: l10n.t('Sources')
  }
}

/** Switches a highlight on or off, in the settings. Switching one on while all highlighting is off switches that on, too. */
export async function setHighlight(id: HighlightId, on: boolean): Promise<void> {
  if (on && !highlightsText()) await setSwitch('highlight.enabled', true)
  if (highlights()[id] !== on) await setSwitch(`highlight.${id}`, on)
}

/** Switches all highlighting on or off, whatever of it is on. */
export function setHighlighting(on: boolean): Promise<void> {
  return setSwitch('highlight.enabled', on)
}

/** What `highlights` gives, or what else can be seen in a text, may have changed. */
export function onDidChangeHighlights(listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((change) => {
    if (
      change.affectsConfiguration(`${settingsSection}.highlight`) ||
      change.affectsConfiguration(`${settingsSection}.quotes`)
    )
      listener()
  })
}

const languages: readonly (ConfigurationScope | undefined)[] = [
  undefined,
  { languageId: 'plaintext' },
  { languageId: 'markdown' }
]

/** For the user, or where the folder's settings already say it; and for a language of articles wherever it has a value of its own. */
async function setSwitch(name: SettingName, on: boolean): Promise<void> {
  for (const scope of languages) {
    const settings = workspace.getConfiguration(settingsSection, scope)
    const set = settings.inspect<unknown>(name)
    const isLanguage = scope !== undefined
    const user = isLanguage ? set?.globalLanguageValue : set?.globalValue
    const here = isLanguage ? set?.workspaceLanguageValue : set?.workspaceValue
    if (here !== undefined) await settings.update(name, on, ConfigurationTarget.Workspace, isLanguage)
    else if (user !== undefined || !isLanguage) await settings.update(name, on, ConfigurationTarget.Global, isLanguage)
  }
}
