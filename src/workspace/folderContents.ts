import type { Uri } from 'vscode'
import { summarize } from '../corpus'
import type { AnalyzedDocument } from './articleDocuments'
import { keptArticle, openArticle, type FolderArticle, type FolderProblem, type Unpacked } from './folderArticle'
import { folderLinks, type FolderLinks } from './folderLinks'
import type { ReadingProblem } from './folderReading'
import type { KeptRecord } from './folderStore'
import { articleName } from './names'
import { recentValues } from './recent'

/** What has been read of a folder: its articles, those without a result, and the links, which follow them. */
export interface FolderContents {
  readonly links: FolderLinks
  /** In order of name. */
  articles(): readonly FolderArticle[]
  /** The articles that have no result, in order of discovery. */
  problems(): readonly FolderProblem[]
  article(uri: Uri): FolderArticle | undefined
  /** With a result or without one. */
  isKnown(uri: Uri): boolean
  /** No article is as only an editor has it. */
  areOfFiles(): boolean
  /** Takes an article as its file is. Nothing happens when it was taken before. */
  take(uri: Uri, kept: KeptRecord): void
  /** Takes an article as an editor has it. Most are as their files are, and nothing happens. */
  takeOpen(open: AnalyzedDocument): void
  fail(uri: Uri, problem: ReadingProblem): void
  /** Forgets all others. */
  keepOnly(uris: readonly Uri[]): void
  /** Somebody else changed what is shown. */
  changed(): void
}

/** Articles that stay unpacked after they were looked at. */
const unpackedArticles = 32

/** `onChange` is called after each change. */
export function folderContents(onChange: () => void): FolderContents {
  const articles = new Map<string, FolderArticle>()
  const links = folderLinks()
  const problems = new Map<string, FolderProblem>()
  const recent = recentValues<KeptRecord, Unpacked>(unpackedArticles)
  /** Of the articles that were taken from files: what has not changed since is not taken again. */
  const taken = new Map<string, KeptRecord>()
  /** Articles that were taken from editors: the store knows their files, if at all, as they were before. */
  const unsaved = new Set<string>()
  let sorted: readonly FolderArticle[] | undefined

  function changed(): void {
    sorted = undefined
    onChange()
  }

  function put(name: string, article: FolderArticle): void {
    problems.delete(name)
    articles.set(name, article)
    changed()
  }

  function drop(name: string): void {
    problems.delete(name)
    unsaved.delete(name)
    taken.delete(name)
    if (articles.delete(name)) links.remove(name)
  }

  return {
    links,
    articles: () =>
      (sorted ??= [...articles.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))),
    problems: () => [...problems.values()],
    article: (uri) => articles.get(uri.toString()),
    isKnown: (uri) => articles.has(uri.toString()) || problems.has(uri.toString()),
    areOfFiles: () => unsaved.size === 0,
    take(uri, kept) {
      const name = uri.toString()
      if (taken.get(name) === kept) return
      taken.set(name, kept)
      unsaved.delete(name)
      links.put(name, kept)
      put(name, keptArticle(uri, kept, recent))
    },
    takeOpen({ uri, article: { text, format }, analysis }) {
      const name = uri.toString()
      if (articles.get(name)?.text === text) return
      unsaved.add(name)
      taken.delete(name)
      links.putSummary(summarize({ article: name, text, analysis }))
      put(name, openArticle(uri, text, format, analysis))
    },
    fail(uri, problem) {
      const name = uri.toString()
      drop(name)
      problems.set(name, { uri, name: articleName(uri), problem })
      changed()
    },
    keepOnly(uris) {
      const wanted = new Set(uris.map(String))
      for (const name of [...articles.keys(), ...problems.keys()]) if (!wanted.has(name)) drop(name)
      changed()
    },
    changed
  }
}
