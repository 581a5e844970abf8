import { window } from 'vscode'
import { cleanCodeName, longestCodeName } from '../annotations'
import { l10n } from '../workspace/l10n'

/** Asks for the name of a code. Undefined when the user steps back; never empty. */
export async function askCodeName(title: string, value = ''): Promise<string | undefined> {
  const name = await window.showInputBox({
    title,
    value,
    prompt: l10n.t('Names of several levels are written with a mark between them: Economy > Taxes'),
    validateInput: (text) => {
      if (cleanCodeName(text) === '') return l10n.t('A code needs a name.')
      return text.length > longestCodeName ? l10n.t('At most {0} characters.', longestCodeName) : undefined
    }
  })
  return name === undefined || cleanCodeName(name) === '' ? undefined : name
}
