import { resolve } from 'node:path'
import { openAnnotationStore, type Project } from '../annotations'
import { importAnnotations, type ImportArticle, type ImportResult, type ReadResult } from '../exchange'
import { nodeAnnotationFiles } from './annotationFiles'
import { annotationFolders, pathBelow, type AnnotationFolder, type AnnotationFolders } from './annotationFolders'
import { findArticleFiles } from './articleFiles'
import { readText } from './inputs'
import { describeFailure, type Report } from './report'

export interface ImportWish {
  /** The folder of the articles. */
  readonly into: string
  readonly annotator: string
  readonly now: string
  /** Nothing is written. */
  readonly dryRun: boolean
}

interface HeldArticle extends ImportArticle {
  readonly folder: AnnotationFolder
  /** Its path below that folder. */
  readonly pathBelow: string
}

/**
 * Imports what was read into the layers of a folder's articles, beside which `.annotations` is made where there is none. What cannot be
 * read or written is reported.
 */
export async function importInto(read: ReadResult, wish: ImportWish, report: Report): Promise<ImportResult> {
  const folders = annotationFolders(report)
  const root = resolve(wish.into)
  const home = (await folders.ofFolder(root)) ?? {
    root,
    store: openAnnotationStore(nodeAnnotationFiles(root), undefined)
  }
  const articles = await articlesIn(wish, home, folders, report)
  const project = await projectOf(home, folders)
  const { annotator, now } = wish
  const result = await importAnnotations(read, articles, { annotator, now, project, folder: home.root })
  if (!wish.dryRun) await save(result, articles, home, folders, wish)
  return result
}

async function articlesIn(
  { into, annotator }: ImportWish,
  home: AnnotationFolder,
  folders: AnnotationFolders,
  report: Report
): Promise<readonly HeldArticle[]> {
  const { files, failures } = await findArticleFiles([{ path: into, name: into }])
  for (const failure of failures) await report.failed(failure)
  const articles: HeldArticle[] = []
  for (const file of files) {
    const { path, name } = file
    if (typeof path !== 'string') {
      await report.failed(describeFailure(name, new Error('its name is not UTF-8: nothing is imported into it')))
      continue
    }
    const folder = (await folders.of(file)) ?? home
    const below = pathBelow(folder, path)
    articles.push({
      id: path,
      path: pathBelow({ root: resolve(into), store: home.store }, path),
      folder,
      pathBelow: below,
      // Whatever cannot be read has no words.
      text: async () => {
        const text = await readText(file)
        return typeof text === 'string' ? text : ''
      },
      layer: async () =>
        (await folders.layers(folder, below)).find((layer) => layer.annotator === annotator)?.decisions ?? []
    })
  }
  return articles
}

async function projectOf(home: AnnotationFolder, folders: AnnotationFolders): Promise<Project> {
  const { content, problem } = await home.store.project()
  if (problem) await folders.report(home, [problem])
  return content
}

/** Codes come first: a coding without its code would be worse than a code without its codings. */
async function save(
  { codes, articles }: ImportResult,
  held: readonly HeldArticle[],
  home: AnnotationFolder,
  folders: AnnotationFolders,
  { annotator }: ImportWish
): Promise<void> {
  if (codes.length > 0) {
    const { problem } = await home.store.saveProject(codes.map(({ folder: _, ...edit }) => edit))
    if (problem) {
      await folders.report(home, [problem])
      return
    }
  }
  const byId = new Map(held.map((article) => [article.id, article]))
  for (const { article, edits } of articles) {
    const found = byId.get(article.id)
    if (!found || edits.length === 0) continue
    const { problem } = await found.folder.store.saveLayer(found.pathBelow, annotator, edits, await article.text())
    if (problem) await folders.report(found.folder, [problem])
  }
}
