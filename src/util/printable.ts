/**
 * Characters that act instead of being shown: C0 and C1 controls (among them the escape of terminals), DEL, embeddings, overrides
 * and isolates of direction, lone surrogates.
 */
const acting = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu

/** The text with U+FFFD for each character that acts; tabs and line ends stay. */
export function withoutControls(text: string): string {
  return text.replace(acting, (character) => (/[\t\n\r]/.test(character) ? character : '\uFFFD'))
}

/**
 * One line that is safe to show anywhere: file names and messages must not move a terminal's cursor, colour it, begin another
 * line or turn the direction of what follows. Characters that act and marks of direction become U+FFFD, each run of white
 * space one space.
 */
export function printable(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(acting, '\uFFFD')
    .replace(/[\u200E\u200F\u061C]/g, '\uFFFD')
}

/** `printable`, with an ellipsis for the middle of what is longer than `longest` UTF-16 units: a path's end says most. */
export function printableMessage(text: string, longest = 500): string {
  if (text.length <= longest) return printable(text)
  const half = Math.floor(longest / 2)
  return printable(`${text.slice(0, half)}\u2026${text.slice(-half)}`)
}

/**
 * Words of others for a list, a status bar or a notification of VS Code, which makes icons of "$(trash)" and links, also such as
 * run commands, of "[words](address)": an invisible character that joins keeps both what they are, words.
 */
export function withoutMarks(text: string): string {
  return text.replace(/\$\(/g, '$\u2060(').replace(/\]\(/g, ']\u2060(')
}
