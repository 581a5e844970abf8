import type { Range } from '../sources'
import { partsOfSpeech } from './partsOfSpeech'
import type { QuotationModelInput } from './quotationModelInput'

/** How a content begins: before the cue, with "that", "to", a quotation mark, "what" and the like, or "as"; else whether it holds a clause. */
const form = { before: 0, that: 1, to: 2, quotation: 3, question: 4, as: 5, clause: 6, phrase: 7 } as const
const forms = 8

/**
 * What a cue's head word tends to report. A row has a byte for each of these columns: how many attributions it was counted in;
 * of the forms of content, and of attributions without a source and contents that reach the end of the sentence, the shares in
 * 255 parts; and of the logarithms of content lengths in tokens the mean in 40 and the deviation in 100 parts.
 */
export interface ContentHabits {
  /** Of all words together; stands for words that are not listed. */
  readonly general: Uint8Array
  readonly ofWord: ReadonlyMap<number, Uint8Array>
}

export const habitColumns = forms + 5
const column = {
  count: 0,
  forms: 1,
  length: forms + 1,
  spread: forms + 2,
  withoutSource: forms + 3,
  toEnd: forms + 4
} as const
const parts = { share: 255, length: 40, spread: 100 } as const
export const contentHabitFeatureCount = 12

/** What is counted of attributions: as in a row of `ContentHabits`, but sums, with the sum of squares as the spread. */
export type HabitSums = Float64Array

/** Adds one attribution to the sums of its cue's head word. */
export function addHabit(
  into: HabitSums,
  input: QuotationModelInput,
  cue: Range,
  source: Range | null,
  content: readonly Range[]
): void {
  const length = Math.log(lengthOf(content))
  into[column.count]! += 1
  into[column.forms + formOf(input, cue, content)]! += 1
  into[column.length]! += length
  into[column.spread]! += length ** 2
  if (source === null) into[column.withoutSource]! += 1
  if (reachesEnd(input, cue, content)) into[column.toEnd]! += 1
}

/** How many attributions of an average word are counted with each word, so that few of its own say little. */
const averages = 2

/** The row for these sums, drawn towards the general sums where they are few. */
export function habitRow(sums: HabitSums, general: HabitSums): Uint8Array {
  const count = sums[column.count] as number
  const mean = (at: number) =>
    ((sums[at] as number) + (averages * (general[at] as number)) / (general[column.count] as number)) /
    (count + averages)
  const row = new Uint8Array(habitColumns)
  const put = (at: number, value: number) => {
    row[at] = Math.max(0, Math.min(255, Math.round(value)))
  }
  put(column.count, count)
  for (let at = column.forms; at < column.forms + forms; at++) put(at, parts.share * mean(at))
  put(column.length, parts.length * mean(column.length))
  put(column.spread, parts.spread * Math.sqrt(Math.max(leastVariance, mean(column.spread) - mean(column.length) ** 2)))
  put(column.withoutSource, parts.share * mean(column.withoutSource))
  put(column.toEnd, parts.share * mean(column.toEnd))
  return row
}

const leastVariance = 0.05

/** How usual a hypothesis is for the head word of its cue, for the forests. */
export function contentHabitFeatures(
  input: QuotationModelInput,
  head: number,
  cue: Range,
  source: Range | null,
  content: readonly Range[],
  { ofWord, general }: ContentHabits,
  put: (value: number) => void
): void {
  const known = ofWord.get(input.word[head] as number)
  const row = known ?? general
  const share = (at: number) => (row[at] as number) / parts.share
  const here = formOf(input, cue, content)
  const length = (row[column.length] as number) / parts.length
  const withoutSource = share(column.withoutSource)
  const toEnd = share(column.toEnd)
  put(known ? (row[column.count] as number) : 0)
  put(here)
  put(share(column.forms + here))
  put((Math.log(lengthOf(content)) - length) / ((row[column.spread] as number) / parts.spread))
  put(length)
  put(source === null ? withoutSource : 1 - withoutSource)
  put(reachesEnd(input, cue, content) ? toEnd : 1 - toEnd)
  put(share(column.forms + form.that))
  put(share(column.forms + form.to))
  put(share(column.forms + form.quotation))
  put(share(column.forms + form.clause))
  put(share(column.forms + form.phrase))
}

const questionWords = new Set(['what', 'who', 'how', 'why', 'if', 'whether', 'when', 'where', 'which'])
const verb = partsOfSpeech.indexOf('VERB')
const auxiliary = partsOfSpeech.indexOf('AUX')

function formOf(
  { prose: { words, quotationOf, quotations }, pos }: QuotationModelInput,
  cue: Range,
  content: readonly Range[]
): number {
  const { from } = content[0] as Range
  const word = words[from] as string
  if (from < cue.from) return form.before
  if (word === 'that') return form.that
  if (word === 'to') return form.to
  if (quotations[quotationOf[from] as number]?.firstToken === from) return form.quotation
  if (questionWords.has(word)) return form.question
  if (word === 'as') return form.as
  for (const piece of content) {
    for (let at = piece.from; at < piece.to; at++) {
      if (
        (pos[at] === verb || pos[at] === auxiliary) &&
        words[at - 1] !== 'to' &&
        !(words[at] as string).endsWith('ing')
      )
        return form.clause
    }
  }
  return form.phrase
}

function reachesEnd({ prose: { units }, unitOf }: QuotationModelInput, cue: Range, content: readonly Range[]): boolean {
  const unit = units[unitOf[cue.from] as number]
  return unit !== undefined && (content[content.length - 1] as Range).to >= unit.to - 1
}

function lengthOf(content: readonly Range[]): number {
  return content.reduce((sum, { from, to }) => sum + to - from, 0)
}
