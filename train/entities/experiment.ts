import { readFileSync } from 'node:fs'
import { readLexicon } from '../../src/analysis/entities/tagger/lexicon'
import { slotCount } from '../../src/analysis/entities/tagger/weights'
import { readNames } from './corpora'
import { trainCrf } from './crf'
import { enumerateSlots, joinExamples, prepare } from './examples'
import { decodeWords, describe, emptyTally, scoreWords, tally } from './scoring'

const env = (name: string, value: number) => Number(process.env[name] ?? value)
const t0 = Date.now()
const lexicon = readLexicon(readFileSync(process.env['LEX'] ?? 'models/lexicon.bin'))
const train = prepare(readNames('conll2003-train'), lexicon)
const dev = prepare(readNames('conll2003-dev'), lexicon)
const pol = prepare(readNames('polnear-entities-dev'), lexicon)
const re3d = prepare(readNames('re3d-train'), lexicon)
const sets = [...train, ...(process.env['RE3D'] ? re3d : []), ...(process.env['POL'] ? pol : [])]
const { rowOf, rows } = enumerateSlots(sets, slotCount, env('LEAST', 2))
const examples = joinExamples(sets, rowOf, (item) => item.article.set.startsWith('conll') ? 1 : item.article.set.startsWith('re3d') ? env('RE3D', 0) : env('POL', 0))
console.log(`${rows} rows, ${examples.features.length / examples.allowed.length} features a word, ${examples.allowed.length} words ${(Date.now() - t0) / 1000} s`)
trainCrf(examples, rows, {
  rounds: env('ROUNDS', 6), rate: env('RATE', 0.15), dropout: env('DROPOUT', 0.5), l1: env('L1', 0), l2: env('L2', 0), seed: env('SEED', 1), averageFrom: env('AVG', 2),
  onRound: (round, weights) => {
    if (round + 1 !== env('ROUNDS', 6) && round % 2 === 0) return
    const w = weights()
    const scored = [dev, pol, re3d].map((set) => { const total = emptyTally(); for (const item of set) tally(total, item, decodeWords(item, scoreWords(item, rowOf, w), w.transition).labels); return describe(total) })
    console.log(round, ((Date.now() - t0) / 1000).toFixed(0), process.cpuUsage().user / 1e6 | 0, 'dev', scored[0], '\n      polnear', scored[1], '\n      re3d', scored[2])
  }
})
