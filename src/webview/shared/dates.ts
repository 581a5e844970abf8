import { supported } from './format'

/** An ISO date ("2026-03-12", "2026-03" or "2026") as the reader's language writes it; "" and what is no date as they are. */
export function shownDate(iso: string, locale: string): string {
  if (iso.length <= 4 || !isIso.test(iso)) return iso
  return formattedDate(iso, locale, { year: 'numeric', month: 'short', ...(iso.length > 7 && { day: 'numeric' }) })
}

/** A year is its first day here. */
export function formattedDate(iso: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const time = Date.parse(iso.length === 4 ? `${iso}-01-01` : iso)
  return Number.isNaN(time) ? iso : formatter(locale, options).format(time)
}

/** `Date.parse` reads "March 12" as a day of 2001. */
const isIso = /^\d{4}-\d\d(-\d\d)?$/

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(supported(locale), { ...options, timeZone: 'UTC' })
  formatters.set(key, known)
  return known
}
