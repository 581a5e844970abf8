import { Uri, window, workspace, type QuickPickItem } from 'vscode'
import { exchangeFormats, type ExchangeFormat, type ExportContent } from '../../exchange'
import { l10n } from '../../workspace/l10n'
import { cannotHoldText, exportMenu, proposedFileName } from './exportMenu'
import type { ExportScope } from './exportChoice'

/** The last choice comes first. Undefined when the user steps back. */
export async function askFormat(last: ExchangeFormat | undefined): Promise<ExchangeFormat | undefined> {
  const items = exportMenu(exchangeFormats, l10n.t)
  const options = { title: l10n.t('Export as'), matchOnDescription: true, matchOnDetail: true }
  return (
    await window.showQuickPick(
      lastFirst(items, ({ format }) => format === last),
      options
    )
  )?.format
}

export interface ScopeOption {
  readonly scope: ExportScope
  /** How many articles, or the filter. */
  readonly description: string
}

/** Asks only where there is a choice, or where the format cannot hold something, which has to be said before. */
export async function askScope(
  options: readonly ScopeOption[],
  last: ExportScope | undefined,
  format: ExchangeFormat,
  isTold: boolean
): Promise<ExportScope | undefined> {
  const told = cannotHoldText(format, l10n.t)
  const [first] = options
  if (options.length === 1 && first && (isTold || told === undefined)) return first.scope
  const items = options.map((option) => ({ ...option, label: scopeNames()[option.scope] }))
  return (
    await window.showQuickPick(
      lastFirst(items, ({ scope }) => scope === last),
      {
        title: l10n.t('Export as {0}', l10n.t(format.label)),
        placeHolder: told && !isTold ? told : l10n.t('What to export')
      }
    )
  )?.scope
}

function scopeNames(): Readonly<Record<ExportScope, string>> {
  return {
    article: l10n.t('This article'),
    folder: l10n.t('The folder'),
    filter: l10n.t('What the filter of the sidebar shows')
  }
}

/** `hasSuggestions`: whether what was suggested can be had without what was decided. */
export async function askContent(
  hasSuggestions: boolean,
  last: ExportContent | undefined
): Promise<ExportContent | undefined> {
  const items: readonly (QuickPickItem & { readonly content: ExportContent })[] = [
    { content: 'both', label: l10n.t('Suggestions and decisions'), description: l10n.t('as they are shown') },
    { content: 'decisions', label: l10n.t('Decisions only'), description: l10n.t('what somebody has decided') },
    ...(hasSuggestions
      ? [
          {
            content: 'suggestions' as const,
            label: l10n.t('Suggestions only'),
            description: l10n.t('as if nobody had decided anything')
          }
        ]
      : [])
  ]
  const options = { title: l10n.t('Which annotations to export') }
  return (
    await window.showQuickPick(
      lastFirst(items, ({ content }) => content === last),
      options
    )
  )?.content
}

/** "" for all of them. */
export async function askAnnotator(names: readonly string[], last: string | undefined): Promise<string | undefined> {
  const items = [{ label: l10n.t('All annotators'), name: '' }, ...names.map((name) => ({ label: name, name }))]
  const options = { title: l10n.t('Whose decisions to export') }
  return (
    await window.showQuickPick(
      lastFirst(items, ({ name }) => name === last),
      options
    )
  )?.name
}

/** `name` and `folder` make the file name that is proposed. */
export async function askFile(format: ExchangeFormat, folder: Uri | undefined, name: string): Promise<Uri | undefined> {
  const home = folder ?? workspace.workspaceFolders?.[0]?.uri
  const label = l10n.t(format.label)
  return window.showSaveDialog({
    ...(home && { defaultUri: Uri.joinPath(home, proposedFileName(format, name)) }),
    filters: { [label]: [format.extension] },
    title: l10n.t('Export as {0}', label)
  })
}

function lastFirst<Item>(items: readonly Item[], isLast: (item: Item) => boolean): readonly Item[] {
  return [...items.filter(isLast), ...items.filter((item) => !isLast(item))]
}
