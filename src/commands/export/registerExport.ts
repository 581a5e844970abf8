import { commands, Uri, window, workspace, type Disposable, type LogOutputChannel, type Memento } from 'vscode'
import { exchangeFormats, type ExchangeFormat, type ExportContent, type Select } from '../../exchange'
import { buildCorpus, type Corpus } from '../../corpus'
import { disposableList } from '../../util/disposable'
import type { Sidebar } from '../../sidebar/sidebar'
import type { Annotations } from '../../workspace/annotations/annotations'
import type { ArticleDocuments, OpenArticle } from '../../workspace/articleDocuments'
import type { ArticleFolder } from '../../workspace/articleFolder'
import { fileName } from '../../workspace/fileName'
import { folderSnapshot, openFolderArticle, type FolderArticle } from '../../workspace/folderArticle'
import { l10n, shownLocale } from '../../workspace/l10n'
import { exportOffsets } from '../../workspace/settings'
import { hasFolder, refreshWithProgress } from '../analyzeFolder'
import { articleToExport, exportableArticle } from './articleToExport'
import { askAnnotator, askContent, askFile, askFormat, askScope, type ScopeOption } from './askExport'
import { exportChoice, lastChoice, rememberChoice, type ExportChoice, type ExportScope } from './exportChoice'
import { removeHalfWritten } from '../workspaceReplacement'
import { annotatorsOf, exportSource } from './exportSource'
import { writeExport } from './writeExport'

export interface ExportTools {
  readonly documents: ArticleDocuments
  readonly folder: ArticleFolder
  readonly annotations: Annotations
  readonly sidebar: Pick<Sidebar, 'shown' | 'select'>
  /** Where the last choice is kept. */
  readonly state: Memento
  readonly log: LogOutputChannel
}

/** The command "Export Annotations…", with a scope that is chosen already, and one for each format. All give the written file to a caller. */
export function registerExport(tools: ExportTools): Disposable {
  const owned = disposableList()
  const register = (id: string, given: ExportChoice) =>
    owned.add(
      commands.registerCommand(`articleAnnotator.${id}`, (argument: unknown) =>
        runExport({ ...exportChoice(argument), ...given }, tools)
      )
    )
  register('export', {})
  register('exportArticle', { scope: 'article' })
  register('exportFolder', { scope: 'folder' })
  for (const format of exchangeFormats) register(`export.${format.id}`, { format })
  owned.add({ dispose: removeHalfWritten })
  return owned
}

/** The articles of a scope, as they are shown. */
interface Scoped {
  readonly title: string
  /** Where the file is proposed. */
  readonly home: Uri | undefined
  readonly articles: readonly (OpenArticle | FolderArticle)[]
  readonly corpus?: Corpus
  readonly select?: Select
}

/** Asks for what was not chosen, each once; undefined when the user steps back. */
async function runExport(choice: ExportChoice, tools: ExportTools): Promise<Uri | undefined> {
  const last = lastChoice(tools.state)
  const format = choice.format ?? (await askFormat(last.format))
  if (!format) return undefined
  const scope = choice.scope ?? (await askForScope(format, choice.format === undefined, last, tools))
  if (!scope) return undefined
  const scoped = await articlesOf(scope, tools)
  if (!scoped) return undefined
  const content = await contentOf(choice, last, scoped, tools)
  if (!content) return undefined
  await rememberChoice(tools.state, { format, ...(choice.scope ? {} : { scope }), ...content.asked })
  const target = choice.target ?? (await askFile(format, scoped.home, scoped.title))
  if (!target) return undefined
  const articles = scoped.articles.filter(({ uri }) => uri.toString() !== target.toString() || scope === 'article')
  if (articles.length === 0) {
    void window.showWarningMessage(l10n.t('No article of this folder can be read, so there is nothing to export.'))
    return undefined
  }
  const { title, corpus, select } = scoped
  const wish = { title, articles, select, ...content.wish }
  const isWritten = await writeExport(
    {
      format,
      target,
      options: {
        content: content.wish.content,
        offsets: choice.offsets ?? exportOffsets(),
        now: new Date().toISOString(),
        wording: { language: shownLocale(), translate: l10n.t }
      },
      source: (isWanted) =>
        exportSource(
          { ...wish, corpus: articles.length === scoped.articles.length ? corpus : undefined },
          tools.annotations,
          isWanted
        )
    },
    tools.log
  )
  return isWritten ? target : undefined
}

async function askForScope(
  format: ExchangeFormat,
  isTold: boolean,
  last: ExportChoice,
  { folder, sidebar }: ExportTools
): Promise<ExportScope | undefined> {
  const options: ScopeOption[] = []
  const document = exportableArticle()
  if (document) options.push({ scope: 'article', description: fileName(document.uri) })
  const shown = sidebar.shown()
  if (shown && shown.filter.trim() !== '') options.push({ scope: 'filter', description: shown.filter.trim() })
  if (workspace.workspaceFolders?.length) {
    const count = folder.articles().length
    options.push({ scope: 'folder', description: count === 0 ? '' : l10n.t('{0} articles', count) })
  }
  // What is missing is said by whoever is asked for it.
  return options.length === 0 ? 'article' : askScope(options, last.scope, format, isTold)
}

async function articlesOf(scope: ExportScope, tools: ExportTools): Promise<Scoped | undefined> {
  const { documents, folder, sidebar } = tools
  const shown = scope === 'filter' ? sidebar.shown() : undefined
  if (scope === 'filter' && !shown) {
    void window.showInformationMessage(l10n.t('The sidebar shows nothing: open it and type a filter.'))
    return undefined
  }
  if (scope === 'article' || shown?.scope === 'article') {
    const article = await articleToExport(documents, shown?.article)
    if (!article) return undefined
    const isFile = article.uri.scheme !== 'untitled'
    const home = isFile ? Uri.joinPath(article.uri, '..') : undefined
    const title = fileName(article.uri).replace(/\.(txt|md)$/i, '')
    if (!shown) return { title, home, articles: [article] }
    const corpus = buildCorpus([article])
    const select = await sidebar.select(folderSnapshot(title, [openFolderArticle(article)], corpus))
    return { title, home, articles: [article], corpus, select }
  }
  if (!(await hasFolder()) || !(await refreshWithProgress(folder))) return undefined
  const home = workspace.workspaceFolders?.[0]
  const snapshot = folder.snapshot()
  const found = { title: home?.name ?? 'articles', home: home?.uri, articles: snapshot?.articles ?? [] }
  if (!snapshot) return found
  return { ...found, corpus: snapshot.corpus, ...(shown && { select: await sidebar.select(snapshot) }) }
}

interface ContentChoice {
  readonly wish: { readonly content: ExportContent; readonly annotator: string }
  /** What the user said, to be remembered. */
  readonly asked: ExportChoice
}

/** Nothing is asked where nobody has decided anything, nor by a caller that names the file. */
async function contentOf(
  choice: ExportChoice,
  last: ExportChoice,
  { articles, select }: Scoped,
  { annotations }: ExportTools
): Promise<ContentChoice | undefined> {
  const given = { content: choice.content ?? 'both', annotator: choice.annotator ?? '' } as const
  if (choice.target || (choice.content && choice.annotator !== undefined)) return { wish: given, asked: {} }
  const uris = articles.map(({ uri }) => uri)
  const decided = new Set(annotations.articles().map(String))
  const names = await annotatorsOf(
    uris.filter((uri) => decided.has(uri.toString()) || annotations.stamp(uri) !== ''),
    annotations
  )
  if (names.length === 0) return { wish: given, asked: {} }
  const content = choice.content ?? (await askContent(select === undefined, last.content))
  if (!content) return undefined
  // What a filter shows are the decisions of all.
  if (content === 'suggestions' || names.length === 1 || select) {
    return { wish: { content, annotator: given.annotator }, asked: { content } }
  }
  const annotator = choice.annotator ?? (await askAnnotator(names, last.annotator))
  return annotator === undefined ? undefined : { wish: { content, annotator }, asked: { content, annotator } }
}
