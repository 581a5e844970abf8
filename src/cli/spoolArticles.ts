import { basename } from 'node:path'
import { emptyProject, type Project } from '../annotations'
import { analyzeInputs } from './analyzeInputs'
import { annotationFolders, type AnnotationFolders } from './annotationFolders'
import type { ArticleSpool } from './articleSpool'
import type { DecisionOptions } from './besideArticles'
import type { InputFormat } from './inputs'
import type { CliPorts } from './ports'
import type { Report } from './report'

export interface SpoolOptions extends DecisionOptions {
  readonly input: InputFormat
}

/** Analyzes the articles into the spool. The project of the folders that their decisions are in. */
export async function spoolArticles(
  paths: readonly string[],
  options: SpoolOptions,
  ports: CliPorts,
  report: Report,
  spool: ArticleSpool
): Promise<Project> {
  const folders = annotationFolders(report, options.within)
  const ids = new Set<string>()
  for await (const { article, decided, place } of analyzeInputs(
    paths,
    options.input,
    ports,
    report,
    options,
    folders
  )) {
    const short = options.input === 'files' ? nameBelow(article.name, paths) : article.id
    const id = ids.has(short) ? article.id : short
    // Links name an article by its id: two with the same id could not be told apart.
    if (ids.has(id)) await report.failed({ name: place, message: `the id ${JSON.stringify(id)} was there before` })
    else await spool.add({ article: { ...article, id, name: id }, decided })
    ids.add(id)
  }
  return projectOf(folders)
}

/** An article's path below the folder that was given: where that lies is nobody's business who gets the export. */
function nameBelow(name: string, paths: readonly string[]): string {
  const folders = paths.map((path) => `${path.replace(/[/\\]+$/, '')}/`).filter((folder) => name.startsWith(folder))
  const longest = folders.sort((a, b) => b.length - a.length)[0]
  return longest === undefined ? basename(name) : name.slice(longest.length)
}

/** What was reported before is not reported again. */
async function projectOf(folders: AnnotationFolders): Promise<Project> {
  const projects = await Promise.all(folders.found().map(async ({ store }) => (await store.project()).content))
  return projects.length === 0
    ? emptyProject
    : {
        codes: projects.flatMap(({ codes }) => codes),
        entities: projects.flatMap(({ entities }) => entities),
        memos: projects.flatMap(({ memos }) => memos)
      }
}
