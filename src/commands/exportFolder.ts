import { commands, l10n, window, workspace, type Disposable, type LogOutputChannel, type Uri } from 'vscode'
import type { ArticleFolder } from '../workspace/articleFolder'
import { hasFolder, refreshWithProgress } from './analyzeFolder'
import { askExportTarget, exportChoice } from './exportTarget'
import { writeExport } from './writeExport'

/** Exports all articles of the folder, which are read first. Gives the written file to a caller, undefined when there is none. */
export function registerExportFolder(folder: ArticleFolder, log: LogOutputChannel): Disposable {
  return commands.registerCommand(
    'articleAnnotator.exportFolder',
    async (argument: unknown): Promise<Uri | undefined> => {
      if (!(await hasFolder())) return undefined
      const home = workspace.workspaceFolders?.[0]
      const target = await askExportTarget(exportChoice(argument), home?.uri, home?.name ?? 'articles')
      if (!target || !(await refreshWithProgress(folder))) return undefined
      const articles = folder.articles().filter(({ uri }) => uri.toString() !== target.uri.toString())
      if (articles.length === 0) {
        void window.showWarningMessage(l10n.t('No article of this folder can be read, so there is nothing to export.'))
        return undefined
      }
      return (await writeExport(target, articles, log)) ? target.uri : undefined
    }
  )
}
