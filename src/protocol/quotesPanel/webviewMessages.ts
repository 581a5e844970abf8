/** What the quotes panel's page says to its host, as the schema by which the host checks it. */

import {
  array,
  boolean,
  check,
  literal,
  maxLength,
  maxValue,
  object,
  picklist,
  pipe,
  readonly,
  string,
  tuple,
  variant,
  type InferOutput
} from 'valibot'
import { count, pageMessage, text } from '../common/schema'
import { columns, mostRowsAtOnce, longestWords, panelScopes, shows } from './rows'

/** Rows of the state with this version: from the first to before the second number. */
const rowRanges = pipe(
  array(
    pipe(
      tuple([count, count]),
      check(([from, to]) => from < to)
    )
  ),
  maxLength(mostRowsAtOnce),
  check((ranges) => ranges.reduce((sum, [from, to]) => sum + to - from, 0) <= mostRowsAtOnce),
  readonly()
)

/** `preview` keeps the focus in the list, `open` moves it to the text, `side` opens beside. */
const openMode = picklist(['preview', 'open', 'side'])

/** What is done with rows; `export` takes all that are shown. */
const action = picklist(['code', 'accept', 'reject', 'copy', 'export'])

const event = variant('kind', [
  /** The page is there, and wants everything. */
  object({ kind: literal('ready') }),
  object({ kind: literal('show'), show: picklist(shows) }),
  object({ kind: literal('scope'), scope: picklist(panelScopes) }),
  /** Words to look for in all articles; "" looks for nothing. */
  object({ kind: literal('words'), words: pipe(string(), maxLength(longestWords)) }),
  /** How these words are looked for. */
  object({ kind: literal('match'), match: object({ matchCase: boolean(), wholeWord: boolean() }) }),
  object({ kind: literal('sort'), column: picklist(columns), descending: picklist(['yes', 'no']) }),
  object({ kind: literal('open'), version: count, row: count, mode: openMode }),
  object({ kind: literal('act'), version: count, action, rows: rowRanges }),
  /** Takes one condition out of the filter, or all that it asks for. */
  object({ kind: literal('withoutCondition'), condition: text }),
  object({ kind: literal('stopSearch') }),
  object({ kind: literal('analyzeFolder') }),
  object({ kind: literal('history'), step: picklist(['undo', 'redo']) })
])

const request = variant('kind', [
  /** So many rows of the state with this version, from row `from` on. */
  object({ kind: literal('rows'), version: count, from: count, count: pipe(count, maxValue(200)) })
])

export const panelMessage = pageMessage(event, request)

export type PanelMessage = InferOutput<typeof panelMessage>
export type PanelEvent = InferOutput<typeof event>
export type PanelRequest = InferOutput<typeof request>
export type PanelAction = InferOutput<typeof action>
export type PanelOpenMode = InferOutput<typeof openMode>
