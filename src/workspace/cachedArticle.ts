import type { Uri } from 'vscode'
import type { Analysis } from '../analysis'
import type { Decided, WaitingDecisions } from '../annotations'
import { articleFormat, articleHead, readArticle, type Article, type ArticleHead, type SourceText } from '../article'
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
  type RecordAnalysis,
  type SearchText
} from '../corpus'
import type { ArticleStanding } from './articleStanding'
import { fileName } from './fileName'
import type { FolderArticle } from './folderArticle'
import { decidedFacts } from './folderDecisions'
import type { CachedRecord } from './folderStore'
import type { Recent } from './recent'

/** A record unpacked, text and analysis each when it is asked for: a search for words reads the texts of a whole folder. */
export interface UnpackedRecord extends SourceText {
  readonly analysis: Analysis
  readonly decided: Decided | undefined
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
    return decided?.analysis ?? analysis
  }

  get decided(): Decided | undefined {
    return this.#cached.decided && this.#facts().decided
  }

  get waiting(): WaitingDecisions | undefined {
    return this.#cached.decided?.waiting
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
    return this.#recent(this.#cached, () => new LazyRecord(this.id, this.#cached))
  }
}

/**
 * A class: functions of an object's own that a getter is made of are held until the whole heap is looked through, and with them the texts
 * of thousands of articles that go by.
 */
class LazyRecord implements UnpackedRecord {
  readonly #id: string
  readonly #cached: CachedRecord
  #source: SourceText | undefined
  #facts: RecordAnalysis | undefined
  #decided: { readonly value: Decided | undefined } | undefined

  constructor(id: string, cached: CachedRecord) {
    this.#id = id
    this.#cached = cached
  }

  get text(): string {
    return this.#sourceText().text
  }

  get markup(): SourceText['markup'] {
    return this.#sourceText().markup
  }

  get analysis(): Analysis {
    return this.#recordAnalysis().analysis
  }

  get decided(): Decided | undefined {
    return (this.#decided ??= { value: this.#decide() }).value
  }

  #decide(): Decided | undefined {
    if (!this.#cached.decided) return undefined
    const { analysis, beside } = this.#recordAnalysis()
    return decidedFacts({ id: this.#id, ...this.#sourceText(), analysis }, beside)
  }

  #sourceText(): SourceText {
    return (this.#source ??= recordSource(this.#cached.record))
  }

  #recordAnalysis(): RecordAnalysis {
    return (this.#facts ??= recordAnalysis(this.#cached.record))
  }
}
