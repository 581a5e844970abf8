/** Cross-validation of the acting classifier: accuracy and F1 of both readings, a set at a time. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { actingBar } from '../../src/analysis/entities/acting/classifier'
import { readLexicon } from '../../src/analysis/entities/tagger/lexicon'
import { readActing } from './data'
import { scoreExample, trainLogistic } from './logistic'
import { actingOptions, actingWeight } from './recipe'

const folds = 10
const examples = readActing(
  readLexicon(readFileSync(fileURLToPath(new URL('../../models/lexicon.bin', import.meta.url))))
)
const right = new Map<string, number[]>()
for (let held = 0; held < folds; held++) {
  const weights = trainLogistic(
    examples.filter((_, at) => at % folds !== held),
    actingWeight,
    actingOptions
  )
  examples.forEach((example, at) => {
    if (at % folds !== held) return
    const counts = right.get(example.set) ?? [0, 0, 0, 0]
    right.set(example.set, counts)
    counts[(example.acting ? 2 : 0) + (scoreExample(example, weights) > actingBar ? 1 : 0)]!++
  })
}
for (const [set, [literal = 0, falseActing = 0, missed = 0, acting = 0]] of right) {
  const f1 = (hit: number, wrong: number) => ((200 * hit) / (2 * hit + wrong)).toFixed(1)
  console.log(
    `${set}: accuracy ${((100 * (literal + acting)) / (literal + falseActing + missed + acting)).toFixed(2)}, F1 literal ${f1(literal, falseActing + missed)}, acting ${f1(acting, falseActing + missed)}`
  )
}
