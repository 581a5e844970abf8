/** Control characters, and those that change the direction of what comes after them. */
const invisibleControls = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g
const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const asciiPunctuation = /[!-/:-@[-`{-~]/g

/**
 * An article's text as Markdown that shows exactly this text on one line: every punctuation mark of Markdown is
 * escaped, so that it can be no link, image, HTML, icon or emphasis, and white space (also line ends) becomes a single
 * blank.
 */
export function escapeMarkdown(text: string): string {
  return plainLine(text).replace(asciiPunctuation, '\\$&')
}

/** The text on one line without control characters and lone surrogates, where Markdown is not interpreted. */
export function plainLine(text: string): string {
  return text.replace(invisibleControls, ' ').replace(loneSurrogates, '\uFFFD').replace(/\s+/g, ' ').trim()
}

/** The beginning of a text, at most `length` UTF-16 units and an ellipsis, cut between words where possible. */
export function excerpt(text: string, length = 160): string {
  const line = plainLine(text.slice(0, 4 * length))
  if (line.length <= length && text.length <= 4 * length) return line
  const cut = line.slice(0, length)
  const lastBlank = cut.lastIndexOf(' ')
  return `${plainLine(lastBlank > length / 2 ? cut.slice(0, lastBlank) : cut.replace(/[\uD800-\uDBFF]$/, ''))}\u2026`
}
