import type { Uri } from 'vscode'
import type { AnalyzedArticle, AnalyzedText } from '../analysis'
import { articleFormat, readArticle, type TextRemark } from '../article'
import {
  digestArticle,
  recordDigest,
  recordFacts,
  recordSearchText,
  searchText,
  type ArticleDigest,
  type Corpus,
  type RecordFacts,
  type SearchText
} from '../corpus'
import { lazy } from '../util/lazy'
import type { OpenArticle } from './articleDocuments'
import { fileName } from './fileName'
import type { CachedRecord } from './folderStore'
import type { ReadingProblem } from './folderReading'
import type { Recent } from './recent'

/** An article of the folder. Another version of its text is another object. */
export interface FolderArticle extends AnalyzedArticle {
  readonly uri: Uri
  /** What lists count and sort by. Of an article from a file it is read without unpacking anything. */
  readonly digest: ArticleDigest
  /** What filters search. Unpacked at each access, but small compared with the analysis. */
  readonly searchText: SearchText
}

/** An article of the folder without a result. */
export interface FolderProblem {
  readonly uri: Uri
  readonly name: string
  readonly problem: ReadingProblem
}

/** An article of the folder that was read in this session, with something to be said of its file. */
export interface FolderRemark {
  readonly uri: Uri
  readonly name: string
  readonly remarks: readonly TextRemark[]
}

/**
 * A folder at one moment: its articles and the corpus of exactly these articles, so that every index and id of one is
 * valid in the other.
 */
export interface FolderSnapshot {
  /** The workspace's name. */
  readonly name: string
  /** In order of name. */
  readonly articles: readonly FolderArticle[]
  readonly corpus: Corpus
  /** By `AnalyzedArticle.id`. */
  article(id: string): FolderArticle | undefined
  /**
   * Whether the snapshot has the article with exactly this text: only then can its entity ids and quote indexes be used
   * with `corpus`.
   */
  has(article: AnalyzedText): boolean
}

/** An article that is kept as a packed record; `recent` holds the last ones unpacked. */
export function cachedArticle(
  uri: Uri,
  name: string,
  cached: CachedRecord,
  recent: Recent<CachedRecord, RecordFacts>
): FolderArticle {
  const facts = () => recent(cached, ({ record }) => recordFacts(record))
  return {
    id: uri.toString(),
    uri,
    name,
    get text() {
      return facts().text
    },
    get markup() {
      return facts().markup
    },
    get article() {
      return readArticle(facts().text, articleFormat(fileName(uri)))
    },
    get analysis() {
      return facts().analysis
    },
    get digest() {
      return recordDigest(cached.record)
    },
    get searchText() {
      return recordSearchText(cached.record)
    }
  }
}

/** An article with the text of its editor. */
export function openFolderArticle({ uri, id, name, text, article, analysis }: OpenArticle): FolderArticle {
  const { format, markup } = article
  const source = { text, markup }
  const digest = lazy(() => digestArticle(source, analysis))
  const search = lazy(() => searchText(source, analysis))
  return {
    uri,
    id,
    name,
    text,
    markup,
    get article() {
      return readArticle(text, format)
    },
    analysis,
    get digest() {
      return digest()
    },
    get searchText() {
      return search()
    }
  }
}

/** `articles` are in order of name; `corpus` is the corpus of exactly these. */
export function folderSnapshot(name: string, articles: readonly FolderArticle[], corpus: Corpus): FolderSnapshot {
  const byId = lazy(() => new Map(articles.map((article) => [article.id, article])))
  const article = (id: string) => byId().get(id)
  return { name, articles, corpus, article, has: ({ id, text }) => article(id)?.text === text }
}
