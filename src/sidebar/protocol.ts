/**
 * Every message between the sidebar's host side and its webview. The host is the source of truth; the webview keeps only
 * what belongs to the interface (scope, filter, what is expanded, where it is scrolled to). Imports nothing.
 */

export type Scope = 'article' | 'folder'
export type QuoteKind = 'direct' | 'indirect' | 'mixed'
export type QuoteAct = 'speech' | 'attitude'

/** The type of an entity as the lists divide it: a place that acts counts as an actor. */
export type EntityKind = 'person' | 'organization' | 'group' | 'acting-place' | 'place'

/** `uri` names the article in messages; `name` is its file, `folder` its folder below the workspace's ("" at the top). */
export interface ArticleEntry {
  readonly uri: string
  readonly name: string
  readonly folder: string
}

/** Half open, UTF-16 units; `article` indexes `ListState.articles`, `line` counts from 1. */
export interface TextPlace {
  readonly article: number
  readonly start: number
  readonly end: number
  readonly line: number
}

/** An entry of Actors or Places. `key` stays the same while the text around it is edited. */
export interface EntityEntry {
  readonly key: string
  readonly name: string
  readonly kind: EntityKind
  readonly named: boolean
  /** How the text describes it, or the country of a place; "" when unknown. */
  readonly description: string
  readonly aliases: readonly string[]
  readonly mentions: number
  readonly quotes: number
  readonly articles: number
  readonly first: TextPlace
}

/** A quote on one line. `speaker` is the name of who says it, `source` how the text calls them there; both may be "". */
export interface QuoteEntry extends TextPlace {
  readonly key: string
  readonly text: string
  readonly kind: QuoteKind
  readonly act: QuoteAct
  readonly cue: string
  readonly source: string
  readonly speaker: string
  /** Index of `ListState.repeated`, or -1 for a quote that is in none of its groups. */
  readonly repeated: number
  /** How often the same quote occurs; 1 for most. */
  readonly times: number
}

/** A source with its quotes: indexes of `ListState.quotes`. */
export interface LinkEntry {
  readonly key: string
  readonly name: string
  readonly kind: EntityKind
  readonly named: boolean
  readonly description: string
  /** In this article. */
  readonly quotes: readonly number[]
  /** How many of them there are when the same quote again is counted once. */
  readonly distinct: number
  /** How many there are in the folder's other articles, counted in the same way; they come when they are asked for. */
  readonly elsewhere: number
  /** This source's part of all quoted words in the scope, 0 to 1. */
  readonly share: number
}

/** The same quote again: indexes of `ListState.quotes`, and how often it occurs, which may be more than are listed. */
export interface RepeatedEntry {
  readonly key: string
  readonly quotes: readonly number[]
  readonly times: number
}

/** A stretch of a source's quotes in other articles that match the filter, in order; `article` of its quotes indexes its own articles. */
export interface QuotesElsewhere {
  readonly key: string
  readonly filter: string
  readonly articles: readonly ArticleEntry[]
  readonly quotes: readonly QuoteEntry[]
  /** How many there are; less than this have come so far when `quotes` is shorter. */
  readonly of: number
}

/** What the filter finds of the article's sources in other articles: how many quotes (the same one counted once), by the key of the link. */
export interface FoundElsewhere {
  readonly filter: string
  readonly counts: readonly (readonly [key: string, count: number])[]
}

export type FolderStatus =
  | { readonly is: 'none' }
  | { readonly is: 'unread' }
  | { readonly is: 'reading'; readonly done: number; readonly total: number }
  | { readonly is: 'read'; readonly articles: number }

export interface Summary {
  /** The article's headline, else its file name; the folder's name. */
  readonly title: string
  /** Agency, place and date as the article states them. */
  readonly details: readonly string[]
  readonly words: number
  readonly quotedWords: number
}

/** All that the lists of an article show. `quotes` holds those of the scope first (`quotesInScope` of them), then repetitions of them in other articles. */
export interface ListState {
  readonly is: 'list'
  readonly revision: number
  readonly scope: 'article'
  readonly summary: Summary
  readonly articles: readonly ArticleEntry[]
  readonly entities: readonly EntityEntry[]
  readonly quotes: readonly QuoteEntry[]
  readonly quotesInScope: number
  /** The same quote again is counted once. */
  readonly distinctQuotes: number
  readonly links: readonly LinkEntry[]
  /** Quotes of the scope whose source was not found: indexes of `quotes`. */
  readonly unattributed: readonly number[]
  readonly repeated: readonly RepeatedEntry[]
  readonly folder: FolderStatus
  readonly attitudes: AttitudesState
}

/** One of the folder's lists: the name under which its rows are asked for, and how many it has. */
export interface ListHead {
  readonly list: string
  readonly of: number
}

/** A row's place in the texts. */
export interface RowTarget {
  readonly uri: string
  readonly start: number
  readonly end: number
}

/** A source of the folder. `count` is how many of its quotes match, the same quote again counted once. */
export interface FolderSource {
  readonly name: string
  readonly kind: EntityKind
  readonly named: boolean
  readonly description: string
  readonly count: number
  readonly share: number
}

/** A row of one of the folder's lists, and the list that it opens to. `key` is another for each row of a list. */
export type ListRow =
  | { readonly is: 'entity'; readonly key: string; readonly entity: EntityEntry; readonly target: RowTarget; readonly opens: ListHead }
  | { readonly is: 'article'; readonly key: string; readonly article: ArticleEntry; readonly opens: ListHead }
  | { readonly is: 'mention'; readonly key: string; readonly mention: MentionEntry; readonly uri: string }
  | { readonly is: 'source'; readonly key: string; readonly source: FolderSource; readonly opens: ListHead }
  | { readonly is: 'quote'; readonly key: string; readonly quote: QuoteEntry; readonly uri: string; readonly article: string; readonly by: 'speaker' | 'source'; readonly opens: ListHead | null }
  | { readonly is: 'suggestion'; readonly key: string; readonly name: string; readonly opens: ListHead }

/** A stretch of one of the folder's lists, from row `from` on. */
export interface ListPage {
  readonly list: string
  readonly from: number
  readonly rows: readonly ListRow[]
}

/** So many rows come at a time; pages begin at its multiples. */
export const pageLength = 50

/** In UTF-16 units. */
export const longestFilter = 200

/** How many entries match the filter, and how many there are. */
export interface Tally {
  readonly count: number
  readonly of: number
}

/** The folder's lists: how much is in them under the filter, and their first pages. Everything else comes when it is asked for. */
export interface FolderState {
  readonly is: 'folder'
  readonly revision: number
  readonly scope: 'folder'
  /** What the lists are filtered by, as it was typed. */
  readonly filter: string
  readonly summary: Summary
  readonly articles: number
  readonly tallies: Readonly<Record<'actors' | 'places' | 'quotes' | 'links' | 'repeated', Tally>>
  /** Of the quotes that match. */
  readonly kinds: Readonly<Record<QuoteKind, number>>
  readonly actors: readonly { readonly kind: EntityKind; readonly opens: ListHead }[]
  readonly places: ListHead
  /** By article. */
  readonly quotes: ListHead
  readonly links: ListHead
  /** Unnamed sources of different articles that may be one. */
  readonly suggested: ListHead
  /** Quotes whose source was not found, by article; `unattributedQuotes` of them. */
  readonly unattributed: ListHead
  readonly unattributedQuotes: number
  readonly repeated: ListHead
  readonly pages: readonly ListPage[]
  readonly folder: FolderStatus
  readonly attitudes: AttitudesState
}

/** `count` is how many attitudes the scope has, shown or not. */
export interface AttitudesState {
  readonly shown: boolean
  readonly count: number
}

export type EmptyReason = 'no-article' | 'analyzing' | 'binary' | 'too-large' | 'failed' | 'no-folder' | 'folder-unread' | 'folder-reading' | 'folder-empty'

/** There is nothing to list, and why. */
export interface EmptyState {
  readonly is: 'empty'
  readonly revision: number
  readonly scope: Scope
  readonly reason: EmptyReason
  readonly folder: FolderStatus
}

export type SidebarState = ListState | FolderState | EmptyState

/** One mention with the words around it, on one line. */
export interface MentionEntry {
  readonly start: number
  readonly end: number
  readonly line: number
  readonly before: string
  readonly surface: string
  readonly after: string
}

/** The mentions of one entity in one article; `article` indexes `ListState.articles`. */
export interface MentionGroup {
  readonly article: number
  readonly mentions: readonly MentionEntry[]
}

export interface EntityMentions {
  readonly key: string
  readonly groups: readonly MentionGroup[]
}

/** Every text of the interface, in the user's language. `{0}` and `{1}` stand for names and numbers. */
export interface SidebarStrings {
  readonly locale: string
  readonly scope: string
  readonly scopeArticle: string
  readonly scopeFolder: string
  readonly filter: string
  readonly clearFilter: string
  readonly attitudesShow: string
  readonly attitudesHide: string
  readonly collapseAll: string
  readonly tree: string
  readonly actors: string
  readonly places: string
  readonly quotes: string
  readonly links: string
  readonly repeated: string
  readonly actorsHelp: string
  readonly placesHelp: string
  readonly quotesHelp: string
  readonly linksHelp: string
  readonly repeatedHelp: string
  readonly persons: string
  readonly organizations: string
  readonly groups: string
  readonly actingPlaces: string
  readonly person: string
  readonly organization: string
  readonly group: string
  readonly actingPlace: string
  readonly place: string
  readonly unnamed: string
  readonly direct: string
  readonly indirect: string
  readonly mixed: string
  readonly attitude: string
  readonly directHelp: string
  readonly indirectHelp: string
  readonly mixedHelp: string
  readonly attitudeHelp: string
  readonly noSource: string
  readonly otherArticles: string
  readonly moreElsewhere: string
  readonly suggested: string
  readonly suggestedHelp: string
  readonly line: string
  readonly oneMention: string
  readonly manyMentions: string
  readonly oneQuote: string
  readonly manyQuotes: string
  readonly oneArticle: string
  readonly manyArticles: string
  readonly oneMore: string
  readonly manyMore: string
  readonly alsoCalled: string
  readonly repeatedTimes: string
  readonly shareOfQuoted: string
  readonly wordsQuoted: string
  readonly kindsOfQuotes: string
  readonly loading: string
  readonly analyzeFolder: string
  readonly analyzeFolderForLinks: string
  readonly readingFolder: string
  readonly openSamples: string
  readonly openFolder: string
  readonly emptyNoArticle: string
  readonly emptyNoArticleHelp: string
  readonly emptyAnalyzing: string
  readonly emptyNoFolder: string
  readonly emptyNoFolderHelp: string
  readonly emptyFolderUnread: string
  readonly emptyFolderUnreadHelp: string
  readonly emptyFolderReading: string
  readonly emptyFolder: string
  readonly emptyFolderHelp: string
  readonly emptyBinary: string
  readonly emptyBinaryHelp: string
  readonly emptyTooLarge: string
  readonly emptyTooLargeHelp: string
  readonly emptyFailed: string
  readonly emptyFailedHelp: string
  readonly emptyNothingFound: string
  readonly emptyNothingFoundHelp: string
  readonly filterNoMatch: string
  readonly oneMatch: string
  readonly manyMatches: string
  readonly listed: string
}

/** Where the cursor is. Empty lists: on nothing that is listed. */
export interface CursorPlace {
  /** The article's, or "" for one that is not listed. */
  readonly uri: string
  readonly entities: readonly string[]
  /** The mention's first character, or -1. */
  readonly mention: number
  /** The first characters of the quotes around it. */
  readonly quotes: readonly number[]
  /** False where the sidebar itself moved the cursor: the list then stays where the reader clicked. */
  readonly reveal: boolean
}

export type HostMessage =
  | { readonly type: 'strings'; readonly strings: SidebarStrings }
  | { readonly type: 'state'; readonly state: SidebarState }
  /** How far the folder is read; the lists stay. */
  | { readonly type: 'folder'; readonly folder: FolderStatus }
  | { readonly type: 'mentions'; readonly revision: number; readonly entities: readonly EntityMentions[] }
  | { readonly type: 'elsewhere'; readonly revision: number; readonly found: QuotesElsewhere }
  | { readonly type: 'found'; readonly revision: number; readonly found: FoundElsewhere }
  | { readonly type: 'page'; readonly revision: number; readonly page: ListPage }
  | { readonly type: 'cursor'; readonly revision: number; readonly place: CursorPlace }

/** `preview` keeps the focus in the list, `open` moves it to the text, `pin` also keeps the tab, `side` opens beside. */
export type OpenHow = 'preview' | 'open' | 'pin' | 'side'

/** Commands that the sidebar may ask for. */
export type SidebarCommand = 'analyzeFolder' | 'openSamples' | 'openFolder'

export type WebviewMessage =
  | { readonly type: 'ready'; readonly scope: Scope; readonly filter: string }
  | { readonly type: 'scope'; readonly scope: Scope; readonly filter: string }
  /** As the reader typed it. */
  | { readonly type: 'filter'; readonly filter: string }
  /** Rows of one of the folder's lists, from `from` on. */
  | { readonly type: 'page'; readonly revision: number; readonly list: string; readonly from: number }
  | { readonly type: 'mentions'; readonly revision: number; readonly keys: readonly string[] }
  | { readonly type: 'elsewhere'; readonly revision: number; readonly key: string; readonly count: number }
  | { readonly type: 'open'; readonly uri: string; readonly start: number; readonly end: number; readonly how: OpenHow }
  | { readonly type: 'attitudes'; readonly shown: boolean }
  | { readonly type: 'command'; readonly command: SidebarCommand }
