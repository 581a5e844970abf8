import type { Lexicon } from '../../src/analysis/entities/tagger/lexicon'
import { cueHabits, cueSteps } from '../../src/analysis/quotations/model/load'
import type { PartOfSpeechModel } from '../../src/analysis/quotations/model/partsOfSpeech'
import { countCueWords, listedCueWords } from './cueCounts'
import { lessonFrom, type Lesson } from './examples'
import { goldArticle } from './gold'
import type { PolnearArticle } from './polnear'

/** The annotated articles as the models read them, each without what it adds to the counts of cue words itself. */
export function lessonsOf(
  lines: readonly PolnearArticle[],
  partsOfSpeech: PartOfSpeechModel,
  lexicon: Lexicon
): readonly Lesson[] {
  const counts = countCueWords(lines)
  return [...new Set(lines.map(({ id }) => id))].flatMap((article) => {
    const ofArticle = lines.filter(({ id }) => id === article)
    const words = listedCueWords(counts, countCueWords(ofArticle))
    const aids = { cueSteps: cueSteps(words), cueHabits: cueHabits(words) }
    return ofArticle.map((line) => lessonFrom(goldArticle(line), partsOfSpeech, aids, lexicon))
  })
}
