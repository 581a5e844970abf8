/** What the overview's page says to its host, as the schema by which the host checks it. */

import { literal, maxLength, maxValue, object, picklist, pipe, string, variant, type InferOutput } from 'valibot'
import { count, pageMessage, text } from '../common/schema'
import { longestPicture, mostRows } from './limits'
import { pictureKinds } from './pictures'

const rows = pipe(count, maxValue(mostRows))
const picture = picklist(pictureKinds)

const event = variant('kind', [
  /** The page is there, and wants its texts. */
  object({ kind: literal('ready') }),
  /** The page shows this picture: it wants so many rows (sources, groups) and columns (articles) of it. */
  object({ kind: literal('show'), picture, rows, columns: rows }),
  /** As it would be typed; what it leaves is shown everywhere. */
  object({ kind: literal('filter'), filter: text }),
  /** Shows quotes, or mentions, under a filter, in the quotes panel. */
  object({ kind: literal('list'), filter: text, show: picklist(['quotes', 'mentions']) }),
  /** The quotes panel lists again what it listed before `list` was first said. */
  object({ kind: literal('unlist') }),
  object({ kind: literal('openQuote'), article: text, quote: count }),
  object({ kind: literal('openArticle'), article: text }),
  object({ kind: literal('analyzeFolder') }),
  object({ kind: literal('openFolder') }),
  /** Asks the user where to, and writes it. `content` is SVG as text, or PNG as base64. */
  object({
    kind: literal('save'),
    picture,
    format: picklist(['svg', 'png']),
    content: pipe(string(), maxLength(longestPicture))
  })
])

const request = variant('kind', [
  /** The outlines of the world's countries. */
  object({ kind: literal('outlines') })
])

export const webviewMessage = pageMessage(event, request)

export type WebviewMessage = InferOutput<typeof webviewMessage>
export type WebviewEvent = InferOutput<typeof event>
export type OverviewRequest = InferOutput<typeof request>
