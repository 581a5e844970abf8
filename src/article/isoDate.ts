import type { Article, Paragraph, Span } from './article'
import { shownText } from './shownText'

/**
 * The day of an article in ISO 8601 ("2026-03-03"), or the month where its date says no day; null where the article does not say the
 * year. A date without a year ("Feb. 21") takes it from what stands above or below the news: another date close to it, or a copyright note.
 * What the news itself says of years is not asked: it tells of other times.
 */
export function isoDate(article: Article): string | null {
  if (!article.date) return null
  const date = readDate(shownText(article, article.date))
  if (!date) return null
  const year = date.year ?? yearAround(article, date)
  return year === null ? null : written({ ...date, year })
}

/** `month` from 1; `year` null where it is not said, `day` null of a whole month. */
interface DateParts {
  readonly year: number | null
  readonly month: number
  readonly day: number | null
}

/**
 * "March 3, 2026", "3 March 2026", "Feb. 21", "Wed Feb 21", "March 2026", "2026-03-03T10:00Z", "31/08/2026" where only one reading is a
 * date; null for what is none.
 */
export function readDate(text: string): DateParts | null {
  for (const read of [readIso, readSlashes, readMonthFirst, readDayFirst, readMonthOfYear]) {
    const date = read(text)
    if (date) return isDay(date) ? date : null
  }
  return null
}

function readIso(text: string): DateParts | null {
  const found = /(?<!\d)(?<year>[12]\d{3})-(?<month>\d\d)(?:-(?<day>\d\d))?(?!\d)/.exec(text)?.groups
  if (!found) return null
  const { year, month, day } = found
  return parts(year, Number(month), day)
}

/** Days and months have their order by country: only what can be read in one way is read. */
function readSlashes(text: string): DateParts | null {
  const found = /(?<!\d)(?<first>\d{1,2})[/.](?<second>\d{1,2})[/.](?<year>[12]\d{3})(?!\d)/.exec(text)?.groups
  if (!found) return null
  const { first, second, year } = found
  if (Number(first) > 12) return parts(year, Number(second), first)
  return Number(second) > 12 || first === second ? parts(year, Number(first), second) : null
}

const monthPattern =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
const dayPattern = '(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])'
const yearPattern = '(?:,?\\s*(?:of\\s+)?(?<year>[12]\\d{3})(?!\\d))'
const monthFirst = new RegExp(`(?<!\\p{L})${monthPattern}\\s*${dayPattern}${yearPattern}?`, 'iu')
const dayFirst = new RegExp(`(?<!\\d)${dayPattern}\\s*(?:of\\s+)?${monthPattern}${yearPattern}?`, 'iu')
const monthOfYear = new RegExp(`(?<!\\p{L})${monthPattern}${yearPattern}`, 'iu')

function readMonthFirst(text: string): DateParts | null {
  return namedMonth(monthFirst.exec(text)?.groups)
}

function readDayFirst(text: string): DateParts | null {
  return namedMonth(dayFirst.exec(text)?.groups)
}

function readMonthOfYear(text: string): DateParts | null {
  return namedMonth(monthOfYear.exec(text)?.groups)
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function namedMonth(found: Record<string, string | undefined> | undefined): DateParts | null {
  if (!found) return null
  const { year, month = '', day } = found
  return parts(year, months.indexOf(month.slice(0, 3).toLowerCase()) + 1, day)
}

function parts(year: string | undefined, month: number, day: string | undefined): DateParts {
  return { year: year === undefined ? null : Number(year), month, day: day === undefined ? null : Number(day) }
}

/** Of a year that is not known the longest possible February. */
function isDay({ year, month, day }: DateParts): boolean {
  if (month < 1 || month > 12) return false
  return day === null || (day >= 1 && day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate())
}

function written({ year, month, day }: DateParts): string | null {
  if (!isDay({ year, month, day })) return null
  const two = (number: number) => String(number).padStart(2, '0')
  return `${year}-${two(month)}${day === null ? '' : `-${two(day)}`}`
}

/** The year of what stands around the news, nearest to the date; null where nothing there says one. */
function yearAround(article: Article, date: DateParts): number | null {
  for (const text of textsAround(article)) {
    const near = readDate(text)
    const year = near && near.year !== null ? nearestYear(date, near, near.year) : copyrightYear(text)
    if (year !== null) return year
  }
  return null
}

/** In days: an article is updated or syndicated not much later than it was written. */
const mostDaysBetween = 45

/** The year in which a date is nearest to another one; null where it would still be far from it. */
function nearestYear(date: DateParts, near: DateParts, nearYear: number): number | null {
  const days = ({ month, day }: DateParts, year: number) => Date.UTC(year, month - 1, day ?? 15) / 86_400_000
  const distance = (year: number) => Math.abs(days(date, year) - days(near, nearYear))
  const nearest = [nearYear, nearYear - 1, nearYear + 1].reduce((a, b) => (distance(b) < distance(a) ? b : a))
  return distance(nearest) <= mostDaysBetween ? nearest : null
}

function copyrightYear(text: string): number | null {
  const found = /(?:\u00a9|\(c\)|\bcopyright\b)[^\d]{0,80}(?<year>(?:19|20)\d\d)(?![\d\u2013-])/i.exec(text)?.groups
  if (!found) return null
  const { year } = found
  return Number(year)
}

/** Longer lines, and those that end as sentences do, are news. UTF-16 units. */
const longestLine = 80
const blocksAtEachEnd = 8

/** Front matter, then credits and short lines at the head and at the foot. */
function textsAround(article: Article): readonly string[] {
  const { paragraphs, format, text } = article
  const frontMatter = format === 'markdown' ? /^(---|\+\+\+)\r?\n[^]*?\n\1/.exec(text.slice(0, 20_000))?.[0] : undefined
  const dates = [
    ...(frontMatter?.matchAll(/^(?:date|published|pubdate|publishdate|datepublished|created)\s*[:=](.*)$/gim) ?? [])
  ]
  const lines = paragraphs.filter(
    (paragraph, index) =>
      (index < blocksAtEachEnd || index >= paragraphs.length - blocksAtEachEnd) &&
      !contains(paragraph, article.date) &&
      isAboutText(text, paragraph)
  )
  return [...dates.map((found) => found[1] ?? ''), ...lines.map((line) => shownText(article, line).slice(0, 1200))]
}

function isAboutText(text: string, { role, start, end }: Paragraph): boolean {
  if (role === 'credit' || role === 'byline') return true
  return role !== 'title' && end - start <= longestLine && !/[.?!"\u201d]$/.test(text.slice(start, end))
}

function contains(outer: Span, inner: Span | null): boolean {
  return inner !== null && outer.start <= inner.start && inner.end <= outer.end
}
