/**
 * What the webview says to its host, as the schema by which the host checks it: what comes out of a webview is input like
 * any other. The types are inferred from it. The webview imports the types alone, so that valibot is no part of its script.
 */

import {
  array,
  boolean,
  check,
  literal,
  maxLength,
  object,
  picklist,
  pipe,
  readonly,
  string,
  variant,
  type InferOutput
} from 'valibot'
import { count, pageMessage, text } from '../common/schema'
import { highlightIds } from '../common'
import { longestFilter } from './limits'
import { nameTypes, sourceOrders } from './lists'

/** The page asks only for entries that are open, which are never this many. */
const mostKeys = 10_000

const filter = pipe(string(), maxLength(longestFilter))
const scope = picklist(['article', 'folder'])

const nameType = picklist(nameTypes)
const sourceOrder = picklist(sourceOrders)

/** `preview` keeps the focus in the list, `open` moves it to the text, `pin` also keeps the tab, `side` opens beside. */
const openMode = picklist(['preview', 'open', 'pin', 'side'])

/** Commands that the sidebar may ask for. */
const command = picklist([
  'analyzeFolder',
  'openSamples',
  'openFolder',
  'selectArticles',
  'treatAsArticle',
  'saveSearch',
  'forgetSearch'
])

/**
 * One of the folder's lists, by what stays the same when the folder changes: the id of an entity of the corpus, the URI of
 * an article. The same address is the same list in every state that has it.
 */
const listAddress = pipe(
  variant('kind', [
    /** Sources, and the quotes of one of them. */
    object({ kind: literal('sources'), order: sourceOrder }),
    object({ kind: literal('source'), entity: text }),
    /** Names of some types; of all where none is given. */
    object({ kind: literal('names'), types: pipe(array(nameType), maxLength(nameTypes.length), readonly()) }),
    /** Articles in which an entity is mentioned, and its mentions in one of them. */
    object({ kind: literal('mentions'), entity: text }),
    object({ kind: literal('mentionsIn'), entity: text, article: text }),
    /** Articles with quotes whose source was not found, and these quotes of one of them. */
    object({ kind: literal('unattributed') }),
    object({ kind: literal('unattributedIn'), article: text }),
    /** Groups of unnamed sources that may be one, and the sources of the group that begins with an entity. */
    object({ kind: literal('suggested') }),
    object({ kind: literal('suggestion'), entity: text }),
    /** Groups of the same quote, and the quotes of one group. `quote` is the key of one of its quotes. */
    object({ kind: literal('reuse') }),
    object({ kind: literal('reuseOf'), article: text, quote: text }),
    /** Articles with a code, and the coded words of one of them. `code` is the code's id. */
    object({ kind: literal('coded'), code: text }),
    object({ kind: literal('codedIn'), code: text, article: text }),
    /** Decisions that wait for a review. */
    object({ kind: literal('review') })
  ]),
  readonly()
)

/** What the reader decides about: a row's place in an article, and the key of the row's entry (of a mark: of the decision). */
const decideTarget = pipe(
  object({
    section: picklist(['entity', 'mention', 'quote', 'coding', 'memo', 'articleMemo', 'review', 'proposal']),
    uri: text,
    start: count,
    end: count,
    key: text
  }),
  check(({ start, end }) => start <= end)
)

/** `edit` changes what is most often wrong (a name, a speaker, a memo); `annotate` offers everything else. */
const decideAction = picklist(['accept', 'reject', 'edit', 'annotate'])

const event = variant('kind', [
  /** The page is there, and wants everything. */
  object({ kind: literal('ready'), scope }),
  object({ kind: literal('scope'), scope }),
  /** As the reader typed it. */
  object({ kind: literal('filter'), filter }),
  pipe(
    object({ kind: literal('open'), uri: text, start: count, end: count, mode: openMode }),
    check(({ start, end }) => start <= end)
  ),
  /** Opens what the first row of a list is about. */
  object({ kind: literal('openFirst'), list: listAddress, mode: openMode }),
  object({ kind: literal('attitudes'), shown: boolean() }),
  /** Switches a highlight of the editor on or off. */
  object({ kind: literal('highlight'), id: picklist(highlightIds), on: boolean() }),
  /** Shows quotes in their panel: those that a filter leaves. */
  object({ kind: literal('quotes'), filter }),
  object({ kind: literal('command'), command }),
  object({ kind: literal('decide'), action: decideAction, target: decideTarget }),
  object({ kind: literal('history'), step: picklist(['undo', 'redo']) }),
  /** The reader went to words that are nowhere in the text. */
  object({ kind: literal('nowhere'), words: text })
])

const request = variant('kind', [
  /** Mentions of the article's entries, by their keys. */
  object({ kind: literal('mentions'), keys: pipe(array(text), maxLength(mostKeys), readonly()) }),
  /** The first `count` codings of the article with a code. */
  object({ kind: literal('codings'), code: text, filter, count }),
  /** How many quotes of the article's sources the filter finds in other articles, and how many codings in this one. */
  object({ kind: literal('found'), filter }),
  /** The first `count` of these quotes, by the key of the source's link. */
  object({ kind: literal('elsewhere'), source: text, filter, count }),
  /** Rows of one of the folder's lists, from row `from` on. */
  object({ kind: literal('page'), list: listAddress, from: count })
])

export const webviewMessage = pageMessage(event, request)

export type WebviewMessage = InferOutput<typeof webviewMessage>
export type WebviewEvent = InferOutput<typeof event>
export type SidebarRequest = InferOutput<typeof request>
export type ListAddress = InferOutput<typeof listAddress>
export type Scope = InferOutput<typeof scope>
export type OpenMode = InferOutput<typeof openMode>
export type SidebarCommand = InferOutput<typeof command>
export type DecideTarget = InferOutput<typeof decideTarget>
export type DecideAction = InferOutput<typeof decideAction>
