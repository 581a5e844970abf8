import { readFileSync } from 'node:fs'
import { labelCount, taggedTypes } from '../../src/analysis/entities/tagger/labels'
import { readLexicon } from '../../src/analysis/entities/tagger/lexicon'
import { slotCount } from '../../src/analysis/entities/tagger/weights'
import { readNames } from './corpora'
import { trainCrf, viterbi, type Weights } from './crf'
import { enumerateSlots, joinExamples, prepare, type Prepared } from './examples'

const env = (name: string, value: number) => Number(process.env[name] ?? value)
const t0 = Date.now()
const lexicon = readLexicon(readFileSync('models/lexicon.bin'))
const train = prepare(readNames('conll2003-train'), lexicon)
const dev = prepare(readNames('conll2003-dev'), lexicon)
const pol = prepare(readNames('polnear-entities-dev'), lexicon)
const sets = process.env['MIX'] ? [...train, ...pol] : train
const { rowOf, rows } = enumerateSlots(sets, slotCount, env('LEAST', 2))
const examples = joinExamples(sets, rowOf, () => 1)
console.log(`${rows} rows, ${examples.features.length / examples.allowed.length} features a word, ${(Date.now() - t0) / 1000} s`)
trainCrf(examples, rows, {
  rounds: env('ROUNDS', 12), rate: env('RATE', 0.15), dropout: env('DROPOUT', 0.3), l1: env('L1', 0), l2: env('L2', 0), seed: 1, averageFrom: env('AVG', 4),
  onRound: (round, weights) => { if (round % 2 === 1) console.log(round, (Date.now() - t0) / 1000, 'dev', score(dev, weights()), 'polnear', score(pol, weights())) }
})

function score(prepared: readonly Prepared[], weights: Weights): string {
  let hit = 0, gold = 0, found = 0
  const by = [0, 1, 2].map(() => [0, 0, 0])
  for (const item of prepared) {
    const { words, sentenceFirst } = item.reading
    const g = new Set(item.article.entities.filter((e) => taggedTypes.indexOf(e.type as 'person') in by).map((e) => `${e.type} ${e.start} ${e.end}`))
    for (const k of g) by[taggedTypes.indexOf(k.split(' ')[0] as 'person')]![1]!++
    gold += g.size
    for (let s = 0; s + 1 < sentenceFirst.length; s++) {
      const first = sentenceFirst[s]!, n = sentenceFirst[s + 1]! - first
      const scores = new Float64Array(n * labelCount)
      for (let t = 0; t < n; t++) for (let f = item.featureStart[first + t]!; f < item.featureStart[first + t + 1]!; f++) {
        const row = rowOf[item.slots[f]!]!
        if (row >= 0) for (let l = 0; l < labelCount; l++) scores[t * labelCount + l]! += weights.emission[row * labelCount + l]!
      }
      const path = viterbi(scores, weights.transition, n)
      let start = 0
      for (let t = 0; t < n; t++) {
        if (path[t] === 0) continue
        const part = (path[t]! - 1) % 4, type = (path[t]! - 1) >> 2
        if (part === 0) start = t
        if (part === 3) start = t
        if (part >= 2 && type < 3) { found++; by[type]![2]!++; if (g.has(`${taggedTypes[type]} ${words.start[first + start]} ${words.end[first + t]}`)) { hit++; by[type]![0]!++ } }
      }
    }
  }
  const f = (h: number, g: number, p: number) => (200 * h / (g + p)).toFixed(2)
  return `${f(hit, gold, found)} (P ${(100 * hit / found).toFixed(1)} R ${(100 * hit / gold).toFixed(1)}; ${by.map((b) => f(b[0]!, b[1]!, b[2]!)).join(' ')})`
}
