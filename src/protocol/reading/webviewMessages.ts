/** What the reading view says to its host, as the schema by which the host checks it. The page imports the types alone. */

import { boolean, check, literal, nullable, object, picklist, pipe, variant, type InferOutput } from 'valibot'
import { count, text } from '../common/schema'

/** Words of the document's `version`; UTF-16 units. */
const words = { version: count, start: count, end: count }

/** What can be made of selected words. */
const mark = picklist(['quote', 'name', 'code', 'note'])

const event = variant('kind', [
  /** The page is there, and wants everything. */
  object({ kind: literal('ready') }),
  pipe(
    object({ kind: literal('selection'), ...words }),
    check(({ start, end }) => start <= end)
  ),
  pipe(
    object({ kind: literal('mark'), mark, ...words }),
    check(({ start, end }) => start < end)
  ),
  /** `top` is the first word in sight, `read` the one that the reader is at; `lit` the key of the source that is. */
  object({ kind: literal('kept'), top: count, read: count, lit: nullable(text), names: boolean(), codes: boolean() }),
  /** A code in the margin: the codings that a filter leaves are to be listed. */
  object({ kind: literal('codings'), filter: text }),
  /** The next or previous quote of a source is in another article. */
  object({ kind: literal('beyond'), source: text, direction: picklist(['next', 'previous']) })
])

export const webviewMessage = object({ kind: literal('event'), event })

export type WebviewMessage = InferOutput<typeof webviewMessage>
export type WebviewEvent = InferOutput<typeof event>
export type ReadingMark = InferOutput<typeof mark>
