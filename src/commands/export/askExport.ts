import { Uri, window, workspace, type QuickPickItem } from 'vscode'
import { exchangeFormats, type ExchangeFormat, type ExportContent } from '../../exchange'
import { back } from '../../util/askInTurn'
import { pickOne } from '../../workspace/askingBoxes'
import { l10n } from '../../workspace/l10n'
import { cannotHoldText, exportMenu, proposedFileName } from './exportMenu'
import type { ExportScope } from './exportChoice'

/** What was chosen; `back` for the question before, undefined when the user leaves. */
type Chosen<Value> = Promise<Value | typeof back | undefined>

/** The last choice comes first. */
export async function askFormat(last: ExchangeFormat | undefined, hasBack: boolean): Chosen<ExchangeFormat> {
  const items = lastFirst(exportMenu(exchangeFormats, l10n.t), ({ format }) => format === last)
  const picked = await pickOne(items, { title: l10n.t('Export as'), matchesAll: true, hasBack })
  return picked === back ? back : picked?.format
}

export interface ScopeOption {
  readonly scope: ExportScope
  /** How many articles, or the filter. */
  readonly description: string
}

/** Whether there is a choice, or the format cannot hold something, which has to be said before. */
export function hasToAskScope(options: readonly ScopeOption[], format: ExchangeFormat, isTold: boolean): boolean {
  return options.length > 1 || (!isTold && cannotHoldText(format, l10n.t) !== undefined)
}

export async function askScope(
  options: readonly ScopeOption[],
  last: ExportScope | undefined,
  format: ExchangeFormat,
  { isTold, hasBack }: { readonly isTold: boolean; readonly hasBack: boolean }
): Chosen<ExportScope> {
  const told = cannotHoldText(format, l10n.t)
  const items = options.map((option) => ({ ...option, label: scopeNames()[option.scope] }))
  const picked = await pickOne(
    lastFirst(items, ({ scope }) => scope === last),
    {
      title: l10n.t('Export as {0}', l10n.t(format.label)),
      placeHolder: told && !isTold ? told : l10n.t('What to export'),
      hasBack
    }
  )
  return picked === back ? back : picked?.scope
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
  last: ExportContent | undefined,
  hasBack: boolean
): Chosen<ExportContent> {
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
  const picked = await pickOne(
    lastFirst(items, ({ content }) => content === last),
    { title: l10n.t('Which annotations to export'), hasBack }
  )
  return picked === back ? back : picked?.content
}

/** "" for all of them. */
export async function askAnnotator(
  names: readonly string[],
  last: string | undefined,
  hasBack: boolean
): Chosen<string> {
  const items = [{ label: l10n.t('All annotators'), name: '' }, ...names.map((name) => ({ label: name, name }))]
  const picked = await pickOne(
    lastFirst(items, ({ name }) => name === last),
    { title: l10n.t('Whose decisions to export'), hasBack }
  )
  return picked === back ? back : picked?.name
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
