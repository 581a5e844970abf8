import type { Row } from '../../tables'
import { mostQuoted, quotedTogether, singleSource, speakersOverTime, mentionedNotQuoted } from './questions/speakers'
import { cueWords, quotesAboutPlaces, reprints, unnamedByOutlet } from './questions/quotes'
import { genders, womenAndMen } from './questions/genders'
import type { View } from './view'

/** The ten questions that are often asked, and what they are made of before them. */
export const views: readonly View[] = [
  genders,
  mostQuoted,
  womenAndMen,
  unnamedByOutlet,
  quotesAboutPlaces,
  speakersOverTime,
  quotedTogether,
  reprints,
  mentionedNotQuoted,
  singleSource,
  cueWords
]

export function createView({ name, select }: View): string {
  return `CREATE VIEW "${name}" AS\n${select}`
}

/** What they are, as rows of the table that explains the others. */
export function viewRows(): readonly Row[] {
  return views.flatMap(({ name, about, columns }): readonly Row[] => [
    [name, null, 'view', about],
    ...Object.entries(columns).map(([column, [type, meaning]]): Row => [name, column, type, meaning])
  ])
}
