import type { EntityType } from '../../analysis'
import { figureTexts, type Figure } from '../counts'
import type { AnnotationFacts } from '../document'
import type { MarkCounts, Overview } from './overview'

export const typeNames: Readonly<Record<EntityType, { readonly one: string; readonly many: string }>> = {
  person: { one: 'Person', many: 'Persons' },
  organization: { one: 'Organization', many: 'Organizations' },
  group: { one: 'Group', many: 'Groups' },
  place: { one: 'Place', many: 'Places' }
}

/** A number of the overview, with what it counts. */
export interface ShownFigure {
  readonly label: string
  readonly value: string
  readonly definition: string
}

/** The figures of an export; what people added only where they did. */
export function shownFigures({ figures, marks }: Overview): readonly ShownFigure[] {
  const found = (Object.keys(figureTexts) as Figure[]).map((figure) => ({
    ...figureTexts[figure],
    value: grouped(figures[figure])
  }))
  const added = (Object.keys(marks) as (keyof MarkCounts)[])
    .filter((mark) => marks[mark] > 0)
    .map((mark) => ({ ...markTexts[mark], value: grouped(marks[mark]) }))
  return [...found, ...added]
}

const markTexts: Readonly<Record<keyof MarkCounts, { readonly label: string; readonly definition: string }>> = {
  codings: { label: 'Codings', definition: 'Stretches of text that were given a code, once for each code.' },
  memos: { label: 'Memos', definition: 'Notes on a stretch of text or on a whole article.' },
  decided: {
    label: 'Decided',
    definition: 'Mentions, quotes, codings and memos that a person accepted, changed or added.'
  }
}

/** "1,204 quotes", "1 quote". */
export function counted(number: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(number)} ${number === 1 ? noun : plural}`
}

/** With a comma for thousands, the same on every machine. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** "accepted by Ana, 2026-11-20"; undefined of a suggestion. */
export function decisionWords({ status, creator, created, modified }: AnnotationFacts): string | undefined {
  if (status === 'suggested') return undefined
  const day = (modified ?? created)?.slice(0, 10)
  return [`${status}${creator === null ? '' : ` by ${creator}`}`, ...(day === undefined ? [] : [day])].join(', ')
}

/** What was read, in one sentence: "7 articles, 3,120 words, 2026-03-12 to 2026-03-21." */
export function readWords({ articles, figures, timeline }: Overview): string {
  const dates = timeline.rows.flatMap((row) => (row.articles > 0 ? [row.date] : []))
  const [first, last] = [dates[0], dates.at(-1)]
  return `${[
    counted(articles.length, 'article'),
    counted(figures.words, 'word'),
    ...(first === undefined || last === undefined ? [] : [first === last ? first : `${first} to ${last}`])
  ].join(', ')}.`
}
