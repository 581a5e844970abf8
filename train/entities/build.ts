/**
 * Trains the tagger of names and writes models/names.bin. Run by `npm run train:names`; seeded, the same sets and
 * models/lexicon.bin give the same bytes. conll2003-dev and the seeds are scored and never trained on.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { agreementSettings } from '../../src/analysis/entities/tagger/agreement'
import { labelCount } from '../../src/analysis/entities/tagger/labels'
import { readLexicon } from '../../src/analysis/entities/tagger/lexicon'
import { slotCount } from '../../src/analysis/entities/tagger/weights'
import { readNames, readSeeds } from './corpora'
import { prepare } from './examples'
import { runFirstPass, runSecondPass, type FirstModel } from './folds'
import { silverSets, trainingOptions, trainingSets, weighing } from './recipe'
import { describe, emptyTally, tally } from './scoring'
import { trainStudent } from './silver'
import { writeWeights } from './writeWeights'

/** Rows whose largest weight is smaller are left out, and weights are kept in steps of `scale`. */
const smallestRow = 0.16
const scale = 0.05

const models = (file: string) => fileURLToPath(new URL(`../../models/${file}`, import.meta.url))
const lexicon = readLexicon(readFileSync(models('lexicon.bin')))
const model = trainStudent(prepare(trainingSets(), lexicon), prepare(silverSets(), lexicon), weighing, trainingOptions)
const kept = quantize(model)
writeFileSync(models('names.bin'), writeWeights(kept, scale))
console.log(`${kept.weights.rows} of ${model.weights.rows} rows kept`)
for (const [name, set] of [
  ['conll2003-dev', readNames('conll2003-dev')],
  ['seeds', readSeeds()]
] as const) {
  const articles = prepare(set, lexicon)
  for (const [form, used] of [
    ['as trained', model],
    ['as written', kept]
  ] as const) {
    const total = emptyTally()
    for (const pass of runFirstPass(used, articles))
      tally(total, pass.item, runSecondPass(pass, agreementSettings).labels)
    console.log(`${name}, ${form}: ${describe(total)}`)
  }
}

function quantize({ rowOf, weights }: FirstModel): FirstModel {
  const keptRow = new Int32Array(slotCount).fill(-1)
  const values: number[] = []
  let rows = 0
  for (let slot = 0; slot < slotCount; slot++) {
    const row = rowOf[slot]!
    if (row < 0) continue
    const own = weights.emission.subarray(row * labelCount, (row + 1) * labelCount)
    if (own.every((value) => Math.abs(value) < smallestRow)) continue
    keptRow[slot] = rows++
    for (const value of own) values.push(Math.max(-127, Math.min(127, Math.round(value / scale))) * scale)
  }
  return { rowOf: keptRow, weights: { rows, emission: Float32Array.from(values), transition: weights.transition } }
}
