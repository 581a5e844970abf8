import type { EntityType, QuoteKind } from '../../analysis'
import type { AnnotationFacts } from '../document'
import type { KindCounts, Overview } from './overview'

/** The order in which kinds of quotes are told. */
export const quoteKinds: readonly QuoteKind[] = ['direct', 'mixed', 'indirect']

export const typeNames: Readonly<Record<EntityType, { readonly one: string; readonly many: string }>> = {
  person: { one: 'Person', many: 'Persons' },
  organization: { one: 'Organization', many: 'Organizations' },
  group: { one: 'Group', many: 'Groups' },
  place: { one: 'Place', many: 'Places' }
}

/** "1,204 quotes", "1 quote". */
export function counted(number: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(number)} ${number === 1 ? noun : plural}`
}

/** With a comma for thousands, on every machine. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

export function quotesOf(kinds: KindCounts): number {
  return kinds.direct + kinds.mixed + kinds.indirect
}

/** "accepted by Ana, 2026-11-20"; undefined of a suggestion. */
export function decisionWords({ status, creator, created, modified }: AnnotationFacts): string | undefined {
  if (status === 'suggested') return undefined
  const day = (modified ?? created)?.slice(0, 10)
  return [`${status}${creator === null ? '' : ` by ${creator}`}`, ...(day === undefined ? [] : [day])].join(', ')
}

/** What was read, in one sentence: "7 articles with 3,120 words, from 2026-03-12 to 2026-03-21." */
export function readWords({ articles, totals, timeline }: Overview): string {
  const known = timeline.rows.filter((row) => row.articles > 0)
  const first = known[0]?.date
  const last = known.at(-1)?.date
  const dates =
    first === undefined || last === undefined ? '' : first === last ? `, of ${first}` : `, from ${first} to ${last}`
  return `${counted(articles.length, 'article')} with ${counted(totals.words, 'word')}${dates}.`
}

/** What the numbers of a report count, for its readers. */
export const countWords: readonly string[] = [
  'A quote is what somebody is reported to say, believe or want: direct (all of it in quotation marks), indirect (none of it) or mixed.',
  'A source is whoever is quoted at least once; the same person in several articles is one source.',
  'Of quotes that are the same one again, in one article or in several, distinct quotes count the first alone.'
]
