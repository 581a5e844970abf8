/**
 * A value as one line of JSON, without its line end. JSON allows some line separators inside of strings, but readers that split
 * lines as Unicode does (Python's `splitlines`) would cut there: they are escaped, and so is what would act on a terminal.
 */
export function writeJsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}
