import type { ChainModel } from '../../src/analysis/quotations/model/chain'
import { trainChain, type ChainExample, type ChainOptions, type TrainedChain } from './chainTraining'
import { chooseFeatures, compactChain } from './compact'
import { cueExamples, roleExamples, type Lesson } from './examples'
import { shuffled } from './random'

const slots = 1 << 18

/** Trains the cue and the role model in their small form, each as the mean of so many runs. */
export function trainChains(
  lessons: readonly Lesson[],
  runs: number,
  report: (line: string) => void
): { cues: ChainModel; roles: ChainModel } {
  const order = (run: number, epoch: number) => shuffled(lessons, epoch * 7919 + 13 + run)
  return {
    cues: trainSmall(
      (run, epoch) => cueExamples(order(run, epoch)),
      { labels: 3, epochs: 6, rate: 0.1, shrink: 0.004, dropout: 0.5, leastCount: 3 },
      120000,
      runs,
      (line) => {
        report(`cues ${line}`)
      }
    ),
    roles: trainSmall(
      (run, epoch) => roleExamples(order(run, epoch)),
      { labels: 5, epochs: 7, rate: 0.1, shrink: 0.005, dropout: 0.55, leastCount: 4 },
      140000,
      runs,
      (line) => {
        report(`roles ${line}`)
      }
    )
  }
}

/** Learns with all features first, to see which matter, and then anew with those alone; the mean of several such runs errs less than one. */
function trainSmall(
  order: (run: number, epoch: number) => Iterable<ChainExample>,
  options: Omit<ChainOptions, 'rows'>,
  most: number,
  runs: number,
  report: (line: string) => void
): ChainModel {
  const first = trainChain(
    (epoch) => order(0, epoch),
    { ...options, rows: 1 << 22, epochs: 2, shrink: 0.02, dropout: 0 },
    (line) => {
      report(`choosing, ${line}`)
    }
  )
  const allowed = chooseFeatures(first, { slots, most })
  const trained = Array.from({ length: runs }, (_, run) =>
    trainChain(
      (epoch) => order(run, epoch),
      { ...options, rows: slots, allowed },
      (line) => {
        report(`run ${run + 1}, ${line}`)
      }
    )
  )
  return compactChain(meanOf(trained), allowed)
}

function meanOf(chains: readonly TrainedChain[]): Pick<TrainedChain, 'labels' | 'rows' | 'weights' | 'transitions'> {
  const [first] = chains
  if (!first) throw new Error('no chain to take the mean of')
  const mean = (of: (chain: TrainedChain) => Float32Array) =>
    of(first).map((_, index) => chains.reduce((sum, chain) => sum + (of(chain)[index] as number), 0) / chains.length)
  return {
    labels: first.labels,
    rows: first.rows,
    weights: mean(({ weights }) => weights),
    transitions: mean(({ transitions }) => transitions)
  }
}
