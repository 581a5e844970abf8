import { commands, Uri, window } from 'vscode'
import type { StudyFilter } from '../study/studyFilter'
import { nameCondition, withCondition } from '../util/filterQuery'
import type { Disposable } from '../util/disposable'
import type { ArticleFolder } from '../workspace/articleFolder'
import { l10n } from '../workspace/l10n'
import { articleChoices, withArticles, type Choice } from './articleChoices'
import { fileName } from './articleEntry'

/** Chooses articles that the lists are of: those selected in the explorer, or some of a list. `onChosen` shows the folder. */
export function registerSelectArticles(
  folder: Pick<ArticleFolder, 'snapshot'>,
  filter: StudyFilter,
  onChosen: () => void
): Disposable {
  return commands.registerCommand(
    'articleAnnotator.selectArticles',
    async (clicked: unknown, selected: unknown): Promise<void> => {
      const all = articleChoices(folder.snapshot()?.articles ?? [], filter.query())
      const uris = [selected, clicked].flat().filter((one) => one instanceof Uri)
      const chosen = uris.length > 0 ? conditionsFor(uris, folder) : await pick(all)
      if (!chosen) return
      filter.set(withArticles(filter.query(), chosen))
      onChosen()
    }
  )
}

/** Of a row's menu: leaves what one source says, or everybody again. */
export function registerShowOnlySource(filter: StudyFilter): Disposable {
  return commands.registerCommand('articleAnnotator.showOnlySource', (row: unknown) => {
    const { source } = (row ?? {}) as { readonly source?: unknown }
    if (typeof source === 'string') filter.set(withCondition(filter.query(), nameCondition('source', source)))
  })
}

/** Of a row's menu: lists what is said about somebody or a place. */
export function registerShowQuotesAbout(): Disposable {
  return commands.registerCommand('articleAnnotator.showQuotesAbout', async (row: unknown): Promise<void> => {
    const { about } = (row ?? {}) as { readonly about?: unknown }
    if (typeof about !== 'string') return
    await commands.executeCommand('articleAnnotator.showQuotes', {
      query: nameCondition('about', about),
      show: 'quotes'
    })
  })
}

async function pick(choices: readonly Choice[]): Promise<readonly string[] | undefined> {
  const items = choices.map(({ title, path, condition, isChosen }) => ({
    label: title,
    description: path === title ? '' : path,
    picked: isChosen,
    condition
  }))
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Select Articles'),
    placeHolder: l10n.t('Choose the articles to show; choose none to show all'),
    canPickMany: true,
    matchOnDescription: true
  })
  return picked?.map(({ condition }) => condition)
}

function conditionsFor(uris: readonly Uri[], folder: Pick<ArticleFolder, 'snapshot'>): readonly string[] {
  const snapshot = folder.snapshot()
  const known = new Map(
    articleChoices(snapshot?.articles ?? [], '').map((choice, index) => [snapshot?.articles[index]?.id, choice])
  )
  return uris.map((uri) => known.get(uri.toString())?.condition ?? nameCondition('article', fileName(uri.path)))
}
