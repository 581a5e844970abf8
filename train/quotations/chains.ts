import type { ChainModel } from '../../src/analysis/quotations/model/chain'
import { trainChain, type ChainExample, type ChainOptions } from './chainTraining'
import { chooseFeatures, compactChain } from './compact'
import { cueExamples, roleExamples, type Lesson } from './examples'
import { shuffled } from './random'

const slots = 1 << 18

/** Trains the cue and the role model in their small form. */
export function trainChains(lessons: readonly Lesson[], report: (line: string) => void): { cues: ChainModel, roles: ChainModel } {
  const order = (epoch: number) => shuffled(lessons, epoch * 7919 + 13)
  return {
    cues: trainSmall((epoch) => cueExamples(order(epoch)), { labels: 3, epochs: 6, rate: 0.1, shrink: 0.004, dropout: 0.5, leastCount: 3 }, 120000, (line) => { report(`cues ${line}`) }),
    roles: trainSmall((epoch) => roleExamples(order(epoch)), { labels: 5, epochs: 7, rate: 0.1, shrink: 0.005, dropout: 0.55, leastCount: 4 }, 140000, (line) => { report(`roles ${line}`) })
  }
}

/** Learns with all features first, to see which matter, and then anew with those alone. */
function trainSmall(order: (epoch: number) => Iterable<ChainExample>, options: Omit<ChainOptions, 'rows'>, most: number, report: (line: string) => void): ChainModel {
  const first = trainChain(order, { ...options, rows: 1 << 22, epochs: 2, shrink: 0.02, dropout: 0 }, (line) => { report(`choosing, ${line}`) })
  const allowed = chooseFeatures(first, { slots, most })
  return compactChain(trainChain(order, { ...options, rows: slots, allowed }, report), allowed)
}
