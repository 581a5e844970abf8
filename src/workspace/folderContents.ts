import type { Uri } from 'vscode'
import { recordFacts, summarize, type Corpus, type RecordFacts } from '../corpus'
import type { OpenArticle } from './articleDocuments'
import { corpusBuilder } from './corpusBuilder'
import {
  cachedArticle,
  folderSnapshot,
  openFolderArticle,
  type FolderArticle,
  type FolderProblem,
  type FolderSnapshot
} from './folderArticle'
import type { ReadingProblem } from './folderReading'
import type { CachedRecord } from './folderStore'
import { recentValues } from './recent'

/** What has been read of a folder: its articles, those without a result, and the corpus, which follows them. */
export interface FolderContents {
  /**
   * The newest moment at which corpus and articles belong together; undefined before there was one. A few changes are
   * linked at once for it; after many it is the moment before them, until `settle` has ended.
   */
  snapshot(): FolderSnapshot | undefined
  /** The corpus of exactly the articles that there are now, all as their files are; undefined where it is of other ones. */
  savedCorpus(): Corpus | undefined
  /** As they are now, in order of name. */
  articles(): readonly FolderArticle[]
  /** The articles that have no result, in order of discovery. */
  problems(): readonly FolderProblem[]
  article(uri: Uri): FolderArticle | undefined
  /** With a result or without one. */
  isKnown(uri: Uri): boolean
  /** No article is as only an editor has it. */
  areAllOfFiles(): boolean
  /** Takes an article as its file is. Nothing happens when it was taken before. */
  take(uri: Uri, cached: CachedRecord): void
  /** Takes an article as an editor has it. Most are as their files are, and nothing happens, unless it was looked at anew. */
  takeOpen(open: OpenArticle): void
  fail(uri: Uri, problem: ReadingProblem): void
  /** Forgets all others. */
  keepOnly(uris: readonly Uri[]): void
  /** The corpus of these articles is known from an earlier session. */
  adopt(corpus: Corpus): void
  /** Links all changes, in slices of time. False when `isWanted` says that the result is not needed any more. */
  settle(isWanted: () => boolean): Promise<boolean>
}

export interface FolderContentsOptions {
  readonly folderName: () => string
  /** How lists and exports call an article. */
  readonly nameOf: (uri: Uri) => string
  /** Called after each change. */
  readonly onChange: () => void
}

/** Articles that stay unpacked after they were looked at. */
const unpackedArticles = 32

export function folderContents({ folderName, nameOf, onChange }: FolderContentsOptions): FolderContents {
  const articles = new Map<string, FolderArticle>()
  const problems = new Map<string, FolderProblem>()
  const recent = recentValues<CachedRecord, RecordFacts>(unpackedArticles)
  /** Of the articles that were taken from files: what has not changed since is not taken again. */
  const taken = new Map<string, CachedRecord>()
  /** Articles that were taken from editors: the store knows their files, if at all, as they were before. */
  const ofEditors = new Set<string>()
  let sorted: readonly FolderArticle[] | undefined
  let snapshot: FolderSnapshot | undefined
  const builder = corpusBuilder((corpus) => {
    snapshot = folderSnapshot(folderName(), inOrder(), corpus)
  })

  function inOrder(): readonly FolderArticle[] {
    return (sorted ??= [...articles.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)))
  }

  function changed(): void {
    sorted = undefined
    onChange()
  }

  function put(article: FolderArticle): void {
    problems.delete(article.id)
    articles.set(article.id, article)
    changed()
  }

  function drop(id: string): void {
    problems.delete(id)
    ofEditors.delete(id)
    taken.delete(id)
    if (articles.delete(id)) builder.remove(id)
  }

  return {
    snapshot() {
      builder.followFewChanges()
      return snapshot
    },
    savedCorpus() {
      if (ofEditors.size > 0) return undefined
      builder.followFewChanges()
      return builder.isUpToDate() ? snapshot?.corpus : undefined
    },
    articles: inOrder,
    problems: () => [...problems.values()],
    article: (uri) => articles.get(uri.toString()),
    isKnown: (uri) => articles.has(uri.toString()) || problems.has(uri.toString()),
    areAllOfFiles: () => ofEditors.size === 0,
    take(uri, cached) {
      const id = uri.toString()
      if (taken.get(id) === cached) return
      taken.set(id, cached)
      // Saved: the file is now as the editor had it.
      if (ofEditors.delete(id) && articles.get(id)?.text === recent(cached, unpack).text) return
      builder.put(id, cached)
      put(cachedArticle(uri, nameOf(uri), cached, recent))
    },
    takeOpen(open) {
      if (open.revision === 0 && articles.get(open.id)?.text === open.text) return
      ofEditors.add(open.id)
      taken.delete(open.id)
      builder.putSummary(summarize(open))
      put(openFolderArticle(open))
    },
    fail(uri, problem) {
      const id = uri.toString()
      drop(id)
      problems.set(id, { uri, name: nameOf(uri), problem })
      changed()
    },
    keepOnly(uris) {
      const wanted = new Set(uris.map(String))
      for (const id of [...articles.keys(), ...problems.keys()]) if (!wanted.has(id)) drop(id)
      changed()
    },
    adopt: (corpus) => builder.adopt(corpus),
    settle: (isWanted) => builder.settle(isWanted)
  }
}

function unpack({ record }: CachedRecord): RecordFacts {
  return recordFacts(record)
}
