import type { ActingExample } from './data'
import type { LogisticOptions } from './logistic'

export const actingOptions: LogisticOptions = { rounds: 20, rate: 0.04, dropout: 0.6, l2: 0.001, seeds: [1, 2, 3] }

/** ReLocaR's guidelines lead; the locations of CoNLL are many and were annotated by one person. */
export function actingWeight({ set }: ActingExample): number {
  return { relocar: 1.5, semeval2007: 1, 'conll-locations': 0.3 }[set] ?? 0
}
