import { noQuotes, quoteKinds, type KindCounts } from './kindCounts'

/** Quotes by the date of their article. */
export interface Timeline {
  readonly unit: TimeUnit
  /** Ascending, with the days, months or years in between on which there is nothing. */
  readonly rows: readonly TimelineRow[]
  /** Articles of which no date is known. */
  readonly undated: number
}

export type TimeUnit = 'day' | 'month' | 'year'

export interface TimelineRow {
  /** ISO 8601: as long as the unit says, or shorter where no more is known of the date. */
  readonly date: string
  readonly articles: number
  readonly kinds: KindCounts
}

export interface DatedArticle {
  /** "2024-02-21", "2024-02" or "2024". */
  readonly isoDate: string | null
  readonly kinds: KindCounts
}

/** In days where they are few, else in months, else in years. */
export function timelineOf(articles: readonly DatedArticle[]): Timeline {
  const dated = articles.flatMap(({ isoDate, kinds }) => (isoDate && isIso(isoDate) ? [{ isoDate, kinds }] : []))
  const undated = articles.length - dated.length
  if (dated.length === 0) return { unit: 'day', rows: [], undated }
  const dates = dated.map(({ isoDate }) => isoDate)
  const unit = unitFor(dates)
  const rows = new Map<string, { articles: number; readonly kinds: Record<keyof KindCounts, number> }>()
  const row = (date: string) => {
    const known = rows.get(date) ?? { articles: 0, kinds: noQuotes() }
    rows.set(date, known)
    return known
  }
  const all = filled(dates, unit)
  if (all.length <= longest[unit]) all.forEach(row)
  for (const { isoDate, kinds } of dated) {
    const known = row(isoDate.slice(0, lengths[unit]))
    known.articles++
    for (const kind of quoteKinds) known.kinds[kind] += kinds[kind]
  }
  return {
    unit,
    rows: [...rows].map(([date, counts]) => ({ date, ...counts })).sort((a, b) => (a.date < b.date ? -1 : 1)),
    undated
  }
}

const lengths: Readonly<Record<TimeUnit, number>> = { day: 10, month: 7, year: 4 }
/** More rows than a page has are no picture any more. */
const longest: Readonly<Record<TimeUnit, number>> = { day: 31, month: 36, year: 150 }

function isIso(date: string): boolean {
  return /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(date)
}

/** The finest one of which there are not too many, and in whose time also lie the dates of which less is known. */
function unitFor(dates: readonly string[]): TimeUnit {
  const fits = (unit: TimeUnit) => {
    const all = filled(dates, unit)
    const isInIt = (date: string) => date.length >= lengths[unit] || all.some((each) => each.startsWith(date))
    return all.length > 0 && all.length <= longest[unit] && dates.every(isInIt)
  }
  return fits('day') ? 'day' : fits('month') ? 'month' : 'year'
}

/** Every day, month or year from the first to the last, but never more than one above `longest`. */
function filled(dates: readonly string[], unit: TimeUnit): readonly string[] {
  const known = dates.filter((date) => date.length >= lengths[unit]).map((date) => date.slice(0, lengths[unit]))
  const last = known.reduce((a, b) => (a > b ? a : b), '')
  const all: string[] = []
  for (
    let date = known.reduce((a, b) => (a < b ? a : b), last);
    date !== '' && date <= last && all.length <= longest[unit];
    date = next(date, unit)
  )
    all.push(date)
  return all
}

function next(date: string, unit: TimeUnit): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  if (date.startsWith('9999-12') || date === '9999') return '' // ISO's years have four digits
  const at = new Date(0)
  if (unit === 'day') at.setUTCFullYear(year, month - 1, day + 1)
  else if (unit === 'month') at.setUTCFullYear(year, month, 1)
  else at.setUTCFullYear(year + 1, 0, 1)
  return at.toISOString().slice(0, lengths[unit])
}
