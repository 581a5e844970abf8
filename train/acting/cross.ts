/**
 * Cross-validation of acting places: accuracy and F1 of both readings, a set at a time, by the classifier alone and together with
 * an encoder that was not taught on the example. The last line has the numbers of src/analysis/entities/acting/acts.ts.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { actingBar } from '../../src/analysis/entities/acting/classifier'
import { readLexicon } from '../../src/analysis/entities/tagger/lexicon'
import { readActing, type ActingExample } from './data'
import { scoreExample, trainLogistic } from './logistic'
import { actingOptions, actingWeight } from './recipe'
import { fitTogether, heardOf, oddsTogether } from './together'

const folds = 10
const examples = readActing(
  readLexicon(readFileSync(fileURLToPath(new URL('../../models/lexicon.bin', import.meta.url))))
)
const own = new Float64Array(examples.length)
for (let held = 0; held < folds; held++) {
  const weights = trainLogistic(
    examples.filter((_, at) => at % folds !== held),
    actingWeight,
    actingOptions
  )
  for (let at = held; at < examples.length; at += folds) own[at] = scoreExample(examples[at]!, weights)
}
report(
  'the classifier',
  examples.map((example, at) => ({ example, odds: own[at]! }))
)
const heard = await heardOf(examples, own)
report(
  'the encoder',
  heard.map(({ example, encoder }) => ({ example, odds: encoder }))
)
const together = heard.map((item, at) => ({ item, fold: at % folds }))
report(
  'together',
  Array.from({ length: folds }).flatMap((_, held) => {
    const fitted = fitTogether(together.filter(({ fold }) => fold !== held).map(({ item }) => item))
    return together
      .filter(({ fold }) => fold === held)
      .map(({ item }) => ({ example: item.example, odds: oddsTogether(item, fitted) }))
  })
)
const [constant, ofOwn, ofEncoder] = fitTogether(heard).map((value) => value.toFixed(2))
console.log(`constant ${constant}, own ${ofOwn}, encoder ${ofEncoder}`)

function report(who: string, judged: readonly { readonly example: ActingExample; readonly odds: number }[]): void {
  const right = new Map<string, number[]>()
  for (const { example, odds } of judged) {
    const counts = right.get(example.set) ?? [0, 0, 0, 0]
    right.set(example.set, counts)
    counts[(example.acting ? 2 : 0) + (odds > actingBar ? 1 : 0)]!++
  }
  for (const [set, [literal = 0, falseActing = 0, missed = 0, acting = 0]] of right) {
    const f1 = (hit: number, wrong: number) => ((200 * hit) / (2 * hit + wrong)).toFixed(1)
    console.log(
      `${who}, ${set}: accuracy ${((100 * (literal + acting)) / (literal + falseActing + missed + acting)).toFixed(2)}, F1 literal ${f1(literal, falseActing + missed)}, acting ${f1(acting, falseActing + missed)}`
    )
  }
}
