import type { Span } from './article'

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
 * Reads the top-level scalars and lists of YAML (`key: value`) and TOML (`key = "value"`) front matter between `start` and `end`.
 * Block scalars and nested maps carry no title and are left out; nothing here throws on broken front matter.
 */
export function readFrontMatter(text: string, start: number, end: number): FrontMatter {
  let title: Span | null = null
  let date: Span | null = null
  const authors: Span[] = []
  let key = ''
  for (let from = start; from < end;) {
    const to = endOfLine(text, from, end)
    const line = text.slice(from, to)
    const entry = /^([A-Za-z][\w-]{0,40})[ \t]{0,8}[:=](?=[ \t]|$)/.exec(line)
    const item = /^[ \t]{0,8}-[ \t]/.exec(line)
    if (entry !== null) key = (entry[1] ?? '').toLowerCase()
    const valueStart = from + (entry ?? item ?? [''])[0].length
    if (entry !== null || item !== null) {
      const values = readValues(text, valueStart, to)
      const value = values[0] ?? null
      if (titleKeys.has(key)) title ??= value
      else if (dateKeys.has(key)) date ??= value
      else if (authorKeys.has(key)) authors.push(...values)
    }
    from = to + 1
  }
  return { title, authors, date }
}

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
  for (let at = from; at < value.end; at++) {
    if (text[at] !== ',' && at !== value.end - 1) continue
    const item = trimmed(text, from, at)
    if (item !== null) values.push(...scalar(text, item))
    from = at + 1
  }
  return values
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
