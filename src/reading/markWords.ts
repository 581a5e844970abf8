import { commands, window, type QuickPickItem, type TextDocument } from 'vscode'
import type { Span } from '../article'
import type { ReadingMark } from '../protocol/reading'
import { l10n } from '../workspace/l10n'

interface NameItem extends QuickPickItem {
  readonly command: string
}

/** Makes of words what the reader chose, by the command that does it in a text editor. */
export async function markWords(document: TextDocument, { start, end }: Span, mark: ReadingMark): Promise<void> {
  const command = mark === 'name' ? await pickName(document.getText().slice(start, end)) : commandOf(mark)
  if (command === undefined) return
  const argument = { uri: document.uri.toString(), start, end, webviewSection: 'selection' }
  await commands.executeCommand(`articleAnnotator.${command}`, argument)
}

function commandOf(mark: Exclude<ReadingMark, 'name'>): string {
  return { quote: 'markQuote', code: 'code', note: 'memo' }[mark]
}

async function pickName(words: string): Promise<string | undefined> {
  const items: readonly NameItem[] = [
    { label: `$(person) ${l10n.t('Person')}`, command: 'markPerson' },
    { label: `$(organization) ${l10n.t('Organization')}`, command: 'markOrganization' },
    { label: `$(organization) ${l10n.t('Group')}`, command: 'markGroup' },
    { label: `$(location) ${l10n.t('Place')}`, command: 'markPlace' },
    { label: `$(globe) ${l10n.t('Acting Place')}`, command: 'markActingPlace' }
  ]
  const shown = words.slice(0, 60).replace(/\s+/g, ' ')
  return (await window.showQuickPick(items, { title: l10n.t('What is \u201C{0}\u201D the name of?', shown) }))?.command
}
