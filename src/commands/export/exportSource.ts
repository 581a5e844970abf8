import type { Uri } from 'vscode'
import { applyDecisions, mergedDecisions } from '../../annotations'
import { summarize, type Corpus } from '../../corpus'
import { linkInSlices, type ExportContent, type ExportedArticle, type ExportSource, type Select } from '../../exchange'
import { workSlices } from '../../util/slices'
import type { Annotations } from '../../workspace/annotations/annotations'
import type { OpenArticle } from '../../workspace/articleDocuments'
import type { FolderArticle } from '../../workspace/folderArticle'

export interface SourceWish {
  readonly title: string
  readonly articles: readonly (OpenArticle | FolderArticle)[]
  /** Of exactly these articles as they are shown, where there is one. */
  readonly corpus?: Corpus | undefined
  readonly content: ExportContent
  /** "": of all. */
  readonly annotator: string
  readonly select?: Select | undefined
}

type Layers = Pick<Annotations, 'load' | 'layers' | 'project'>

/**
 * What is to be exported. Links the articles anew where they are others than the corpus is of, or their facts are others. Undefined when
 * nobody waits any more.
 */
export async function exportSource(
  { title, articles, corpus, content, annotator, select }: SourceWish,
  annotations: Layers,
  isWanted: () => boolean
): Promise<ExportSource | undefined> {
  const [first] = articles
  const isAsShown = content !== 'suggestions' && annotator === ''
  async function* exported(): AsyncGenerator<ExportedArticle> {
    for (const article of articles) {
      if (!isAsShown && annotator !== '') await annotations.load(article.uri)
      yield isAsShown ? asShown(article) : anew(article, content, annotator, annotations)
    }
  }
  const linked = isAsShown && corpus ? corpus : await linkedAnew(exported(), isWanted)
  return (
    linked && {
      title,
      count: articles.length,
      articles: exported,
      corpus: linked,
      project: annotations.project(first?.uri),
      ...(select && { select })
    }
  )
}

async function linkedAnew(
  articles: AsyncIterable<ExportedArticle>,
  isWanted: () => boolean
): Promise<Corpus | undefined> {
  const slices = workSlices()
  const summaries = []
  for await (const { article } of articles) {
    await slices.rest()
    if (!isWanted()) return undefined
    summaries.push(summarize(article))
  }
  return linkInSlices(summaries, isWanted)
}

/** Each part of an article of the folder is unpacked when it is taken: once. */
function asShown(source: OpenArticle | FolderArticle): ExportedArticle {
  const { id, name, text, markup, article, analysis, decided } = source
  return { article: { id, name, text, markup, article, analysis }, decided }
}

function anew(
  source: OpenArticle | FolderArticle,
  content: ExportContent,
  annotator: string,
  annotations: Layers
): ExportedArticle {
  const { id, name, text, markup, article } = source
  const suggested = { id, name, text, markup, article, analysis: source.suggested ?? source.analysis }
  if (content === 'suggestions') return { article: suggested }
  const layers = annotations.layers(source.uri).filter((layer) => layer.annotator === annotator)
  const decisions = mergedDecisions(layers)
  if (decisions.length === 0) return { article: suggested }
  const decided = applyDecisions(suggested, decisions, annotations.project(source.uri).entities)
  return { article: { ...suggested, analysis: decided.analysis }, decided }
}

/** The names of all who have decided about articles, in order. Reads their layers. */
export async function annotatorsOf(articles: readonly Uri[], annotations: Layers): Promise<readonly string[]> {
  for (const article of articles) await annotations.load(article)
  const names = articles.flatMap((article) => annotations.layers(article).map(({ annotator }) => annotator))
  return [...new Set(names)].sort()
}
