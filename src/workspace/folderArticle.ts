import { dequal } from 'dequal/lite'
import type { Uri } from 'vscode'
import type { Analysis, AnalyzedArticle, AnalyzedText } from '../analysis'
import { waitingDecisions, type Decided, type WaitingDecisions } from '../annotations'
import { articleHead, readArticle, type ArticleHead, type TextRemark } from '../article'
import {
  articleSubjects,
  describedEntities,
  digestArticle,
  quoteExtents,
  searchText,
  type ArticleDigest,
  type ArticleSubjects,
  type Corpus,
  type DescribedEntity,
  type QuoteExtents,
  type SearchText
} from '../corpus'
import { lazy } from '../util/lazy'
import type { OpenArticle } from './articleDocuments'
import type { ArticleStanding } from './articleStanding'
import type { ReadingProblem } from './folderReading'

/** An article of the folder as it is decided. Another version of its text, or other decisions, are another object. */
export interface FolderArticle extends AnalyzedArticle {
  readonly uri: Uri
  /** What researchers have decided about it; undefined where nobody has decided anything. Unpacked like the analysis. */
  readonly decided?: Decided | undefined
  /** Which decisions wait for a review. Of an article from a file it is read without unpacking anything. */
  readonly waiting?: WaitingDecisions | undefined
  /** What the engine suggested, where `decided` changed it. */
  readonly suggested?: Analysis | undefined
  /** Read by the rules alone, although others are read with a language model, too. */
  readonly byRules?: true | undefined
  /** What lists count and sort by. Of an article from a file it is read without unpacking anything. */
  readonly digest: ArticleDigest
  /** What the article says about itself. Of an article from a file it is read without unpacking anything. */
  readonly head: ArticleHead
  /** Whom its quotes speak of, and where its places lie. Of an article from a file it is read without unpacking anything. */
  readonly subjects: ArticleSubjects
  /** Where its quotes stand. Of an article from a file it is read without unpacking anything. */
  readonly extents: QuoteExtents
  /** Whether it is an article, and who says so. */
  readonly standing: ArticleStanding
  /** What lists say of each of its entities. Unpacked at each access, but small compared with the analysis. */
  readonly described: readonly DescribedEntity[]
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
  /** In order of name; without those that are no articles by a researcher's decision. */
  readonly articles: readonly FolderArticle[]
  readonly corpus: Corpus
  /** By `AnalyzedArticle.id`. */
  article(id: string): FolderArticle | undefined
  /**
   * Whether the snapshot has the article with exactly this text and these facts: only then can its entity ids and quote
   * indexes be used with `corpus`.
   */
  has(article: DecidedText): boolean
}

/** An article of any road with what is decided about it. */
export type DecidedText = AnalyzedText & {
  readonly decided?: Decided | undefined
  readonly byRules?: true | undefined
}

/** What the whole engine has suggested for that very text of an article; undefined where that is not kept. */
export function keptSuggestions(article: FolderArticle | undefined, text: string): Analysis | undefined {
  return article && !article.byRules && article.text === text ? (article.suggested ?? article.analysis) : undefined
}

/** An article with the text of its editor. */
export function openFolderArticle(open: OpenArticle): FolderArticle {
  const { uri, id, name, text, article, analysis, decided, suggested, byRules } = open
  const { format, markup } = article
  const source = { text, markup }
  const digest = lazy(() => digestArticle(source, analysis))
  const head = lazy(() => articleHead(article))
  const subjects = lazy(() => articleSubjects(analysis))
  const extents = lazy(() => quoteExtents(analysis))
  const described = lazy(() => describedEntities(analysis))
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
    ...(decided && { decided, waiting: waitingDecisions(decided) }),
    ...(suggested && { suggested }),
    ...(byRules && { byRules }),
    standing: open.standing ?? { isArticle: true, by: 'text' },
    get digest() {
      return digest()
    },
    get head() {
      return head()
    },
    get subjects() {
      return subjects()
    },
    get extents() {
      return extents()
    },
    get described() {
      return described()
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
  return {
    name,
    articles,
    corpus,
    article,
    has(other) {
      const known = article(other.id)
      return known !== undefined && known.text === other.text && hasSameFacts(known, other)
    }
  }
}

/** Whether two results of one text say the same. Without decisions they do, where the same engine has read it. */
export function hasSameFacts(a: DecidedText, b: DecidedText): boolean {
  return (!a.decided && !b.decided && a.byRules === b.byRules) || isSameAnalysis(a.analysis, b.analysis)
}

/** Whether all is the same that is decided about one text. */
export function hasSameDecisions(a: DecidedText, b: DecidedText): boolean {
  return hasSameFacts(a, b) && dequal(a.decided?.decisions, b.decided?.decisions)
}

const compared = new WeakMap<Analysis, WeakMap<Analysis, boolean>>()

/** Asked again and again for the same two. */
function isSameAnalysis(a: Analysis, b: Analysis): boolean {
  if (a === b) return true
  const known = compared.get(a) ?? new WeakMap<Analysis, boolean>()
  compared.set(a, known)
  const isSame = known.get(b) ?? dequal(a, b)
  known.set(b, isSame)
  return isSame
}
