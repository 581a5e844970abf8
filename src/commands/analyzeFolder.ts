import {
  commands,
  ProgressLocation,
  window,
  workspace,
  type Disposable,
  type LogOutputChannel,
  type Progress
} from 'vscode'
import type { ArticleFolder } from '../workspace/articleFolder'
import { printableMessage, withoutMarks } from '../util/printable'
import type { FolderProblem, FolderRemark } from '../workspace/folderArticle'
import type { FolderProgress } from '../workspace/folderProgress'
import { l10n } from '../workspace/l10n'
import { remarkText } from '../workspace/remarkText'

/** What the command gives back to a caller. */
export interface FolderSummary {
  readonly articles: number
  readonly problems: readonly { readonly name: string; readonly problem: FolderProblem['problem'] }[]
  /** False when it was cancelled or could not begin. */
  readonly complete: boolean
}

export function registerAnalyzeFolder(folder: ArticleFolder, log: LogOutputChannel): Disposable {
  return commands.registerCommand('articleAnnotator.analyzeFolder', async (): Promise<FolderSummary | undefined> => {
    if (!(await hasFolder())) return undefined
    const complete = await refreshWithProgress(folder)
    if (complete) tellResult(folder, log)
    return {
      articles: folder.articles().length,
      problems: folder.problems().map(({ name, problem }) => ({ name, problem })),
      complete
    }
  })
}

/** Reads the folder with progress and cancel. True when every file was looked at. */
export async function refreshWithProgress(folder: ArticleFolder): Promise<boolean> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Reading articles'), cancellable: true },
    (progress, token) => folder.refresh(shownIn(progress), token)
  )
}

/** Shows in a notification how far it is, and how long the rest takes. */
function shownIn(progress: Progress<{ message?: string; increment?: number }>): (reading: FolderProgress) => void {
  let reported = 0
  return ({ done, total, secondsLeft }) => {
    const percent = (100 * done) / total
    const message = secondsLeft === undefined ? `${done} / ${total}` : `${done} / ${total}, ${timeLeft(secondsLeft)}`
    progress.report({ message, increment: percent - reported })
    reported = percent
  }
}

function timeLeft(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (seconds < 50) return l10n.t('less than a minute left')
  return minutes <= 1 ? l10n.t('about a minute left') : l10n.t('about {0} minutes left', minutes)
}

/** Whether a folder is open; offers to open one. */
export async function hasFolder(): Promise<boolean> {
  if (workspace.workspaceFolders?.length) return true
  const open = l10n.t('Open Folder')
  const chosen = await window.showInformationMessage(l10n.t('Open a folder with articles first.'), open)
  if (chosen === open) await commands.executeCommand('workbench.action.files.openFolder')
  return false
}

function tellResult(folder: ArticleFolder, log: LogOutputChannel): void {
  const problems = folder.problems()
  const remarks = folder.remarks()
  const count = folder.articles().length
  for (const { name, remarks: said } of remarks) for (const remark of said) log.info(`${name}: ${remarkText(remark)}`)
  const others = folder.noArticles().length
  if (count + problems.length + others === 0) {
    void window.showInformationMessage(l10n.t('This folder has no articles (.txt, .md).'))
  } else if (count + problems.length === 0) {
    void tellNoArticles(l10n.t('None of the {0} files in this folder looks like an article.', others))
  } else if (problems.length === 0 && remarks.length > 0) {
    void tellRemarks(count, remarks, log)
  } else if (problems.length === 0) {
    const read = count === 1 ? l10n.t('One article read') : l10n.t('{0} articles read', count)
    window.setStatusBarMessage(others === 0 ? read : l10n.t('{0}; {1} files are no articles', read, others), 5000)
  } else {
    void warn(count, problems, log)
  }
}

async function tellNoArticles(message: string): Promise<void> {
  const show = l10n.t('Show Them')
  const chosen = await window.showInformationMessage(message, show)
  if (chosen === show) await commands.executeCommand('articleAnnotator.showNoArticles')
}

async function tellRemarks(count: number, remarks: readonly FolderRemark[], log: LogOutputChannel): Promise<void> {
  const details = l10n.t('Details')
  const [first] = remarks
  const example = first ? `${shown(first.name)}: ${first.remarks.map(remarkText).join(' ')}` : ''
  const chosen = await window.showInformationMessage(
    remarks.length === 1
      ? l10n.t('{0} articles read. {1}', count, example)
      : l10n.t(
          '{0} articles read; {1} of them are not quite as they should be, such as {2}',
          count,
          remarks.length,
          example
        ),
    details
  )
  if (chosen === details) log.show()
}

function shown(name: string): string {
  return withoutMarks(printableMessage(name, 120))
}

async function warn(count: number, problems: readonly FolderProblem[], log: LogOutputChannel): Promise<void> {
  for (const { name, problem } of problems) log.warn(`${name}: ${problem}`)
  const details = l10n.t('Details')
  const named = problems
    .slice(0, 3)
    .map(({ name, problem }) => `${shown(name)} (${problemName(problem)})`)
    .join(', ')
  const rest = problems.length > 3 ? l10n.t(' and {0} more', problems.length - 3) : ''
  const chosen = await window.showWarningMessage(
    l10n.t('{0} articles read. Left out: {1}', count, named + rest),
    details
  )
  if (chosen === details) log.show()
}

function problemName(problem: FolderProblem['problem']): string {
  switch (problem) {
    case 'missing':
      return l10n.t('disappeared')
    case 'no-file':
      return l10n.t('not a file')
    case 'unreadable':
      return l10n.t('cannot be read')
    case 'binary':
      return l10n.t('not text')
    case 'too-large':
      return l10n.t('too large')
    case 'failed':
      return l10n.t('analysis failed')
  }
}
