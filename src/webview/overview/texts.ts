import type { EntityKind, OverviewStrings, QuoteKind, TimeUnit } from '../../protocol/overview'
import { formattedDate, shownDate } from '../shared/dates'
import { counted, format, number, supported } from '../shared/format'

/** What pictures and tables say, in the user's language. */
export interface Texts {
  readonly strings: OverviewStrings
  readonly number: (count: number) => string
  readonly quotes: (count: number) => string
  readonly articles: (count: number) => string
  readonly mentions: (count: number) => string
  /** "10 in 5": quotes in articles. */
  readonly quotesIn: (quotes: number, articles: number) => string
  readonly kind: (kind: EntityKind, named?: boolean) => string
  readonly quoteKind: (kind: QuoteKind) => string
  /** An ISO date, or what is known of one; "" for "". */
  readonly date: (iso: string) => string
  readonly span: (from: string, to: string) => string
  /** As short as it can be, for an axis. */
  readonly tick: (from: string, unit: TimeUnit) => string
  readonly country: (code: string) => string
}

export function textsIn(strings: OverviewStrings): Texts {
  const { locale } = strings
  const kinds: Readonly<Record<EntityKind, string>> = {
    person: strings.person,
    organization: strings.organization,
    group: strings.group,
    'acting-place': strings.actingPlace,
    place: strings.place
  }
  const date = (iso: string) => shownDate(iso, locale)
  const regions = names(locale)
  return {
    strings,
    number: (count) => number(count, locale),
    quotes: (count) => counted(count, strings.oneQuote, strings.manyQuotes, locale),
    articles: (count) => counted(count, strings.oneArticle, strings.manyArticles, locale),
    mentions: (count) => counted(count, strings.oneMention, strings.manyMentions, locale),
    quotesIn: (quotes, articles) => format(strings.quotesIn, number(quotes, locale), number(articles, locale)),
    kind: (kind, named = true) => (named ? kinds[kind] : `${kinds[kind]}, ${strings.unnamed}`),
    quoteKind: (kind) => strings[kind],
    date,
    span: (from, to) => (from === to ? date(from) : `${date(from)} \u2013 ${date(to)}`),
    tick: (from, unit) =>
      unit === 'year'
        ? from
        : formattedDate(
            from,
            locale,
            unit === 'month' ? { year: '2-digit', month: 'short' } : { month: 'short', day: 'numeric' }
          ),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (regions?.of(code) ?? code) : code)
  }
}

function names(locale: string): Intl.DisplayNames | undefined {
  try {
    return new Intl.DisplayNames([supported(locale)], { type: 'region', fallback: 'code' })
  } catch {
    return undefined
  }
}
