import type { EntityType, QuoteKind } from '../../analysis'
import { translatable } from '../../util/translate'
import { figureTexts, type Figure } from '../counts'
import type { AnnotationFacts, AnnotationStatus } from '../document'
import type { Wording } from '../wording'
import type { MarkCounts, Overview } from './overview'

/** "person", in the report's language. */
export function typeName(type: EntityType, { translate }: Wording): string {
  return translate(typeNames[type].one)
}

/** "Persons", in the report's language. */
export function typesName(type: EntityType, { translate }: Wording): string {
  return translate(typeNames[type].many)
}

export const typeNames: Readonly<Record<EntityType, { readonly one: string; readonly many: string }>> = {
  person: { one: translatable('person'), many: translatable('Persons') },
  organization: { one: translatable('organization'), many: translatable('Organizations') },
  group: { one: translatable('group'), many: translatable('Groups') },
  place: { one: translatable('place'), many: translatable('Places') }
}

export function kindName(kind: QuoteKind, { translate }: Wording): string {
  return translate(kindNames[kind])
}

const kindNames: Readonly<Record<QuoteKind, string>> = {
  direct: translatable('direct'),
  mixed: translatable('mixed'),
  indirect: translatable('indirect')
}

/** A number of the overview, with what it counts. */
export interface ShownFigure {
  readonly label: string
  readonly value: string
  readonly definition: string
}

/** The figures of an export; what people added only where they did. */
export function shownFigures({ figures, marks }: Overview, wording: Wording): readonly ShownFigure[] {
  const shown = ({ label, definition }: Pick<ShownFigure, 'label' | 'definition'>, value: number) => ({
    label: wording.translate(label),
    value: grouped(value, wording),
    definition: wording.translate(definition)
  })
  return [
    ...(Object.keys(figureTexts) as Figure[]).map((figure) => shown(figureTexts[figure], figures[figure])),
    ...(Object.keys(marks) as (keyof MarkCounts)[])
      .filter((mark) => marks[mark] > 0)
      .map((mark) => shown(markTexts[mark], marks[mark]))
  ]
}

const markTexts: Readonly<Record<keyof MarkCounts, { readonly label: string; readonly definition: string }>> = {
  codings: {
    label: translatable('Codings'),
    definition: translatable('Stretches of text that were given a code, once for each code.')
  },
  memos: {
    label: translatable('Memos'),
    definition: translatable('Notes on a stretch of text or on a whole article.')
  },
  decided: {
    label: translatable('Decided'),
    definition: translatable('Mentions, quotes, codings and memos that a person accepted, changed or added.')
  }
}

/** "1,204 quotes", "1 quote": of the two texts the one that fits, with the number in the place of `{0}`. Both are `translatable`. */
export function counted(number: number, one: string, many: string, wording: Wording): string {
  return number === 1 ? wording.translate(one) : wording.translate(many, grouped(number, wording))
}

/** "12 quotes in 3 articles" */
export function quotesIn(quotes: number, articles: number, wording: Wording): string {
  return wording.translate(
    '{0} in {1}',
    counted(quotes, ...quoteCount, wording),
    counted(articles, ...articleCount, wording)
  )
}

export const articleCount = [translatable('1 article'), translatable('{0} articles')] as const
export const quoteCount = [translatable('1 quote'), translatable('{0} quotes')] as const
export const wordCount = [translatable('1 word'), translatable('{0} words')] as const

/** With the marks between thousands that the report's language has. */
export function grouped(number: number, { language }: Wording): string {
  const known = formats.get(language) ?? new Intl.NumberFormat(language)
  formats.set(language, known)
  return known.format(number)
}

const formats = new Map<string, Intl.NumberFormat>()

/** "accepted by Ana, 2026-11-20"; undefined of a suggestion. */
export function decisionWords(
  { status, creator, created, modified }: AnnotationFacts,
  { translate }: Wording
): string | undefined {
  if (status === 'suggested') return undefined
  const day = (modified ?? created)?.slice(0, 10)
  const { alone, by } = statusTexts[status]
  return [creator === null ? translate(alone) : translate(by, creator), ...(day === undefined ? [] : [day])].join(', ')
}

const statusTexts: Readonly<
  Record<Exclude<AnnotationStatus, 'suggested'>, { readonly alone: string; readonly by: string }>
> = {
  accepted: { alone: translatable('accepted'), by: translatable('accepted by {0}') },
  changed: { alone: translatable('changed'), by: translatable('changed by {0}') },
  added: { alone: translatable('added'), by: translatable('added by {0}') }
}

/** What was read, in one sentence: "7 articles, 3,120 words, 2026-03-12 to 2026-03-21." */
export function readWords({ articles, figures, timeline }: Overview, wording: Wording): string {
  const dates = timeline.rows.flatMap((row) => (row.articles > 0 ? [row.date] : []))
  const [first, last] = [dates[0], dates.at(-1)]
  return `${[
    counted(articles.length, ...articleCount, wording),
    counted(figures.words, ...wordCount, wording),
    ...(first === undefined || last === undefined
      ? []
      : [first === last ? first : wording.translate('{0} to {1}', first, last)])
  ].join(', ')}.`
}
