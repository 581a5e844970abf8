/**
 * Trains the classifier of acting places on all given sets and writes models/acting.bin. Run by `npm run train:acting`;
 * seeded, the same sets and models/lexicon.bin give the same bytes. Scores by cross-validation: train/acting/cross.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { actingSlots } from '../../src/analysis/entities/acting/classifier'
import { readLexicon } from '../../src/analysis/entities/tagger/lexicon'
import { readActing } from './data'
import { scoreExample, trainLogistic } from './logistic'
import { actingOptions, actingWeight } from './recipe'

const scale = 0.02
/** Weights smaller than this are left out: they decide nothing and cost bytes. */
const smallest = 0.03

const models = (file: string) => fileURLToPath(new URL(`../../models/${file}`, import.meta.url))
const examples = readActing(readLexicon(readFileSync(models('lexicon.bin'))))
const weights = trainLogistic(examples, actingWeight, actingOptions).map((weight) =>
  Math.abs(weight) < smallest ? 0 : Math.max(-127, Math.min(127, Math.round(weight / scale))) * scale
)
const file = Buffer.alloc(8 + actingSlots)
file.write('ACT1', 0, 'latin1')
file.writeFloatLE(scale, 4)
weights.forEach((weight, slot) => file.writeInt8(Math.round(weight / scale), 8 + slot))
writeFileSync(models('acting.bin'), file)
console.log(
  `${weights.reduce((sum, weight) => sum + (weight ? 1 : 0), 0)} weights; on the training sets themselves ${((100 * examples.filter((example) => scoreExample(example, weights) > 0 === example.acting).length) / examples.length).toFixed(1)} % right`
)
