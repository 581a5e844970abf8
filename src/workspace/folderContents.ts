import type { Uri } from 'vscode'
import type { TextRemark } from '../article'
import { recordHead, summarizeInSteps, type Corpus } from '../corpus'
import { cachedArticle, type UnpackedRecord } from './cachedArticle'
import { isDecidedAnew, type OpenArticle } from './articleDocuments'
import { corpusBuilder } from './corpusBuilder'
import {
  folderSnapshot,
  hasSameDecisions,
  openFolderArticle,
  type FolderArticle,
  type FolderProblem,
  type FolderRemark,
  type FolderSnapshot
} from './folderArticle'
import type { ReadingProblem } from './folderReading'
import type { CachedRecord } from './folderStore'
import { recentValues } from './recent'
import { standingOf } from './articleStanding'

/** What has been read of a folder: its articles, those without a result, and the corpus, which is updated with them. */
export interface FolderContents {
  /**
   * The newest state in which corpus and articles belong together; undefined before the first one. A few changes are
   * linked at once for it; after many changes it is the state before them until `settle` has ended.
   */
  snapshot(): FolderSnapshot | undefined
  /** The corpus to be saved: up to date, and all articles as in their files; otherwise undefined. */
  savedCorpus(): Corpus | undefined
  /** The present articles, in order of name. */
  articles(): readonly FolderArticle[]
  /** What is no article by a decision, the settings or its text, in order of name: it is in no list and no link. */
  noArticles(): readonly FolderArticle[]
  /** The articles that have no result, in order of discovery. */
  problems(): readonly FolderProblem[]
  /** What is to be said of files that were read in this session, in order of discovery. */
  remarks(): readonly FolderRemark[]
  /** By `AnalyzedArticle.id`; also one of `noArticles`. */
  article(id: string): FolderArticle | undefined
  /** Whether the article was read, with a result or without one. */
  isKnown(uri: Uri): boolean
  /** Whether no article was taken from an editor. */
  areAllFromFiles(): boolean
  /** Takes an article from its file. Does nothing when this very record was taken before. */
  take(uri: Uri, cached: CachedRecord): void
  /**
   * Takes an article from its editor. Does nothing when text and decisions are the known ones and it is the first result: nothing is
   * new then.
   */
  takeOpen(open: OpenArticle): void
  /** Records that an article has no result. */
  fail(uri: Uri, problem: ReadingProblem): void
  /** Replaces what is to be said of an article's file. */
  note(uri: Uri, remarks: readonly TextRemark[]): void
  /** Drops all articles and problems but these. */
  keepOnly(uris: readonly Uri[]): void
  /** Uses the saved corpus of exactly these articles until they are linked here. */
  adopt(corpus: Corpus): void
  /** Links all changes, in slices of time. False when `isWanted` returned false before the end. */
  settle(isWanted: () => boolean): Promise<boolean>
}

export interface FolderContentsOptions {
  readonly folderName: () => string
  /** The article's name in lists and exports. */
  readonly nameOf: (uri: Uri) => string
  /** Whether the settings say that the file is an article, or none. */
  readonly bySetting?: ((uri: Uri) => boolean | undefined) | undefined
  /** Called after each change. */
  readonly onChange: () => void
}

/** How many articles stay unpacked after their text or analysis was used. */
const unpackedArticles = 32

export function folderContents({ folderName, nameOf, bySetting, onChange }: FolderContentsOptions): FolderContents {
  const articles = new Map<string, FolderArticle>()
  const problems = new Map<string, FolderProblem>()
  const remarks = new Map<string, FolderRemark>()
  const recent = recentValues<CachedRecord, UnpackedRecord>(unpackedArticles)
  /** The record of each article taken from its file, to notice that it has not changed. */
  const taken = new Map<string, CachedRecord>()
  /** Ids of the articles taken from editors: the store has at most an older version of them. */
  const fromEditors = new Set<string>()
  /** Ids of `noArticles`. */
  const left = new Set<string>()
  let sorted: readonly FolderArticle[] | undefined
  let snapshot: FolderSnapshot | undefined
  const builder = corpusBuilder((corpus) => {
    snapshot = folderSnapshot(folderName(), inOrder(), corpus)
  }, onChange)

  function inOrder(): readonly FolderArticle[] {
    return (sorted ??= [...articles.values()].filter(({ id }) => !left.has(id)).sort(byName))
  }

  function changed(): void {
    sorted = undefined
    onChange()
  }

  function put(article: FolderArticle, isArticle: boolean, link: () => void): void {
    const { id } = article
    problems.delete(id)
    articles.set(id, article)
    if (isArticle) {
      left.delete(id)
      link()
    } else {
      left.add(id)
      builder.remove(id)
    }
    changed()
  }

  function drop(id: string): void {
    problems.delete(id)
    remarks.delete(id)
    fromEditors.delete(id)
    left.delete(id)
    taken.delete(id)
    if (articles.delete(id)) builder.remove(id)
  }

  return {
    snapshot() {
      builder.followFewChanges()
      return snapshot
    },
    savedCorpus() {
      if (fromEditors.size > 0) return undefined
      builder.followFewChanges()
      return builder.isUpToDate() ? snapshot?.corpus : undefined
    },
    articles: inOrder,
    noArticles: () => [...left].flatMap((id) => articles.get(id) ?? []).sort(byName),
    problems: () => [...problems.values()],
    remarks: () => [...remarks.values()],
    article: (id) => articles.get(id),
    isKnown: (uri) => articles.has(uri.toString()) || problems.has(uri.toString()),
    areAllFromFiles: () => fromEditors.size === 0,
    take(uri, cached) {
      const id = uri.toString()
      const standing = standingOf(cached.decided?.isArticle, bySetting?.(uri), recordHead(cached.record)?.verdict)
      const { isArticle } = standing
      if (taken.get(id) === cached && left.has(id) !== isArticle) return
      taken.set(id, cached)
      const known = articles.get(id)
      const article = cachedArticle(uri, nameOf(uri), cached, standing, recent)
      // The article was saved: its file, with what is decided about it, is what was already taken from the editor.
      if (
        fromEditors.delete(id) &&
        known?.text === article.text &&
        left.has(id) !== isArticle &&
        hasSameDecisions(known, article)
      )
        return
      put(article, isArticle, () => builder.put(id, cached))
    },
    takeOpen(open) {
      const known = articles.get(open.id)
      const isArticle = open.standing?.isArticle !== false
      if (
        !isDecidedAnew(open) &&
        known?.text === open.text &&
        left.has(open.id) !== isArticle &&
        (!isArticle || hasSameDecisions(known, open) || (open.byRules && !known.byRules))
      )
        return
      fromEditors.add(open.id)
      taken.delete(open.id)
      put(openFolderArticle(open), isArticle, () => builder.putArticle(open.id, () => summarizeInSteps(open)))
    },
    fail(uri, problem) {
      const id = uri.toString()
      drop(id)
      problems.set(id, { uri, name: nameOf(uri), problem })
      changed()
    },
    note(uri, found) {
      if (found.length > 0) remarks.set(uri.toString(), { uri, name: nameOf(uri), remarks: found })
      else remarks.delete(uri.toString())
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

function byName(a: FolderArticle, b: FolderArticle): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}
