import { dirname, join, relative, resolve, sep } from 'node:path'
import { placeDecisions } from '../annotations'
import { annotationFolders, pathBelow, type AnnotationFolder, type AnnotationFolders } from './annotationFolders'
import { findArticleFiles, isFolder } from './articleFiles'
import type { FilePath } from './filePaths'
import { distinctPaths, readText } from './inputs'
import type { FoundDecision } from './listedDecision'
import type { CliPorts } from './ports'
import type { Report } from './report'
import { unusedLayers } from './unusedLayers'

/**
 * Every decision about the given files, and about the articles of the given folders: also about those that are not there any
 * more. In order of the files, then of annotator and text. What cannot be read is reported, and layers of an outer folder that
 * are not used.
 */
export async function* findDecisions(
  paths: readonly string[],
  ports: Pick<CliPorts, 'bytesOfArgument'>,
  report: Pick<Report, 'failed' | 'noted'>
): AsyncGenerator<FoundDecision> {
  const given = distinctPaths(paths, ports)
  const { files, failures } = await findArticleFiles(given)
  for (const failure of failures) await report.failed(failure)
  const folders = annotationFolders(report)
  const annotated = annotatedArticles()
  const unused = unusedLayers(folders, annotated, report)
  const done = new Set<string>()
  for (const file of files) {
    const folder = await folders.of(file)
    if (!folder) continue
    const path = pathBelow(folder, file.path.toString())
    await unused.tellAbove(folder, file.path.toString())
    done.add(join(folder.root, path))
    if ((await annotated(folder)).has(path)) yield* decisionsOn(file, folder, path, folders, report)
  }
  for (const { path, name } of given) {
    if (typeof path !== 'string' || !(await isFolder(path))) continue
    await folders.ofFolder(path)
    for (const folder of folders.found()) {
      for (const article of (await annotated(folder)).keys()) {
        const absolute = join(folder.root, article)
        const below = relative(resolve(path), absolute)
        if (done.has(absolute) || below.split(sep)[0] === '..') continue
        done.add(absolute)
        const home = await folders.ofFolder(dirname(absolute))
        if (home && home !== folder) {
          await unused.tellAbove(home, absolute)
          continue
        }
        const file = { path: absolute, name: `${name.replace(/[/\\]+$/, '')}/${below.split(sep).join('/')}` }
        yield* decisionsOn(file, folder, article, folders, report)
      }
    }
  }
}

async function* decisionsOn(
  file: FilePath,
  folder: AnnotationFolder,
  path: string,
  folders: AnnotationFolders,
  report: Pick<Report, 'failed' | 'noted'>
): AsyncGenerator<FoundDecision> {
  const layers = await folders.layers(folder, path)
  const project = await folder.store.project()
  if (project.problem) await folders.report(folder, [project.problem])
  const text = await readText(file)
  // Where the article cannot be read, its decisions are on no words of it.
  if (typeof text !== 'string') await report.failed(text)
  for (const { annotator, decisions } of layers)
    for (const placed of placeDecisions(typeof text === 'string' ? text : '', decisions))
      yield { article: file.name, annotator, placed, project: project.content }
}

/** The articles of a folder that have layers, listed once. */
function annotatedArticles(): (folder: AnnotationFolder) => Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, Promise<ReadonlyMap<string, string>>>()
  return ({ root, store }) => {
    const listed = known.get(root) ?? store.articles()
    known.set(root, listed)
    return listed
  }
}
