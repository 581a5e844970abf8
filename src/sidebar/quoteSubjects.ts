import type { Analysis, AnalyzedArticle } from '../analysis'
import { articleSubjects, eachSubject, entityId } from '../corpus'
import type { FolderSnapshot } from '../workspace/folderArticle'

const none: readonly string[] = []

/** The names of whom an article's quote speaks of, by whatever words: as the article and as the folder name them. */
export function quoteSubjects(
  folder: FolderSnapshot | undefined
): (article: AnalyzedArticle, quote: number) => readonly string[] {
  const known = new WeakMap<Analysis, ReadonlyMap<number, readonly string[]>>()
  return (article, quote) => {
    const subjects = known.get(article.analysis) ?? subjectsOf(article, folder)
    known.set(article.analysis, subjects)
    return subjects.get(quote) ?? none
  }
}

function subjectsOf(
  { id, analysis }: AnalyzedArticle,
  folder: FolderSnapshot | undefined
): ReadonlyMap<number, readonly string[]> {
  const names = new Map(
    analysis.entities.map((entity) => {
      const folderName = folder?.corpus.entityOf({ article: id, entity: entity.id })?.name
      return [entity.id, folderName && folderName !== entity.name ? [entity.name, folderName] : [entity.name]] as const
    })
  )
  const subjects = new Map<number, string[]>()
  eachSubject(articleSubjects(analysis), (quote, entity) => {
    const found = names.get(entityId(entity)) ?? none
    subjects.set(quote, [...(subjects.get(quote) ?? none), ...found])
  })
  return subjects
}
