import { asHeadlines, readNames, readUnlabelled, type GoldArticle } from './corpora'
import type { TrainingOptions } from './crf'
import type { Weighing } from './folds'

/** The sets that the shipped tagger is trained on. Never conll2003-dev, never the seeds. */
export function trainingSets(): GoldArticle[] {
  const annotated = [...readNames('conll2003-train'), ...readNames('polnear-entities-dev')]
  return [...annotated, ...asHeadlines(annotated)]
}

/** Texts for self-training: every second one, which is as good as all and half the time. */
export function silverSets(): GoldArticle[] {
  return readUnlabelled().filter((_, at) => at % 2 === 0)
}

export const trainingOptions: TrainingOptions = {
  rounds: 6,
  rate: 0.15,
  dropout: 0.5,
  l1: 0,
  l2: 0,
  seed: 1,
  averageFrom: 2
}

export const weighing: Weighing = ({ article }) => weightOf(article.set)

function weightOf(set: string): number {
  return (
    {
      'conll2003-train': 1,
      'polnear-entities-dev': 2,
      'conll2003-train headlines': 0.3,
      'polnear-entities-dev headlines': 0.5,
      silver: 0.3
    }[set] ?? 0
  )
}
