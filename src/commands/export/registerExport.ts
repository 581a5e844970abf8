import { commands, Uri, window, workspace, type Disposable, type LogOutputChannel, type Memento } from 'vscode'
import { exchangeFormats, type ExchangeFormat, type ExportContent, type Select } from '../../exchange'
import { buildCorpus, type Corpus } from '../../corpus'
import { askInTurn, back, type Answered } from '../../util/askInTurn'
import { disposableList } from '../../util/disposable'
import type { Sidebar } from '../../sidebar/sidebar'
import type { ShownInSidebar } from '../../sidebar/sidebarContent'
import type { Annotations } from '../../workspace/annotations/annotations'
import type { ArticleDocuments, OpenArticle } from '../../workspace/articleDocuments'
import type { ArticleFolder } from '../../workspace/articleFolder'
import { fileName } from '../../workspace/fileName'
import { folderSnapshot, openFolderArticle, type FolderArticle } from '../../workspace/folderArticle'
import { l10n, shownLocale } from '../../workspace/l10n'
import { exportOffsets } from '../../workspace/settings'
import { hasFolder, refreshWithProgress } from '../analyzeFolder'
import { articleToExport, exportableArticle } from './articleToExport'
import { askAnnotator, askContent, askFile, askFormat, askScope, hasToAskScope, type ScopeOption } from './askExport'
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

/** What is known of an export, from one question to the next. */
interface ExportWish {
  readonly format?: ExchangeFormat
  readonly scope?: ExportScope
  readonly scoped?: Scoped
  /** Who has decided about the articles. */
  readonly names?: readonly string[]
  readonly content?: ExportContent
  /** "": of all. */
  readonly annotator?: string
}

/** Asks for what was not chosen, each once, with a way back; undefined when the user leaves. */
async function runExport(choice: ExportChoice, tools: ExportTools): Promise<Uri | undefined> {
  const last = lastChoice(tools.state)
  const wish = await askInTurn<ExportWish>({}, [
    (known, hasBack) => formatOf(known, hasBack, choice, last),
    (known, hasBack) => scopeOf(known, hasBack, choice, last, tools),
    (known, hasBack) => contentOf(known, hasBack, choice, last, tools.annotations),
    (known, hasBack) => annotatorOf(known, hasBack, choice, last)
  ])
  if (!wish?.format || !wish.scope || !wish.scoped) return undefined
  const { format, scope, scoped, names = [], content = 'both', annotator = '' } = wish
  await rememberChoice(tools.state, {
    format,
    ...(!choice.scope && { scope }),
    ...(names.length > 0 && { content }),
    ...(hasToAskWhose(wish) && { annotator })
  })
  const target = choice.target ?? (await askFile(format, scoped.home, scoped.title))
  if (!target) return undefined
  const articles = scoped.articles.filter(({ uri }) => uri.toString() !== target.toString() || scope === 'article')
  if (articles.length === 0) {
    void window.showWarningMessage(l10n.t('No article of this folder can be read, so there is nothing to export.'))
    return undefined
  }
  const { title, corpus, select } = scoped
  const source = { title, articles, select, content, annotator }
  const isWritten = await writeExport(
    {
      format,
      target,
      options: {
        content,
        offsets: choice.offsets ?? exportOffsets(),
        now: new Date().toISOString(),
        wording: { language: shownLocale(), translate: l10n.t }
      },
      source: (isWanted) =>
        exportSource(
          { ...source, corpus: articles.length === scoped.articles.length ? corpus : undefined },
          tools.annotations,
          isWanted
        )
    },
    tools.log
  )
  return isWritten ? target : undefined
}

type Asked = Promise<Answered<ExportWish> | typeof back | undefined>

async function formatOf(known: ExportWish, hasBack: boolean, choice: ExportChoice, last: ExportChoice): Asked {
  if (choice.format) return { known: { ...known, format: choice.format }, isAsked: false }
  const format = await askFormat(known.format ?? last.format, hasBack)
  return format && format !== back ? { known: { ...known, format }, isAsked: true } : format
}

async function scopeOf(
  known: ExportWish,
  hasBack: boolean,
  choice: ExportChoice,
  last: ExportChoice,
  tools: ExportTools
): Asked {
  const { format } = known
  if (!format) return undefined
  const options = scopeOptions(tools)
  const isTold = choice.format === undefined
  const isAsked = !choice.scope && options.length > 0 && hasToAskScope(options, format, isTold)
  const scope = isAsked
    ? await askScope(options, known.scope ?? last.scope, format, { isTold, hasBack })
    : // What is missing is said by whoever is asked for it.
      (choice.scope ?? options[0]?.scope ?? 'article')
  if (scope === undefined || scope === back) return scope
  const scoped = await articlesOf(scope, choice, tools)
  return scoped && { known: { ...known, scope, scoped }, isAsked }
}

function scopeOptions({ folder, sidebar }: ExportTools): readonly ScopeOption[] {
  const options: ScopeOption[] = []
  const document = exportableArticle()
  if (document) options.push({ scope: 'article', description: fileName(document.uri) })
  const shown = sidebar.shown()
  if (shown && shown.filter.trim() !== '') options.push({ scope: 'filter', description: shown.filter.trim() })
  if (workspace.workspaceFolders?.length) {
    const count = folder.articles().length
    options.push({ scope: 'folder', description: count === 0 ? '' : l10n.t('{0} articles', count) })
  }
  return options
}

async function articlesOf(
  scope: ExportScope,
  { listed }: ExportChoice,
  tools: ExportTools
): Promise<Scoped | undefined> {
  const { documents, folder, sidebar } = tools
  const shown = scope === 'filter' ? listsOf(listed, sidebar) : undefined
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

/** Which lists the filter is about. */
function listsOf(listed: ExportChoice['listed'], sidebar: ExportTools['sidebar']): ListsOf | undefined {
  if (listed === undefined) return sidebar.shown()
  return listed === 'folder' ? { scope: 'folder', article: undefined } : { scope: 'article', article: listed }
}

type ListsOf = Pick<ShownInSidebar, 'scope' | 'article'>

/** Nothing is asked where nobody has decided anything, nor by a caller that names the file. */
async function contentOf(
  known: ExportWish,
  hasBack: boolean,
  choice: ExportChoice,
  last: ExportChoice,
  annotations: Annotations
): Asked {
  const { articles = [], select } = known.scoped ?? {}
  const isGiven = choice.target !== undefined || (choice.content !== undefined && choice.annotator !== undefined)
  const names = isGiven ? [] : await namesOf(articles, annotations)
  const isAsked = names.length > 0 && choice.content === undefined
  const content = isAsked
    ? await askContent(select === undefined, known.content ?? last.content, hasBack)
    : (choice.content ?? 'both')
  return content && content !== back ? { known: { ...known, names, content }, isAsked } : content
}

function namesOf(articles: Scoped['articles'], annotations: Annotations): Promise<readonly string[]> {
  const decided = new Set(annotations.articles().map(String))
  const uris = articles.map(({ uri }) => uri)
  return annotatorsOf(
    uris.filter((uri) => decided.has(uri.toString()) || annotations.stamp(uri) !== ''),
    annotations
  )
}

async function annotatorOf(known: ExportWish, hasBack: boolean, choice: ExportChoice, last: ExportChoice): Asked {
  const isAsked = hasToAskWhose(known) && choice.annotator === undefined
  const annotator = isAsked
    ? await askAnnotator(known.names ?? [], known.annotator ?? last.annotator, hasBack)
    : (choice.annotator ?? '')
  return annotator === undefined || annotator === back ? annotator : { known: { ...known, annotator }, isAsked }
}

/** What a filter shows are the decisions of all. */
function hasToAskWhose({ names = [], content, scoped }: ExportWish): boolean {
  return names.length > 1 && content !== 'suggestions' && !scoped?.select
}
