import type { Gender } from './nouns'

/** What a title before a name says: the role it gives and the gender it tells, where it does. */
export interface TitleSense {
  readonly family: string | null
  readonly gender: Gender | null
}

/** Looks up an abbreviated title or form of address ("Sen.", "Mrs"), with or without its full stop. */
export function titleSense(word: string): TitleSense | undefined {
  return senses.get(word.endsWith('.') ? word.slice(0, -1) : word)
}

const table: readonly [string, string | null, Gender | null][] = [
  ['Mr', null, 'male'],
  ['Messrs', null, 'male'],
  ['Mrs', null, 'female'],
  ['Ms', null, 'female'],
  ['Miss', null, 'female'],
  ['Sir', null, 'male'],
  ['Lord', null, 'male'],
  ['Lady', null, 'female'],
  ['Dame', null, 'female'],
  ['Madam', null, 'female'],
  ['Mme', null, 'female'],
  ['Sheikh', null, 'male'],
  ['Ayatollah', 'priest', 'male'],
  ['Fr', 'priest', 'male'],
  ['Dr', 'doctor', null],
  ['Prof', 'professor', null],
  ['Sen', 'senator', null],
  ['Sens', 'senator', null],
  ['Rep', 'representative', null],
  ['Reps', 'representative', null],
  ['Gov', 'governor', null],
  ['Del', 'delegate', null],
  ['Pres', 'president', null],
  ['Gen', 'general', null],
  ['Maj', 'general', null],
  ['Adm', 'general', null],
  ['Col', 'general', null],
  ['Lt', 'general', null],
  ['Capt', 'general', null],
  ['Sgt', 'general', null],
  ['Cmdr', 'general', null],
  ['Rev', 'priest', null],
  ['Hon', null, null],
  ['Amb', 'ambassador', null],
  ['Atty', 'lawyer', null]
]

const senses = new Map(table.map(([word, family, gender]) => [word, { family, gender }] as const))
