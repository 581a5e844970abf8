import { onOneLine, trimCut } from '../../util/oneLine'

/** As much of a memo as a row shows, in UTF-16 units. */
const longest = 200

/** The first line with words, cut with an ellipsis; "" for none. */
export function firstLine(text: string): string {
  const start = text.slice(0, 10 * longest).trimStart()
  const line = onOneLine(/^[^\r\n]*/.exec(start)?.[0] ?? '')
  return line.length <= longest ? line : `${trimCut(line.slice(0, longest))}\u2026`
}
