import { commands, Uri, window } from 'vscode'
import type { StudyFilter } from '../study/studyFilter'
import { conditionsOf, nameCondition, readQuery, withCondition } from '../util/filterQuery'
import { isNamed } from '../util/facets'
import type { Disposable } from '../util/disposable'
import type { ArticleFolder } from '../workspace/articleFolder'
import type { FolderArticle } from '../workspace/folderArticle'
import { l10n } from '../workspace/l10n'
import { articleFacts, articleTitle, fileName } from './articleEntry'

/** An article that may be chosen, and what the filter calls it. */
export interface Choice {
  readonly title: string
  readonly path: string
  readonly condition: string
  readonly isChosen: boolean
}

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

/** In the order of the folder. A headline that several articles have does not tell them apart: they go by their files. */
export function articleChoices(articles: readonly FolderArticle[], filter: string): readonly Choice[] {
  const wanted = readQuery(filter).facets.articles
  const titles = articles.map(articleTitle)
  const counts = new Map<string, number>()
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1)
  return articles.map((article, index) => {
    const title = titles[index]!
    const { names } = articleFacts(article)
    return {
      title,
      path: article.name,
      condition: nameCondition('article', counts.get(title) === 1 ? title : fileName(article.name)),
      isChosen: wanted.some((name) => names.some((known) => isNamed(name, known)))
    }
  })
}

/** A filter that leaves these articles, in place of those that it left. */
export function withArticles(filter: string, conditions: readonly string[]): string {
  const known = conditionsOf(filter).filter((condition) => /^article:/i.test(condition))
  const others = known.reduce(withCondition, filter)
  return [...new Set(conditions)].reduce(withCondition, others)
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
    placeHolder: l10n.t('Articles that the lists show; none for all'),
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
  return uris.map(
    (uri) =>
      known.get(uri.toString())?.condition ?? nameCondition('article', uri.path.slice(uri.path.lastIndexOf('/') + 1))
  )
}
