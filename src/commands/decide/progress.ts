import type { Disposable } from 'vscode'
import { reviewProgress, type Decision } from '../../annotations'
import { l10n } from '../../workspace/l10n'
import { showsAttitudes } from '../../workspace/settings'
import { decideCommand } from './perform'
import { say, type DecideTools, type Place } from './place'

/** Says how far the article is decided, and the folder. */
export function registerProgress(tools: DecideTools): Disposable {
  return decideCommand(tools, 'showProgress', async (place) => {
    await tools.annotations.loadAll()
    say(`${articleStanding(place)} \u00B7 ${folderStanding(tools)}`)
  })
}

/** "12 of 80 decided" */
export function articleStanding({ article, document }: Pick<Place, 'article' | 'document'>): string {
  const { decided, total } = reviewProgress({ article }, { attitudes: showsAttitudes(document) })
  return l10n.t('{0} of {1} decided', decided, total)
}

/** How much is decided in all articles that somebody has begun. Codes and memos decide nothing about a suggestion. */
export function folderStanding({ annotations, folder }: Pick<DecideTools, 'annotations' | 'folder'>): string {
  const begun = annotations
    .articles()
    .map((uri) => annotations.decisions(uri).filter(isProgress).length)
    .filter((count) => count > 0)
  const decisions = begun.reduce((sum, count) => sum + count, 0)
  const articles = Math.max(folder.articles().length, begun.length)
  return decisions === 1
    ? l10n.t('folder: 1 decision in 1 of {0} articles', articles)
    : l10n.t('folder: {0} decisions in {1} of {2} articles', decisions, begun.length, articles)
}

function isProgress({ kind }: Decision): boolean {
  return kind !== 'code' && kind !== 'noCode' && kind !== 'memo'
}
