import { QuickPickItemKind, ThemeIcon, window, type QuickPick, type QuickPickItem } from 'vscode'
import { addCode, withCodeEdits, type Code, type CodeEdit, type Codebook } from '../annotations'
import { codeIcon } from '../editor/codeIcon'
import { disposableList } from '../util/disposable'
import { l10n } from '../workspace/l10n'
import { bestRow, pickerRows, type PickerRow } from './pickerRows'
import { shownWords } from './shownWords'
import { signing } from './signing'
import type { CodebookTools } from './tools'

export interface PickOptions {
  readonly title: string
  /** `Code.id`s that all the words have already. */
  readonly present?: ReadonlySet<string>
  /** `Code.id`s that are not offered. */
  readonly without?: ReadonlySet<string>
  /** The words that are coded, where a code may be named by them. */
  readonly words?: string
  /** Whether several may be chosen, by a button. */
  readonly several?: boolean
}

/** What was picked. */
export interface PickedCodes {
  readonly give: readonly Code[]
  /** Those of `present` that were picked again or unchecked. */
  readonly take: readonly Code[]
  /** Makes those of the codes that are new. */
  readonly edits: readonly CodeEdit[]
}

interface RowItem extends QuickPickItem {
  readonly row: PickerRow | undefined
}

/** Asks for one code, that is there or new. Undefined when the user steps back. */
export async function askCode(
  tools: CodebookTools,
  options: PickOptions
): Promise<{ readonly code: Code; readonly edits: readonly CodeEdit[] } | undefined> {
  const picked = await pickCodes(tools, { ...options, several: false })
  const code = picked?.give[0]
  return picked && code && { code, edits: picked.edits }
}

/**
 * Shows the codes with the last used ones first: type, Enter. A name that no code has makes one on the spot. Undefined when the
 * user steps back or nothing is open that has a codebook.
 */
export async function pickCodes(tools: CodebookTools, options: PickOptions): Promise<PickedCodes | undefined> {
  const codebook = tools.active.codebook()
  if (!codebook) {
    void window.showInformationMessage(l10n.t('Open a folder or an article first: the codebook is kept beside it.'))
    return undefined
  }
  const rows = await pickRows(codebook, tools.recent.list(), options)
  if (!rows) return undefined
  const present = options.present ?? new Set<string>()
  const chosen = chosenCodes(tools, rows.picked)
  const take = rows.isSeveral
    ? codebook.project.codes.filter(({ id }) => present.has(id) && !chosen.codes.some((code) => code.id === id))
    : chosen.codes.filter(({ id }) => present.has(id))
  return { give: chosen.codes.filter(({ id }) => !present.has(id)), take, edits: chosen.edits }
}

/** The codes of rows; new ones are made in the codebook as it is now. */
function chosenCodes(tools: CodebookTools, rows: readonly PickerRow[]): { codes: Code[]; edits: CodeEdit[] } {
  const codes: Code[] = []
  const edits: CodeEdit[] = []
  for (const row of rows) {
    const codebook = tools.active.codebook()
    if (!codebook) continue
    if (row.kind === 'code') codes.push(row.code)
    else {
      const added = addCode(withCodeEdits(codebook, edits), row.names, signing(tools.annotations))
      if (!added) continue
      codes.push(added.code)
      edits.push(...added.edits)
    }
  }
  return { codes, edits }
}

function pickRows(
  codebook: Codebook,
  recent: readonly string[],
  { title, present = new Set(), without, words, several = false }: PickOptions
): Promise<{ readonly picked: readonly PickerRow[]; readonly isSeveral: boolean } | undefined> {
  const owned = disposableList()
  const picker = owned.add(window.createQuickPick<RowItem>())
  const source = { codebook, recent, present, ...(without && { without }), ...(words !== undefined && { words }) }
  const severalButton = { iconPath: new ThemeIcon('checklist'), tooltip: l10n.t('Choose several codes') }
  picker.title = title
  picker.placeholder = l10n.t('Type a code; Enter takes the first one, or makes a new one')
  picker.matchOnDescription = true
  if (several) picker.buttons = [severalButton]

  const show = () => {
    const chosen = new Set(picker.selectedItems.map(({ row }) => rowKey(row)))
    picker.items = withHeadings(pickerRows(source, picker.value), picker)
    if (picker.canSelectMany) picker.selectedItems = picker.items.filter(({ row }) => row && chosen.has(rowKey(row)))
  }
  /** A quick Enter comes before the picker knows the rows for what was typed; what is active is then a row of those before. */
  const activeRow = () => {
    const [active] = picker.activeItems
    const isPresent = active !== undefined && picker.items.includes(active)
    const row = isPresent ? active.row : bestRow(pickerRows(source, picker.value), picker.value)
    return row ? [row] : []
  }
  show()
  return new Promise((resolve) => {
    owned.add(picker.onDidChangeValue(show))
    owned.add(
      picker.onDidTriggerButton(() => {
        picker.canSelectMany = true
        picker.buttons = []
        picker.placeholder = l10n.t('Check the codes; Enter gives them')
        show()
        picker.selectedItems = picker.items.filter(({ row }) => row?.kind === 'code' && row.isPresent)
      })
    )
    owned.add(
      picker.onDidAccept(() => {
        const picked = picker.canSelectMany ? picker.selectedItems.flatMap(({ row }) => row ?? []) : activeRow()
        if (picked.length > 0 || picker.canSelectMany) resolve({ picked, isSeveral: picker.canSelectMany })
        picker.hide()
      })
    )
    owned.add(
      picker.onDidHide(() => {
        resolve(undefined)
        owned.dispose()
      })
    )
    picker.show()
  })
}

function rowKey(row: PickerRow | undefined): string {
  return row?.kind === 'code' ? row.code.id : (row?.names.join(' > ') ?? '')
}

function withHeadings(rows: readonly PickerRow[], { value, canSelectMany }: QuickPick<RowItem>): RowItem[] {
  const items: RowItem[] = []
  const isFirstRecent = rows[0]?.kind === 'code' && rows[0].isRecent
  if (isFirstRecent && value === '') items.push(heading(l10n.t('used last')))
  let wasRecent = isFirstRecent
  for (const row of rows) {
    const isRecent = row.kind === 'code' && row.isRecent
    if (wasRecent && !isRecent && value === '') items.push(heading(l10n.t('codes')))
    wasRecent = isRecent
    items.push(itemOf(row, canSelectMany))
  }
  return items
}

function heading(label: string): RowItem {
  return { label, kind: QuickPickItemKind.Separator, row: undefined }
}

function itemOf(row: PickerRow, isSeveral: boolean): RowItem {
  if (row.kind === 'code') {
    const { code, above, isPresent } = row
    const description = [
      above.map((name) => shownWords(name, 40)).join(' \u203A '),
      code.shortcut && l10n.t('key {0}', code.shortcut),
      isPresent && !isSeveral && l10n.t('given; Enter takes it off')
    ]
    return {
      label: shownWords(code.name),
      description: description.filter(Boolean).join(' \u00B7 '),
      iconPath: isPresent && !isSeveral ? new ThemeIcon('check') : codeIcon(code.color),
      row
    }
  }
  // What was typed is no part of the label: VS Code would sort the row by it, before the codes.
  const names = row.names.map((name) => shownWords(name)).join(' \u203A ')
  return {
    label: row.kind === 'new' ? l10n.t('New code') : l10n.t('Code named by these words'),
    description: names,
    iconPath: new ThemeIcon(row.kind === 'new' ? 'add' : 'quote'),
    alwaysShow: true,
    row
  }
}
