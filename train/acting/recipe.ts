import type { ActingExample } from './data'
import type { LogisticOptions } from './logistic'

const env = (name: string, value: number) => Number(process.env[name] ?? value)
export const actingOptions: LogisticOptions = { rounds: env('ROUNDS', 20), rate: env('RATE', 0.02), dropout: env('DROPOUT', 0.5), l2: env('L2', 0.001), seed: 1 }

/** ReLocaR's guidelines lead; the locations of CoNLL are many and annotated by one person. */
export function actingWeight({ set }: ActingExample): number {
  return set === 'relocar' ? env('WR', 1) : set === 'semeval2007' ? env('WS', 1) : env('WC', 0.2)
}
