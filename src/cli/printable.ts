export { printable, printableMessage, withoutControls } from '../util/printable'

/** At most `length` characters as a reader counts them, the last one an ellipsis where something was cut off. */
export function shorten(text: string, length: number): string {
  // No character of news has more than 16 units; one that has (stacked accents) is cut with the rest.
  const characters = [...segmenter.segment(text.slice(0, length * 16))]
  return characters.length <= length && text.length <= length * 16
    ? text
    : `${characters
        .slice(0, length - 1)
        .map(({ segment }) => segment)
        .join('')}\u2026`
}

/** The number of characters as a reader counts them. */
export function displayLength(text: string): number {
  return [...segmenter.segment(text)].length
}

const segmenter = new Intl.Segmenter()
