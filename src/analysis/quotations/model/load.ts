import { readLexicon, type Lexicon } from '../../entities/tagger/lexicon'
import cueWords from '../cueWords.json'
import type { ContentHabits } from './contentHabits'
import { readJudgesFile, type Judges } from './judges'
import { readQuotationWeights, type QuotationWeights } from './modelFile'
import { wordHash } from './tokenTable'

export interface QuotationModels {
  readonly weights: QuotationWeights
  /** The judges that hear the encoder. */
  readonly readJudges: Judges
  /** By word hash: how likely the word stands in a cue, in steps of 1 to 7. */
  readonly cueSteps: ReadonlyMap<number, number>
  /** By word hash: what the annotated articles show of its use as a cue. */
  readonly cueHabits: ReadonlyMap<number, CueHabit>
  readonly lexicon: Lexicon
}

/** What the forests know of cue words. */
export interface WordHabits {
  readonly cueHabits: ReadonlyMap<number, CueHabit>
  readonly contentHabits: ContentHabits
}

/** Shares from 0 to 1: of a word's uses those in a cue, and of its contents those after "that", after it without "that", and before it. */
export interface CueHabit {
  readonly share: number
  readonly that: number
  readonly after: number
  readonly before: number
}

/**
 * Reads `quotations.bin` and `judges.bin`; the word classes are the recogniser's. Rejects when one is missing or damaged, or when `lexicon`
 * rejects.
 */
export async function loadQuotationModels(
  read: (file: string) => Promise<Uint8Array>,
  lexicon: Promise<Lexicon>
): Promise<QuotationModels> {
  const [weights, readJudges, words] = await Promise.all([
    read('quotations.bin').then(readQuotationWeights),
    read('judges.bin').then(readJudgesFile),
    lexicon
  ])
  return { weights, readJudges, cueSteps: cueSteps(), cueHabits: cueHabits(), lexicon: words }
}

/** The models from the bytes of `quotations.bin`, `judges.bin` and `lexicon.bin`. */
export function quotationModels(weights: Uint8Array, judges: Uint8Array, lexicon: Uint8Array): QuotationModels {
  return {
    weights: readQuotationWeights(weights),
    readJudges: readJudgesFile(judges),
    cueSteps: cueSteps(),
    cueHabits: cueHabits(),
    lexicon: readLexicon(lexicon)
  }
}

/** How often a word stands in a cue and in all the text; and, of the cues that are this word alone, how often the content follows with "that", follows without it, and goes before. */
export type CueWordCounts = readonly [cue: number, seen: number, that: number, after: number, before: number]

/** The learned cue words with the share of their uses that stand in cues, in seven steps. */
export function cueSteps(words = learnedCueWords): ReadonlyMap<number, number> {
  return new Map(words.map(([word, [cue, seen]]) => [wordHash(word), stepOf(cue / (seen + 3))]))
}

/** The habits of the learned cue words, by word hash. */
export function cueHabits(words = learnedCueWords): ReadonlyMap<number, CueHabit> {
  return new Map(
    words.map(([word, [cue, seen, that, after, before]]) => {
      const contents = that + after + before + 1
      return [
        wordHash(word),
        { share: cue / (seen + 3), that: that / contents, after: after / contents, before: before / contents }
      ]
    })
  )
}

const learnedCueWords = Object.entries(cueWords) as unknown as readonly (readonly [
  word: string,
  counts: CueWordCounts
])[]
const bounds = [0.04, 0.1, 0.2, 0.4, 0.6, 0.8]

function stepOf(share: number): number {
  let step = 1
  for (const bound of bounds) if (share > bound) step++
  return step
}
