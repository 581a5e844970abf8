import assert from 'node:assert/strict'
import {
  addHabit,
  contentHabitFeatures,
  habitColumns,
  habitRow,
  type HabitSums
} from '../../../src/analysis/quotations/model/contentHabits'
import type { Hypothesis } from '../../../src/analysis/quotations/model/hypotheses'
import type { QuotationModelInput } from '../../../src/analysis/quotations/model/quotationModelInput'
import { structureFeatureCount, structureFeatures } from '../../../src/analysis/quotations/model/structureFeatures'
import { verbForms } from '../../../src/analysis/quotations/model/verbForms'
import type { Range } from '../../../src/analysis/quotations/sources'
import { tagged } from './tagged'

/** Words of one sentence with their parts of speech; what `roles` calls them follows after the sentence, as "cue 1-2, source 0-1, content 2-6". */
function sentence(text: string): QuotationModelInput {
  const words = tagged(text)
  const { length } = words.words
  return {
    ...words,
    size: length,
    form: verbForms(words),
    word: Int32Array.from(words.words, (word) => word.length),
    unitOf: new Int32Array(length),
    prose: {
      words: words.words,
      quotations: [],
      quotationOf: new Int32Array(length).fill(-1),
      units: [{ from: 0, to: length, paragraph: 0, index: 0 }]
    }
  } as unknown as QuotationModelInput
}

function hypothesis(roles: string): Hypothesis {
  const range = (name: string): Range | null => {
    const [, from, to] = new RegExp(`${name} (\\d+)-(\\d+)`).exec(roles) ?? []
    return from === undefined ? null : { from: Number(from), to: Number(to) }
  }
  return {
    cue: { from: 0, to: 0, ...range('cue'), probability: 0.8 },
    source: range('source'),
    content: [range('content')]
  } as unknown as Hypothesis
}

const names = [
  'cue',
  'first',
  'finite',
  'joins cue',
  'joins content',
  'joins both',
  'joins neither',
  'next joins',
  'next form',
  'left after',
  'left before',
  'same source inside',
  'own source inside',
  'other source inside',
  'next same',
  'next inside',
  'holder',
  'next cue in'
]

/** What is seen, without zeros and without the forms themselves. */
function seen(text: string, roles: string, ...others: readonly string[]): string {
  const values: number[] = []
  const input = sentence(text)
  structureFeatures(
    input,
    hypothesis(roles),
    { from: 0, to: input.size },
    [roles, ...others].map(hypothesis),
    (value) => {
      values.push(value)
    }
  )
  assert.equal(values.length, structureFeatureCount)
  return names
    .flatMap((name, index) =>
      /^(?:cue|first|next form)$/.test(name) || values[index] === 0 ? [] : [`${name} ${values[index]}`]
    )
    .join(', ')
}

const tweeted = 'she/PRON tweeted/VERB that/SCONJ it/PRON is/AUX late/ADJ and/CCONJ blamed/VERB him/PRON'

describe('what the forests see of a sentence', () => {
  it('a verb with the form of the cue and its source, inside of the content', () => {
    assert.equal(
      seen(tweeted, 'source 0-1, cue 1-2, content 2-9', 'source 0-1, cue 7-8, content 8-9'),
      'finite 2, joins cue 1, same source inside 0.8'
    )
  })
  it('the same verb, left over', () => {
    assert.equal(
      seen(tweeted, 'source 0-1, cue 1-2, content 2-6', 'source 0-1, cue 7-8, content 8-9'),
      'finite 1, next joins 2, left after 1, next same 0.8, next cue in 2'
    )
  })
  it('a report within the content, and the report that holds this one', () => {
    const told = 'she/PRON said/VERB he/PRON thinks/VERB it/PRON rains/VERB'
    assert.equal(
      seen(told, 'source 0-1, cue 1-2, content 2-6', 'source 2-3, cue 3-4, content 4-6'),
      'finite 2, own source inside 0.8'
    )
    assert.equal(
      seen(told, 'source 2-3, cue 3-4, content 4-6', 'source 0-1, cue 1-2, content 2-6'),
      'finite 1, left before 1, holder 0.8'
    )
  })
})

describe('habits of cue words', () => {
  const said = sentence('she/PRON said/VERB that/SCONJ it/PRON rains/VERB ./PUNCT')
  const named = sentence('she/PRON named/VERB a/DET reason/NOUN and/CCONJ left/VERB ./PUNCT')
  const sums = (...counted: readonly (readonly [QuotationModelInput, string])[]): HabitSums => {
    const all = new Float64Array(habitColumns)
    for (const [input, roles] of counted) {
      const { cue, source, content } = hypothesis(roles)
      addHabit(all, input, cue, source, content)
    }
    return all
  }
  const general = sums([said, 'source 0-1, cue 1-2, content 2-5'], [named, 'source 0-1, cue 1-2, content 2-4'])
  const usual = (input: QuotationModelInput, roles: string, rows: ReadonlyMap<number, Uint8Array>) => {
    const values: number[] = []
    const { cue, source, content } = hypothesis(roles)
    contentHabitFeatures(
      input,
      cue.from,
      cue,
      source,
      content,
      { general: habitRow(general, general), ofWord: rows },
      (value) => {
        values.push(value)
      }
    )
    const [count, , form, length, , withSource, end] = values.map((value) => value.toFixed(1))
    return `counted ${count}, such contents ${form}, length ${length}, source ${withSource}, end ${end}`
  }
  it('of a word that is not listed are those of all words', () => {
    assert.equal(
      usual(said, 'source 0-1, cue 1-2, content 2-5', new Map()),
      'counted 0.0, such contents 0.5, length 0.9, source 1.0, end 0.5'
    )
  })
  it('of a word that was often counted are its own', () => {
    const often = sums(...Array.from({ length: 30 }, () => [said, 'source 0-1, cue 1-2, content 2-5'] as const))
    const rows = new Map([[4, habitRow(often, general)]])
    assert.equal(
      usual(said, 'source 0-1, cue 1-2, content 2-5', rows),
      'counted 30.0, such contents 1.0, length 0.1, source 1.0, end 1.0'
    )
    assert.equal(
      usual(said, 'cue 1-2, content 3-4', rows),
      'counted 30.0, such contents 0.0, length -4.9, source 0.0, end 0.0'
    )
  })
})
