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
  /** In the scope: this article, or all of the folder. */
  readonly quotes: readonly number[]
  /** How many of them there are when the same quote again is counted once. */
  readonly distinct: number
  /** How many there are in the folder's other articles, counted in the same way; they come when they are asked for. 0 when the scope is the folder. */
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

/** Unnamed sources of different articles that may be one: indexes of `ListState.links`, at least two. */
export interface SuggestionEntry {
  readonly key: string
  readonly links: readonly number[]
}

/** A stretch of a source's quotes in other articles, in order; `article` of its quotes indexes its own articles. */
export interface QuotesElsewhere {
  readonly key: string
  readonly articles: readonly ArticleEntry[]
  readonly quotes: readonly QuoteEntry[]
  /** How many there are; less than this have come so far when `quotes` is shorter. */
  readonly of: number
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

/** All that the lists show. `quotes` holds those of the scope first (`quotesInScope` of them), then repetitions of them in other articles. */
export interface ListState {
  readonly is: 'list'
  readonly revision: number
  readonly scope: Scope
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
  /** Only for the folder. */
  readonly suggestions: readonly SuggestionEntry[]
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

export type SidebarState = ListState | EmptyState

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
  /** Index of `ListState.articles`, or -1. */
  readonly article: number
  readonly entities: readonly string[]
  /** The mention's first character, or -1. */
  readonly mention: number
  /** Indexes of `ListState.quotes`. */
  readonly quotes: readonly number[]
  /** False where the sidebar itself moved the cursor: the list then stays where the reader clicked. */
  readonly reveal: boolean
}

export type HostMessage =
  | { readonly type: 'strings'; readonly strings: SidebarStrings }
  | { readonly type: 'state'; readonly state: SidebarState }
  | { readonly type: 'mentions'; readonly revision: number; readonly entities: readonly EntityMentions[] }
  | { readonly type: 'elsewhere'; readonly revision: number; readonly found: QuotesElsewhere }
  | { readonly type: 'cursor'; readonly revision: number; readonly place: CursorPlace }

/** `preview` keeps the focus in the list, `open` moves it to the text, `pin` also keeps the tab, `side` opens beside. */
export type OpenHow = 'preview' | 'open' | 'pin' | 'side'

/** Commands that the sidebar may ask for. */
export type SidebarCommand = 'analyzeFolder' | 'openSamples' | 'openFolder'

export type WebviewMessage =
  | { readonly type: 'ready'; readonly scope: Scope }
  | { readonly type: 'scope'; readonly scope: Scope }
  | { readonly type: 'mentions'; readonly revision: number; readonly keys: readonly string[] }
  | { readonly type: 'elsewhere'; readonly revision: number; readonly key: string; readonly count: number }
  | { readonly type: 'open'; readonly uri: string; readonly start: number; readonly end: number; readonly how: OpenHow }
  | { readonly type: 'attitudes'; readonly shown: boolean }
  | { readonly type: 'command'; readonly command: SidebarCommand }
