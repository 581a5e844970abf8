import type { Uri } from 'vscode'
import type { Analysis } from '../analysis'
import type { Decided } from '../annotations'
import { articleFormat, articleHead, readArticle, type Article, type ArticleHead } from '../article'
import {
  recordAnalysis,
  recordDescribed,
  recordDigest,
  recordExtents,
  recordHead,
  recordSearchText,
  recordSource,
  recordSubjects,
  type ArticleDigest,
  type ArticleSubjects,
  type DescribedEntity,
  type QuoteExtents,
  type RecordFacts,
  type SearchText
} from '../corpus'
import { lazy } from '../util/lazy'
import type { ArticleStanding } from './articleStanding'
import { fileName } from './fileName'
import type { FolderArticle } from './folderArticle'
import { decidedFacts } from './folderDecisions'
import type { CachedRecord } from './folderStore'
import type { Recent } from './recent'

/** A record unpacked, text and analysis each when it is asked for: a search for words reads the texts of a whole folder. */
export interface UnpackedRecord extends RecordFacts {
  readonly decided: () => Decided | undefined
}

/** Holds the articles that were unpacked last. */
export type RecentRecords = Recent<CachedRecord, UnpackedRecord>

/** An article that is kept as a packed record; `recent` holds the last ones unpacked. */
export function cachedArticle(
  uri: Uri,
  name: string,
  cached: CachedRecord,
  standing: ArticleStanding,
  recent: RecentRecords
): FolderArticle {
  return new CachedArticle(uri, name, cached, standing, recent)
}

/** A class, because there are thousands: as an object with functions of its own each would take two kilobytes. */
class CachedArticle implements FolderArticle {
  readonly id: string
  readonly uri: Uri
  readonly name: string
  readonly standing: ArticleStanding
  readonly byRules: true | undefined
  readonly #cached: CachedRecord
  readonly #recent: RecentRecords
  #head: ArticleHead | undefined

  constructor(uri: Uri, name: string, cached: CachedRecord, standing: ArticleStanding, recent: RecentRecords) {
    this.id = uri.toString()
    this.uri = uri
    this.name = name
    this.standing = standing
    this.byRules = cached.byRules
    this.#cached = cached
    this.#recent = recent
  }

  get text(): string {
    return this.#facts().text
  }

  get markup(): FolderArticle['markup'] {
    return this.#facts().markup
  }

  get article(): Article {
    return readArticle(this.text, articleFormat(fileName(this.uri)))
  }

  get analysis(): Analysis {
    const { analysis, decided } = this.#facts()
    return decided()?.analysis ?? analysis
  }

  get decided(): Decided | undefined {
    return this.#cached.decided && this.#facts().decided()
  }

  get suggested(): Analysis | undefined {
    return this.#cached.decided && this.#facts().analysis
  }

  get digest(): ArticleDigest {
    return recordDigest(this.#cached.record)
  }

  /** Kept: a filter by outlet or date asks for it with every letter. */
  get head(): ArticleHead {
    return (this.#head ??= recordHead(this.#cached.record) ?? articleHead(this.article))
  }

  get subjects(): ArticleSubjects {
    return recordSubjects(this.#cached.record)
  }

  get extents(): QuoteExtents {
    return recordExtents(this.#cached.record)
  }

  get described(): readonly DescribedEntity[] {
    return recordDescribed(this.#cached.record)
  }

  get searchText(): SearchText {
    return recordSearchText(this.#cached.record)
  }

  #facts(): UnpackedRecord {
    return this.#recent(this.#cached, () => unpacked(this.id, this.#cached))
  }
}

function unpacked(id: string, { record, decided }: CachedRecord): UnpackedRecord {
  const source = lazy(() => recordSource(record))
  const facts = lazy(() => recordAnalysis(record))
  return {
    get text() {
      return source().text
    },
    get markup() {
      return source().markup
    },
    get analysis() {
      return facts().analysis
    },
    decided: lazy(() => {
      if (!decided) return undefined
      const { analysis, beside } = facts()
      return decidedFacts({ id, ...source(), analysis }, beside)
    })
  }
}
