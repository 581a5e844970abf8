import { commands, ProgressLocation, Uri, window, workspace, type Disposable, type LogOutputChannel } from 'vscode'
import { checkedAnnotator, longestName } from '../../annotations'
import {
  formatOf,
  hasAnnotations,
  importAnnotations,
  type ExchangeFormat,
  type ImportArticle,
  type ImportResult,
  type ReadProblem,
  type ReadResult
} from '../../exchange'
import { askInTurn, back, type Answered } from '../../util/askInTurn'
import { printableMessage, withoutMarks } from '../../util/printable'
import { inWords } from '../../util/translate'
import type { Annotations } from '../../workspace/annotations/annotations'
import type { ArticleDocuments, OpenArticle } from '../../workspace/articleDocuments'
import type { ArticleFolder } from '../../workspace/articleFolder'
import { typeText } from '../../workspace/askingBoxes'
import { fileName } from '../../workspace/fileName'
import type { FolderArticle } from '../../workspace/folderArticle'
import { l10n } from '../../workspace/l10n'
import { refreshWithProgress } from '../analyzeFolder'
import { articleToExport } from '../export/articleToExport'
import { askFiles, readGivenFiles, type ReadFilesResult } from './importFiles'
import { importReasons } from './importReasons'
import { importCounts, importStep, likelyAnnotator, type ImportCounts } from './importStep'

export interface ImportTools {
  readonly documents: ArticleDocuments
  readonly folder: ArticleFolder
  readonly annotations: Annotations
  readonly log: LogOutputChannel
}

/** What a keybinding or another extension may give instead of being asked. */
interface ImportChoice {
  readonly files?: readonly Uri[]
  readonly format?: ExchangeFormat
  readonly annotator?: string
}

/**
 * Imports what other programs and colleagues have made, as the layer of an annotator: one step, which can be undone. Gives a caller
 * what it came to, undefined when nothing was imported.
 */
export function registerImport(tools: ImportTools): Disposable {
  return commands.registerCommand(
    'articleAnnotator.import',
    async (argument: unknown): Promise<ImportCounts | undefined> => {
      try {
        return await runImport(importChoice(argument), tools)
      } catch (error) {
        tools.log.error('The import failed', error)
        const reason = printableMessage(error instanceof Error ? error.message : String(error), 300)
        void window.showErrorMessage(l10n.t('The annotations could not be imported: {0}', withoutMarks(reason)))
        return undefined
      }
    }
  )
}

function importChoice(argument: unknown): ImportChoice {
  if (typeof argument !== 'object' || argument === null) return {}
  const { files, format, annotator } = argument as Readonly<Record<string, unknown>>
  const known = formatOf(format)
  const name = typeof annotator === 'string' ? checkedAnnotator(annotator) : undefined
  return {
    ...(Array.isArray(files) && files.every((file) => file instanceof Uri) && { files }),
    ...(known?.read && { format: known }),
    ...(name !== undefined && { annotator: name })
  }
}

/** What is known of an import, from one question to the next. */
interface ImportWish {
  readonly uris: readonly Uri[]
  readonly read?: ReadFilesResult
  readonly annotator?: string
  readonly result?: ImportResult
}

async function runImport(choice: ImportChoice, tools: ImportTools): Promise<ImportCounts | undefined> {
  const { annotations, log } = tools
  const wish = await askInTurn<ImportWish>({ uris: choice.files ?? [] }, [
    async (known) => {
      if (choice.files) return { known, isAsked: false }
      const uris = await askFiles(known.uris)
      return uris?.length ? { known: { uris }, isAsked: true } : undefined
    },
    async ({ uris, annotator }, hasBack) => {
      const read = await readGivenFiles(uris, choice.format, hasBack)
      if (read === undefined || read === back) return read
      if (!hasAnnotations(read.result)) return void tellNothingRead(read, log)
      return { known: { uris, read, ...(annotator !== undefined && { annotator }) }, isAsked: read.isAsked }
    },
    async (known, hasBack) => {
      const annotator = choice.annotator ?? (await askWhose(known, hasBack))
      if (annotator === undefined || annotator === back) return annotator
      return { known: { ...known, annotator }, isAsked: choice.annotator === undefined }
    },
    (known, hasBack) => confirmed(known, choice, hasBack, tools)
  ])
  if (!wish?.result || wish.annotator === undefined) return undefined
  const { result, annotator } = wish
  const counts = importCounts(result)
  const told = remarks(counts, result.problems)
  if (counts.decisions + counts.codes === 0) {
    const isRefused = counts.known === 0 && counts.notTaken > 0
    void tell(isRefused ? 'warning' : 'information', [nothingImported(isRefused), ...told], counts, log)
    return counts
  }
  annotations.perform(importStep(result, l10n.t('Import annotations of {0}', annotator)))
  const imported = l10n.t('{0} decisions imported for {1}.', counts.decisions, annotator)
  void tell('information', [imported, ...told], counts, log)
  return counts
}

/** What the import comes to, where the user wants it. */
async function confirmed(
  known: ImportWish,
  choice: ImportChoice,
  hasBack: boolean,
  tools: ImportTools
): Promise<Answered<ImportWish> | typeof back | undefined> {
  const { read, annotator } = known
  const articles = await articlesToImportInto(tools)
  if (!articles || !read || annotator === undefined) return undefined
  const result = await found(read.result, articles, annotator, tools.annotations)
  if (!result) return undefined
  logProblems(result.problems, tools.log)
  const counts = importCounts(result)
  // A caller that said who and what has decided.
  const isSure = choice.files !== undefined && choice.annotator !== undefined
  if (isSure || counts.decisions + counts.codes === 0) return { known: { ...known, result }, isAsked: false }
  const detail = [l10n.t('Read as {0}.', l10n.t(read.format.label)), ...remarks(counts, result.problems)]
  const answer = await confirm(counts, annotator, detail, hasBack, tools.log)
  return answer === 'take' ? { known: { ...known, result }, isAsked: true } : answer
}

/** A file of another kind, or one that is broken: what is wrong with it is said at once. */
async function tellNothingRead(
  { format, result: { problems } }: ReadFilesResult,
  log: LogOutputChannel
): Promise<void> {
  logProblems(problems, log)
  const [first, ...others] = problems
  const nothing = l10n.t('No annotations of the format {0} were found.', l10n.t(format.label))
  const reason = others.length > 0 ? reasonsText(problems) : first && `${first.file}: ${problemText(first)}`
  const details = l10n.t('Details')
  const chosen = await window.showWarningMessage(
    withoutMarks(reason === undefined ? nothing : `${nothing} ${printableMessage(reason, 600)}`),
    ...(others.length > 0 ? [details] : [])
  )
  if (chosen === details) log.show()
}

function logProblems(problems: readonly ReadProblem[], log: LogOutputChannel): void {
  for (const problem of problems)
    log.info(l10n.t('Import, not taken: {0}: {1} ({2})', problem.file, problemText(problem), problem.count ?? 1))
}

function problemText({ message, said }: ReadProblem): string {
  return said ? inWords(said, l10n.t) : l10n.t(message)
}

/** What was typed before, the name that the files say, or else that of the file. */
async function askWhose(
  { uris: [first], read, annotator }: ImportWish,
  hasBack: boolean
): Promise<string | typeof back | undefined> {
  const likely = read && likelyAnnotator(read.result)
  const typed = await typeText({
    title: l10n.t('Whose annotations are these?'),
    prompt: l10n.t('They become decisions of this annotator, beside those that are there.'),
    value: annotator ?? likely ?? (first ? fileName(first).replace(/\.[^.]*$/, '') : ''),
    hasBack,
    validate: (value) =>
      checkedAnnotator(value) === undefined
        ? l10n.t('A name has 1 to {0} characters and no control characters.', longestName)
        : undefined
  })
  return typeof typed === 'string' ? checkedAnnotator(typed) : typed
}

/** The folder's articles; without a folder that of the active editor. Undefined where there are none, which the user is told. */
async function articlesToImportInto({
  documents,
  folder,
  annotations
}: ImportTools): Promise<readonly (OpenArticle | FolderArticle)[] | undefined> {
  if (workspace.workspaceFolders?.length) {
    if (!(await refreshWithProgress(folder))) return undefined
    const articles = [...folder.articles(), ...folder.noArticles()]
    if (articles.length > 0) return articles
    void window.showInformationMessage(l10n.t('This folder has no articles (.txt, .md).'))
    return undefined
  }
  const article = await articleToExport(documents)
  if (!article) return undefined
  if (annotations.canAnnotate(article.uri)) return [article]
  void window.showInformationMessage(l10n.t('Save the article first: decisions lie beside its file.'))
  return undefined
}

/** Undefined when it was cancelled. */
function found(
  read: ReadResult,
  articles: readonly (OpenArticle | FolderArticle)[],
  annotator: string,
  annotations: Annotations
): Thenable<ImportResult | undefined> {
  const [first] = articles
  const into = articles.map(({ uri, id, name }, index): ImportArticle => ({
    id,
    path: name,
    text: () => Promise.resolve(articles[index]!.text),
    layer: async () => {
      await annotations.load(uri)
      return annotations.layers(uri).find((layer) => layer.annotator === annotator)?.decisions ?? []
    }
  }))
  return window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Finding the articles'), cancellable: true },
    async (progress, token) => {
      let done = 0
      const result = await importAnnotations(read, into, {
        annotator,
        now: new Date().toISOString(),
        project: annotations.project(first?.uri),
        folder: annotations.projectFolder(first?.uri) ?? '',
        onDocument: () => progress.report({ message: l10n.t('{0} of {1}', ++done, read.documents.length) }),
        isWanted: () => !token.isCancellationRequested
      })
      return token.isCancellationRequested ? undefined : result
    }
  )
}

/** What will be done, before it is done. */
async function confirm(
  counts: ImportCounts,
  annotator: string,
  detail: readonly string[],
  hasBack: boolean,
  log: LogOutputChannel
): Promise<'take' | typeof back | undefined> {
  const [take, details, before] = [l10n.t('Import'), l10n.t('Details'), l10n.t('Back')]
  const chosen = await window.showInformationMessage(
    l10n.t('Import {0} decisions on {1} articles for {2}?', counts.decisions, counts.articles, annotator),
    { modal: true, detail: detail.join('\n') },
    take,
    ...(hasBack ? [before] : []),
    ...(counts.notTaken > 0 ? [details] : [])
  )
  if (chosen === details) log.show()
  return chosen === take ? 'take' : chosen === before ? back : undefined
}

async function tell(
  how: 'information' | 'warning',
  said: readonly string[],
  { notTaken }: ImportCounts,
  log: LogOutputChannel
): Promise<void> {
  const details = l10n.t('Details')
  const show = how === 'warning' ? window.showWarningMessage : window.showInformationMessage
  const chosen = await show(withoutMarks(said.join(' ')), ...(notTaken > 0 ? [details] : []))
  if (chosen === details) log.show()
}

function nothingImported(isRefused: boolean): string {
  return isRefused ? l10n.t('Nothing was imported.') : l10n.t('Nothing new to import.')
}

function remarks(
  { codes, waiting, known, notTaken }: ImportCounts,
  problems: readonly ReadProblem[]
): readonly string[] {
  return [
    ...(codes > 0 ? [l10n.t('New codes: {0}.', codes)] : []),
    ...(waiting > 0 ? [l10n.t('Waiting for a review, since their words are not found: {0}.', waiting)] : []),
    ...(known > 0 ? [l10n.t('There already: {0}.', known)] : []),
    ...(notTaken > 0
      ? [
          l10n.t('Not taken: {0}.', notTaken),
          reasonsText(problems),
          l10n.t('The output "Article Annotator" lists them.')
        ]
      : [])
  ]
}

function reasonsText(problems: readonly ReadProblem[]): string {
  const reasons = importReasons(problems, problemText).map(({ text, count }) =>
    text === undefined ? l10n.t('other reasons ({0})', count) : l10n.t('{0} ({1})', printableMessage(text, 120), count)
  )
  return l10n.t('Why: {0}.', reasons.join('; '))
}
