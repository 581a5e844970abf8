/**
 * A line of a stream that is sorted by key: `key TAB json`. A key is a section (a letter) and its fields, joined by `!`, in printable
 * ASCII. Bytes in order (`LC_ALL=C sort`) are fields in order, and texts in the order in which JavaScript compares them.
 */
export type KeyedLine = string

/** The parts of a line. */
export interface KeyedRecord {
  readonly key: string
  readonly value: string
}

/**
 * What the stream holds, in the order in which it is read. A reduce makes the sections from `holder` on of those before; `runEnds` and
 * `holder`, `identity` also come from partial reduces.
 */
export const sections = {
  /** `a!shards!shard`: this shard of so many is there. `a!!article`: an article, where it is, and how many records it has. */
  article: 'a',
  /** `b!bucket!round!article!number`: an entity with a name, among all that could be the same. */
  candidate: 'b',
  /** `c!wording!article!quote` */
  quote: 'c',
  /** `d!article!number`: somebody unnamed who is quoted. */
  unnamed: 'd',
  /** `e!run!wording`: a wording by one of its runs of words. */
  run: 'e',
  /** `f!wording!wording`: two versions of the same quote. */
  version: 'f',
  /** `g!bucket!holder`, and `g!bucket!holder!article!number`: who it is, and their quotes. */
  holder: 'g',
  /** `h!identity!article!number`: a member of what a person gave an identity. */
  identity: 'h',
  /** `i!group!article!quote` */
  repeat: 'i',
  /** `n!…`: what a partial reduce has taken from the stream. */
  taken: 'n',
  /** `s!article!number`, and `s!article!number!article!number`: a speaker by their first mention, and their quotes. */
  speaker: 's',
  /** `t!article!quote!article!quote`: a quote of a group, by the group's first. */
  group: 't'
} as const

export function keyedLine(section: string, fields: readonly string[], value: unknown): KeyedLine {
  return `${[section, ...fields].join('!')}\t${JSON.stringify(value)}`
}

/** Throws when the line has not the form. */
export function keyedRecord(line: KeyedLine): KeyedRecord {
  const tab = line.indexOf('\t')
  if (tab < 1) throw new Error('is no record: no key before a tab')
  return { key: line.slice(0, tab), value: line.slice(tab + 1) }
}

/** The fields behind the section, as they are written. */
export function fieldsOf(key: string): readonly string[] {
  return key.split('!').slice(1)
}

/** What is no letter, digit or mark between `$` and `}` is written as a code that keeps the order: `#20` for a space, `~00e9` for \u00e9. */
export function textField(text: string): string {
  return text.replace(/[^$-}]/g, (unit) => {
    const code = unit.charCodeAt(0)
    return code < 0x24 ? `#${hex(code, 2)}` : `~${hex(code, 4)}`
  })
}

export function readTextField(field: string): string {
  return field.replace(/#([0-9a-f]{2})|~([0-9a-f]{4})/g, (_, low: string | undefined, high: string | undefined) =>
    String.fromCharCode(parseInt(low ?? high ?? '', 16))
  )
}

/** A number of up to seven digits: an article has no more entities or quotes. */
export function numberField(number: number): string {
  return String(number).padStart(7, '0')
}

/** A number of 32 bits in 8 digits, one of 52 bits in 13. */
export function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0')
}
