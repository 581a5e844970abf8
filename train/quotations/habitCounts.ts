import {
  addHabit,
  habitColumns,
  habitRow,
  type ContentHabits,
  type HabitSums
} from '../../src/analysis/quotations/model/contentHabits'
import { headOf } from '../../src/analysis/quotations/model/roleFeatures'
import type { Lesson } from './examples'

/** What the head words of cues report, by word hash: in all articles, and in each by its id. */
export interface HabitCounts {
  readonly general: HabitSums
  readonly all: ReadonlyMap<number, HabitSums>
  readonly ofArticle: ReadonlyMap<string, ReadonlyMap<number, HabitSums>>
}

/** Words counted less often are not listed. */
const leastCount = 5

export function countHabits(lessons: readonly Lesson[]): HabitCounts {
  const general = new Float64Array(habitColumns)
  const all = new Map<number, HabitSums>()
  const ofArticle = new Map<string, Map<number, HabitSums>>()
  for (const { gold, input } of lessons) {
    const own = ofArticle.get(gold.id) ?? new Map<number, HabitSums>()
    ofArticle.set(gold.id, own)
    for (const {
      cue,
      sources: [source = null],
      contents
    } of gold.attributions) {
      if (contents.length === 0) continue
      const word = input.word[headOf(input, cue.from, cue.to)] as number
      const content = [...contents].sort((a, b) => a.from - b.from)
      for (const sums of [general, sumsOf(all, word), sumsOf(own, word)]) addHabit(sums, input, cue, source, content)
    }
  }
  return { general, all, ofArticle }
}

/** The habits of all words that are counted often enough, as they would be had the article `without` not been counted. */
export function contentHabits({ general, all, ofArticle }: HabitCounts, without?: string): ContentHabits {
  const others = ofArticle.get(without ?? '')
  const ofWord = new Map<number, Uint8Array>()
  for (const [word, sums] of all) {
    const own = others?.get(word)
    const left = own ? sums.map((sum, at) => sum - (own[at] as number)) : sums
    if ((left[0] as number) >= leastCount) ofWord.set(word, habitRow(left, general))
  }
  return { general: habitRow(general, general), ofWord }
}

function sumsOf(words: Map<number, HabitSums>, word: number): HabitSums {
  const sums = words.get(word) ?? new Float64Array(habitColumns)
  words.set(word, sums)
  return sums
}
