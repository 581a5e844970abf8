/** A note in one line, whatever it holds. `noteOfText` is the way back. */
export function textOfNote(note: string): string {
  return note.replace(
    /[\\\u0000-\u001F\u007F-\u009F\u2028\u2029]|^\s|\s$/g,
    (character) => short[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}

export function noteOfText(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|([\\nt]))/g, (_, hex: string | undefined, letter: string) =>
    hex === undefined ? { '\\': '\\', n: '\n', t: '\t' }[letter]! : String.fromCharCode(Number.parseInt(hex, 16))
  )
}

const short: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t' }
