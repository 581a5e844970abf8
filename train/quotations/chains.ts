import type { QuotationWeights } from '../../src/analysis/quotations/model/modelFile'
import type { PartOfSpeechModel } from '../../src/analysis/quotations/model/partsOfSpeech'
import { trainChain } from './chainTraining'
import { compactChain } from './compact'
import { cueExamples, roleExamples, type Lesson } from './examples'
import { shuffled } from './random'

/** Trains the cue and the role model and brings them into their small form. */
export function trainChains(lessons: readonly Lesson[], partsOfSpeech: PartOfSpeechModel, report: (line: string) => void): Omit<QuotationWeights, 'calibration'> {
  const order = (epoch: number) => shuffled(lessons, epoch * 7919 + 13)
  const cues = trainChain((epoch) => cueExamples(order(epoch)), { labels: 3, rows: 1 << 20, epochs: 3, rate: 0.1, shrink: 0.01, leastCount: 4 }, (line) => { report(`cues ${line}`) })
  const roles = trainChain((epoch) => roleExamples(order(epoch)), { labels: 5, rows: 1 << 20, epochs: 2, rate: 0.07, shrink: 0.02, leastCount: 5 }, (line) => { report(`roles ${line}`) })
  return { partsOfSpeech, cues: compactChain(cues, { slots: 1 << 18, most: 100000 }), roles: compactChain(roles, { slots: 1 << 18, most: 120000 }) }
}
