import { commands, window, type Disposable, type TreeView } from 'vscode'
import { addCode, codePathNames, recode, withoutCodings, type PlacedCoding } from '../../annotations'
import { l10n } from '../../workspace/l10n'
import { rowOfKey } from '../../workspace/rowOfKey'
import { askCodeName } from '../askCodeName'
import { codingsById } from '../codingsById'
import { codingsIn, type CodingRow } from '../codingRows'
import type { CodingsView } from '../codingsView'
import { knownLayers } from '../layeredArticles'
import { askMemo } from '../memos/askMemo'
import { performStep } from '../performStep'
import { askCode, type PickOptions } from '../pickCodes'
import { quoted, targetWords } from '../shownWords'
import { now, signing } from '../signing'
import type { CodebookTools } from '../tools'

/** What is done with the codings that are selected in their view: another code, a new finer code, none, a memo. */
export function registerCodingsCommands(tools: CodebookTools, { view }: CodingsView): readonly Disposable[] {
  return [
    codingsCommand('articleAnnotator.codings.recode', tools, view, async (codings) => {
      const options: PickOptions = { title: l10n.t('Move {0} to which code?', countText(codings)) }
      const target = await askCode(tools, options)
      if (!target) return
      const present = namedAgain(tools, codings)
      const edits = recode(knownLayers(tools.annotations), present, target.code.id, now())
      const label = l10n.t('Recode {0} as {1}', countText(present), quoted(target.code.name))
      if (performStep(tools, label, [...target.edits, ...edits])) tools.recent.used([target.code.id])
    }),
    codingsCommand('articleAnnotator.codings.split', tools, view, async (codings) => {
      const parent = tools.active.codebook()?.project.codes.find(({ id }) => id === codings[0]?.coding.code)
      const title = parent
        ? l10n.t('Split {0} off {1}: name of the finer code', countText(codings), quoted(parent.name))
        : l10n.t('Name of the new code')
      const name = await askCodeName(title)
      const codebook = tools.active.codebook()
      const added = name && codebook && addCode(codebook, codePathNames(name), signing(tools.annotations), parent?.id)
      if (!added) return
      const present = namedAgain(tools, codings)
      const edits = recode(knownLayers(tools.annotations), present, added.code.id, now())
      performStep(tools, l10n.t('Split {0} off as {1}', countText(present), quoted(added.code.name)), [
        ...added.edits,
        ...edits
      ])
    }),
    codingsCommand('articleAnnotator.codings.delete', tools, view, (codings) => {
      const label =
        codings.length === 1
          ? l10n.t('Take the code off {0}', quoted(targetWords(codings[0]!.coding.target)))
          : l10n.t('Take the codes off {0}', countText(codings))
      performStep(tools, label, withoutCodings(codings))
    }),
    codingsCommand('articleAnnotator.codings.memo', tools, view, async ([placed]) => {
      if (placed) await askMemo(tools, { kind: 'decision', article: placed.article, decision: placed.coding })
    })
  ]
}

/** Arguments may be anything. */
function codingsCommand(
  id: string,
  tools: CodebookTools,
  view: TreeView<CodingRow>,
  run: (codings: readonly PlacedCoding[]) => void | Promise<void>
): Disposable {
  return commands.registerCommand(id, async (given: unknown, rows: unknown): Promise<void> => {
    const row = await rowOfKey(given, view)
    const named = Array.isArray(rows) && rows.length > 0 ? rows : row === undefined ? view.selection : [row]
    const codings = namedAgain(tools, codingsIn(named.filter(isRow)))
    if (codings.length === 0) {
      void window.showInformationMessage(l10n.t('Select a coding in the list of codings first.'))
      return
    }
    if (await tools.askAnnotator()) await run(codings)
  })
}

/** The codings as they are now: while a question was open, they may have changed. */
function namedAgain({ annotations }: CodebookTools, codings: readonly PlacedCoding[]): readonly PlacedCoding[] {
  return codingsById(annotations, new Set(codings.map(({ coding }) => coding.id)))
}

function isRow(row: unknown): row is CodingRow {
  if (typeof row !== 'object' || row === null) return false
  if ('codings' in row) return Array.isArray(row.codings)
  return 'coding' in row && typeof row.coding === 'object' && row.coding !== null && 'id' in row.coding
}

function countText(codings: readonly PlacedCoding[]): string {
  return codings.length === 1
    ? quoted(targetWords(codings[0]!.coding.target), 40)
    : l10n.t('{0} codings', codings.length)
}
