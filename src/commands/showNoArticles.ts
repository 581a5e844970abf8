import { commands, ThemeIcon, window, type Disposable, type QuickInputButton, type QuickPickItem } from 'vscode'
import { printableMessage } from '../util/printable'
import type { ArticleFolder } from '../workspace/articleFolder'
import type { FolderArticle } from '../workspace/folderArticle'
import { l10n } from '../workspace/l10n'
import { whyNoArticle } from '../workspace/verdictText'

interface Row extends QuickPickItem {
  readonly file: FolderArticle
}

/** Lists the folder's files that are no articles with the reason of each; one is opened, or taken for an article by its button. */
export function registerShowNoArticles(folder: ArticleFolder): Disposable {
  return commands.registerCommand('articleAnnotator.showNoArticles', () => {
    const files = folder.noArticles()
    if (files.length === 0) return void window.showInformationMessage(l10n.t('All files of the folder are articles.'))
    const take: QuickInputButton = { iconPath: new ThemeIcon('check'), tooltip: l10n.t('Treat as Article') }
    const pick = window.createQuickPick<Row>()
    pick.title =
      files.length === 1 ? l10n.t('One file is no article') : l10n.t('{0} files are no articles', files.length)
    pick.placeholder = l10n.t('Choose one to open it')
    pick.matchOnDetail = true
    pick.items = files.map((file) => ({
      file,
      label: printableMessage(file.name, 200),
      detail: whyNoArticle(file.standing, file.head.verdict),
      buttons: [take]
    }))
    pick.onDidTriggerItemButton(({ item }) => {
      pick.hide()
      void commands.executeCommand('articleAnnotator.markArticle', argumentOf(item.file))
    })
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems
      pick.hide()
      if (chosen) void window.showTextDocument(chosen.file.uri)
    })
    pick.onDidHide(() => pick.dispose())
    pick.show()
  })
}

/** What `markArticle` is told of the file. */
function argumentOf({ uri }: FolderArticle) {
  return { uri: uri.toString(), start: 0, end: 0 }
}
