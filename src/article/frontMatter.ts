import type { Span } from './article'
import type { Steps } from '../util/steps'

/** The values of front matter that an article needs, as spans of the source without their quotation marks. */
export interface FrontMatter {
  readonly title: Span | null
  readonly authors: readonly Span[]
  readonly date: Span | null
}

const titleKeys = new Set(['title', 'headline'])
const authorKeys = new Set(['author', 'authors', 'byline', 'creator'])
const dateKeys = new Set(['date', 'published', 'pubdate', 'publishdate', 'datepublished', 'created'])

/**
 * Reads title, authors and date of YAML (`key: value`) and TOML (`key = "value"`) front matter between `start` and `end`:
 * top-level scalars, lists, and the `name` of an author who is a map. Block scalars and values over several lines are left
 * out. Nothing here throws, and the time is in proportion to the length.
 *
 * Read line by line and not by a YAML parser: people write `title: Talks fail: what now`, which is no YAML, and TOML would
 * need a reader all the same. The package `yaml` would add 98 KB to each of the extension's two bundles, 2 % to the download.
 */
export function* readFrontMatter(text: string, start: number, end: number): Steps<FrontMatter> {
  let title: Span | null = null
  let date: Span | null = null
  const authors: Span[] = []
  let key = ''
  let lines = 0
  for (let from = start; from < end;) {
    if (++lines % linesOfStep === 0) yield
    const to = endOfLine(text, from, end)
    const line = text.slice(from, to)
    const entry = topLevelEntry.exec(line)
    if (entry !== null) key = (entry[1] ?? '').toLowerCase()
    const lead = entry ?? (authorKeys.has(key) ? nameOfMap.exec(line) : null) ?? listItem.exec(line)
    if (lead !== null) {
      const values = readValues(text, from + lead[0].length, to)
      const value = values[0] ?? null
      if (titleKeys.has(key)) title ??= value
      else if (dateKeys.has(key)) date ??= value
      else if (authorKeys.has(key)) authors.push(...values)
    }
    from = to + 1
  }
  return { title, authors, date }
}

/** Lines between two steps. */
const linesOfStep = 2000

/** `key:` or `key =` at the beginning of a line, the key captured. */
const topLevelEntry = /^([A-Za-z][\w-]{0,40})[ \t]{0,8}[:=](?=[ \t]|$)/

/** `- name:` or, indented, `name:`. */
const nameOfMap = /^(?:[ \t]{0,8}-[ \t]{1,8}|[ \t]{1,8})name:[ \t]/

/** `- `, but not when a map begins behind it (`- email: …`): what is in maps besides the name is nobody's name. */
const listItem = /^[ \t]{0,8}-[ \t](?![ \t]{0,8}[A-Za-z][\w-]{0,40}:(?:[ \t]|$))/

function endOfLine(text: string, from: number, end: number): number {
  let at = from
  while (at < end && text.charCodeAt(at) !== 0x0a && text.charCodeAt(at) !== 0x0d) at++
  return at
}

/** One scalar, or the items of a list in one line: `[Jane Doe, "John Smith"]`. */
function readValues(text: string, start: number, end: number): readonly Span[] {
  const value = trimmed(text, start, end)
  if (value === null) return []
  if (text[value.start] !== '[' || text[value.end - 1] !== ']') return scalar(text, value)
  const values: Span[] = []
  let from = value.start + 1
  let isItemStart = true
  for (let at = from; at < value.end; at++) {
    if (isItemStart && (text[at] === '"' || text[at] === "'")) at = endOfQuoted(text, at, value.end - 1)
    isItemStart = text[at] === ',' || (isItemStart && text[at] === ' ')
    if (text[at] !== ',' && at < value.end - 1) continue
    const item = trimmed(text, from, at)
    if (item !== null) values.push(...scalar(text, item))
    from = at + 1
  }
  return values
}

/** Behind the mark that closes the one at `start`, a doubled or escaped one being none; `end` when it stays open. */
function endOfQuoted(text: string, start: number, end: number): number {
  const mark = text[start]
  for (let at = start + 1; at < end; at++) {
    if (text[at] === '\\' && mark === '"') at++
    else if (text[at] === mark && text[at + 1] === mark) at++
    else if (text[at] === mark) return at + 1
  }
  return end
}

function scalar(text: string, value: Span): readonly Span[] {
  const mark = text[value.start]
  if (mark === '"' || mark === "'") {
    const close = text.indexOf(mark, value.start + 1)
    const inner =
      close < 0 || close >= value.end ? null : trimmed(text, value.start + 1, closingMark(text, value, mark))
    return inner === null ? [] : [inner]
  }
  if (mark === '|' || mark === '>' || mark === '{' || mark === '&' || mark === '*' || mark === '#') return []
  const comment = text.slice(value.start, value.end).indexOf(' #')
  const plain = comment < 0 ? value : trimmed(text, value.start, value.start + comment)
  return plain === null ? [] : [plain]
}

/** The last such mark: a comment may follow it, and marks inside are doubled or escaped. */
function closingMark(text: string, value: Span, mark: string): number {
  const last = text.lastIndexOf(mark, value.end - 1)
  return last > value.start ? last : value.end
}

function trimmed(text: string, start: number, end: number): Span | null {
  let from = start
  let to = end
  while (from < to && /\s/.test(text[from] ?? '')) from++
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--
  return /[\p{L}\p{N}]/u.test(text.slice(from, to)) ? { start: from, end: to } : null
}
