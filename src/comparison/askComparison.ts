import { ProgressLocation, window, type Uri } from 'vscode'
import type { Annotations } from '../workspace/annotations/annotations'
import { shownName } from '../workspace/fileName'
import { l10n, shownNumber } from '../workspace/l10n'
import { isName, type ComparisonArgument } from './comparisonArgument'
import type { ComparisonChoice } from './comparisonSession'

/**
 * Asks for what was not given: which two annotators, the article that is shown or all of them, and in whose name is settled. What
 * can only be one thing is not asked. Undefined when the user steps back, or there are no two layers; the user is told.
 */
export async function askComparison(
  annotations: Annotations,
  shown: Uri | undefined,
  given: ComparisonArgument
): Promise<ComparisonChoice | undefined> {
  const articles = await loadedArticles(annotations, given.article ?? shown)
  const counts = countArticles(annotations, articles)
  const annotators = given.annotators ?? (await askAnnotators(counts))
  if (!annotators) return undefined
  const article =
    given.article ?? (given.annotators ? undefined : await askArticle(annotations, articles, shown, annotators))
  if (article === null) return undefined
  const third = given.third ?? (await askThird(annotators))
  return third === undefined ? undefined : { annotators, third, ...(article && { article }) }
}

async function loadedArticles(annotations: Annotations, article: Uri | undefined): Promise<readonly Uri[]> {
  await window.withProgress({ location: ProgressLocation.Window, title: l10n.t('Reading decisions') }, async () => {
    if (article) await annotations.load(article)
    await annotations.loadAll()
  })
  return annotations.articles()
}

/** How many articles each annotator has decided about, the busiest first. */
function countArticles(annotations: Annotations, articles: readonly Uri[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const article of articles) {
    for (const { annotator, decisions } of annotations.layers(article)) {
      if (decisions.length > 0) counts.set(annotator, (counts.get(annotator) ?? 0) + 1)
    }
  }
  return new Map([...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1)))
}

async function askAnnotators(counts: ReadonlyMap<string, number>): Promise<readonly [string, string] | undefined> {
  const names = [...counts.keys()]
  const [one, other, ...more] = names
  if (one === undefined || other === undefined) {
    void window.showInformationMessage(
      l10n.t(
        'Two annotators are needed, and {0} has decided anything here. The layers of others are files in the folder .annotations.',
        one ?? l10n.t('nobody')
      )
    )
    return undefined
  }
  if (more.length === 0) return [one, other]
  const first = await pickName(l10n.t('Compare which annotator?'), names, counts)
  if (first === undefined) return undefined
  const others = names.filter((name) => name !== first)
  const second = await pickName(l10n.t('Compare {0} with whom?', first), others, counts)
  return second === undefined ? undefined : [first, second]
}

async function pickName(
  title: string,
  names: readonly string[],
  counts: ReadonlyMap<string, number>
): Promise<string | undefined> {
  const items = names.map((name) => ({
    label: name,
    description: counts.get(name) === 1 ? l10n.t('one article') : l10n.t('{0} articles', counts.get(name) ?? 0)
  }))
  return (await window.showQuickPick(items, { title }))?.label
}

/** Undefined: all articles. Null: the user steps back. */
async function askArticle(
  annotations: Annotations,
  articles: readonly Uri[],
  shown: Uri | undefined,
  annotators: readonly [string, string]
): Promise<Uri | undefined | null> {
  const isShared = (article: Uri) =>
    annotators.every((name) => annotations.layers(article).some(({ annotator }) => annotator === name))
  const shared = articles.filter(isShared)
  if (!shown || !isShared(shown) || shared.length === 1) return undefined
  const all = { label: l10n.t('All articles'), description: shownNumber(shared.length), article: undefined }
  const one = { label: l10n.t('This article'), description: shownName(shown), article: shown }
  const picked = await window.showQuickPick([all, one], {
    title: l10n.t('Compare {0} and {1} in which articles?', ...annotators)
  })
  return picked ? picked.article : null
}

async function askThird(annotators: readonly [string, string]): Promise<string | undefined> {
  const entered = await window.showInputBox({
    title: l10n.t('In whose name is settled what they decided differently?'),
    prompt: l10n.t('What you settle becomes a layer of its own. Those of {0} and {1} stay as they are.', ...annotators),
    value: 'consensus',
    validateInput(value) {
      const name = value.trim()
      if (!isName(name)) return l10n.t('Enter a name of at most 100 characters.')
      return annotators.includes(name) ? l10n.t('This is one of the two annotators who are compared.') : undefined
    }
  })
  return entered?.trim()
}
