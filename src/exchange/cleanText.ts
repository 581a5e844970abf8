import { withLineFeeds } from './canonicalText'

/** To be told how many characters could not be written. */
export type LostCharacters = (count: number) => void

/**
 * A text as cells hold it: lines end in LF, and a control character or half a surrogate pair, at which readers of tables and of XML stop,
 * is U+FFFD, one for one.
 */
export function cleanText(text: string, lost: LostCharacters): string {
  const lines = withLineFeeds(text)
  if (!forbidden.test(lines)) return lines
  let count = 0
  const clean = lines.replace(allForbidden, () => {
    count++
    return '\uFFFD'
  })
  lost(count)
  return clean
}

const forbidden = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFFFE\uFFFF\p{Surrogate}]/u
const allForbidden = new RegExp(forbidden, 'gu')
