import type { TimeUnit } from '../../protocol/overview'

/** Stretches of time that follow each other without a gap. */
export interface TimeSpans {
  readonly unit: TimeUnit
  readonly spans: readonly { readonly from: string; readonly to: string }[]
  /** The index of the span that an ISO date lies in; undefined where the date does not say so much. */
  readonly spanOf: (date: string) => number | undefined
}

/** More spans than that are told apart badly. */
const mostSpans = 60
const dayLength = 24 * 60 * 60 * 1000
const lengths = { day: 1, week: 7 } as const

/** Spans from the first to the last of some ISO dates or beginnings of such; the shortest unit that has not too many of them. */
export function timeSpans(first: string, last: string): TimeSpans {
  const from = dayOf(first)
  const to = dayOf(last)
  if (to - from < mostSpans - 10) return daySpans('day', from, to)
  if ((to - from) / 7 < mostSpans - 2) return daySpans('week', monday(from), to)
  const months = monthOf(last) - monthOf(first) + 1
  return months <= mostSpans ? monthSpans(monthOf(first), months) : yearSpans(yearOf(first), yearOf(last))
}

function daySpans(unit: 'day' | 'week', from: number, to: number): TimeSpans {
  const length = lengths[unit]
  return {
    unit,
    spans: Array.from({ length: Math.floor((to - from) / length) + 1 }, (_, index) => ({
      from: isoDay(from + index * length),
      to: isoDay(from + index * length + length - 1)
    })),
    spanOf: (date) => (date.length < 10 ? undefined : Math.floor((dayOf(date) - from) / length))
  }
}

function monthSpans(from: number, count: number): TimeSpans {
  return {
    unit: 'month',
    spans: Array.from({ length: count }, (_, index) => {
      const month = isoMonth(from + index)
      return { from: month, to: month }
    }),
    spanOf: (date) => (date.length < 7 ? undefined : monthOf(date) - from)
  }
}

function yearSpans(from: number, to: number): TimeSpans {
  const length = Math.ceil((to - from + 1) / mostSpans)
  return {
    unit: 'year',
    spans: Array.from({ length: Math.ceil((to - from + 1) / length) }, (_, index) => ({
      from: isoYear(from + index * length),
      to: isoYear(from + index * length + length - 1)
    })),
    spanOf: (date) => Math.floor((yearOf(date) - from) / length)
  }
}

/** Days since 1970, of the first day that a date may mean. */
function dayOf(date: string): number {
  return Math.floor(Date.parse(`${date}${'-01-01'.slice(Math.max(0, date.length - 4))}T00:00:00Z`) / dayLength)
}

/** The Monday of a day's week; day 4 was one. */
function monday(day: number): number {
  return day - ((((day - 4) % 7) + 7) % 7)
}

function isoDay(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10)
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

/** Months since the year 0. */
function monthOf(date: string): number {
  return yearOf(date) * 12 + Number(date.slice(5, 7) || '1') - 1
}

function isoMonth(month: number): string {
  return `${isoYear(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`
}

function isoYear(year: number): string {
  return String(year).padStart(4, '0')
}
