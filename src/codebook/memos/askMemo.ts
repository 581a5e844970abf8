import { ThemeIcon, ViewColumn, window, workspace } from 'vscode'
import type { MemoPlace } from '../../annotations'
import { disposableList } from '../../util/disposable'
import { l10n } from '../../workspace/l10n'
import { memoUri } from './memoFiles'
import { placeName, presentText, saveMemo } from './memos'
import type { CodebookTools } from '../tools'

/** Longer memos, and those of several lines, are written in an editor. UTF-16 units. */
const longestInBox = 160

/** Lets the user write a memo: a short one in a box, with a way into an editor beside the article. */
export async function askMemo(tools: CodebookTools, place: MemoPlace): Promise<void> {
  const text = presentText(tools, place)
  if (text.length > longestInBox || /[\r\n]/.test(text)) return writeInEditor(tools, place, text)
  const answer = await askLine(l10n.t('Memo on {0}', placeName(tools, place)), text)
  if (!answer) return
  if (answer.inEditor) await writeInEditor(tools, place, answer.text)
  else saveMemo(tools, place, answer.text)
}

/** Opens the memo's document; it is saved like any other, and what was typed before is in it. */
async function writeInEditor(tools: CodebookTools, place: MemoPlace, typed: string): Promise<void> {
  tools.drafts.keep(place)
  if (typed !== presentText(tools, place)) saveMemo(tools, place, typed)
  const document = await workspace.openTextDocument(memoUri(tools, place))
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: false })
}

function askLine(
  title: string,
  value: string
): Promise<{ readonly text: string; readonly inEditor: boolean } | undefined> {
  const owned = disposableList()
  const box = owned.add(window.createInputBox())
  box.title = title
  box.value = value
  box.prompt = value === '' ? l10n.t('Enter keeps the memo') : l10n.t('Enter keeps the memo; an empty one is deleted')
  box.buttons = [{ iconPath: new ThemeIcon('edit'), tooltip: l10n.t('Write several lines in an editor') }]
  return new Promise((resolve) => {
    owned.add(
      box.onDidAccept(() => {
        resolve({ text: box.value, inEditor: false })
        box.hide()
      })
    )
    owned.add(
      box.onDidTriggerButton(() => {
        resolve({ text: box.value, inEditor: true })
        box.hide()
      })
    )
    owned.add(
      box.onDidHide(() => {
        resolve(undefined)
        owned.dispose()
      })
    )
    box.show()
  })
}
