import { Option, type Command } from 'commander'
import { mergedDecisions, type Decision, type RegisteredEntity } from '../annotations'
import { annotationFolders, pathBelow } from './annotationFolders'
import type { FilePath } from './filePaths'
import type { Report } from './report'

/** Which decisions are applied, and to what; and with which engine it is analyzed. */
export interface DecisionOptions {
  readonly suggestionsOnly?: boolean
  /** Those of these annotators alone. */
  readonly annotator?: readonly string[]
  /** Also of a folder's files that are no articles. */
  readonly all?: boolean
  /** A real path: what lies elsewhere, where symbolic links may lead, is not read. */
  readonly within?: string
  /** False: without the language model. */
  readonly languageModel?: boolean
}

/** What holds for an article. */
export interface BesideArticle {
  readonly decisions: readonly Decision[]
  readonly entities: readonly RegisteredEntity[]
  /** Whether somebody decided that the file is an article. */
  readonly isArticle?: boolean
  /** The decision that the file is no article. */
  readonly noArticle?: Decision
}

export function withDecisionOptions(command: Command): Command {
  return command
    .option('--suggestions-only', 'leave out what researchers have decided (in .annotations, beside the articles)')
    .addOption(annotatorOption('apply'))
    .option(
      '--all',
      'take in the files of a folder that are no articles: logs, licences, lists, what a researcher said is none'
    )
    .option('--no-language-model', 'analyze with rules and small models alone: faster, and less is found')
}

export function annotatorOption(what: string): Option {
  const collected = (name: string, before: readonly string[] | undefined) => [...(before ?? []), name]
  return new Option('--annotator <name>', `${what} the decisions of this annotator alone; may be repeated`).argParser(
    collected
  )
}

/** Reads what lies beside articles; undefined where nothing does. What cannot be read is reported, the rest holds. */
export function besideArticles(
  { suggestionsOnly, annotator, within }: DecisionOptions,
  report: Pick<Report, 'failed'>,
  folders = annotationFolders(report, within)
): (file: FilePath) => Promise<BesideArticle | undefined> {
  const registries = new Map<string, Promise<readonly RegisteredEntity[]>>()
  return async (file) => {
    const folder = suggestionsOnly ? undefined : await folders.of(file)
    if (!folder) return undefined
    const layers = await folders.layers(folder, pathBelow(folder, file.path.toString()))
    const decisions = mergedDecisions(layers.filter((layer) => !annotator || annotator.includes(layer.annotator)))
    if (decisions.length === 0) return undefined
    const known =
      registries.get(folder.root) ??
      folder.store.project().then(async ({ content, problem }) => {
        if (problem) await folders.report(folder, [problem])
        return content.entities
      })
    registries.set(folder.root, known)
    const verdict = decisions.findLast(({ kind }) => kind === 'article')
    const said = verdict?.kind === 'article' ? { isArticle: verdict.isArticle } : {}
    const isNoArticle = verdict?.kind === 'article' && !verdict.isArticle
    return { decisions, entities: await known, ...said, ...(isNoArticle && { noArticle: verdict }) }
  }
}
