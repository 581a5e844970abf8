import { onOneLine, trimCut } from '../../util/oneLine'
import { printable } from '../../util/printable'

/** In UTF-16 units. */
export const longestCodeName = 120

/** A name as it is kept: one line without characters that act. "" where nothing is left. */
export function cleanCodeName(text: string): string {
  return trimCut(onOneLine(printable(text.slice(0, 4 * longestCodeName))).slice(0, longestCodeName))
}

/** What somebody typed as the names on the way to a code: "Economy > Taxes". Blanks around the mark are needed. */
export function codePathNames(text: string): readonly string[] {
  return text
    .split(/\s[>\u203A]\s/)
    .map(cleanCodeName)
    .filter((name) => name !== '')
}

/** Whether two names are the same to a reader: upper and lower case and the form of accents do not matter. */
export function isSameName(a: string, b: string): boolean {
  return comparableName(a) === comparableName(b)
}

/** Equal for the same names. */
export function comparableName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
