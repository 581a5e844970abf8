/**
 * Cross-validation of recognition: every set but the given held-out ones is labelled by passes that have not seen the
 * article, the second pass too. Prints scores a set; conll2003-dev and the seeds are never trained on.
 */
import { readFileSync } from 'node:fs'
import { agreementSettings, type AgreementSettings } from '../../src/analysis/entities/tagger/agreement'
import { readLexicon } from '../../src/analysis/entities/tagger/lexicon'
import { readLooseNames, readNames, readSeeds, readUnlabelled } from './corpora'
import { crossLabel, runFirstPass, runSecondPass, type FirstModel, type FirstPass } from './folds'
import { prepare, type Prepared } from './examples'
import { trainStudent } from './silver'
import { describe, emptyTally, tally } from './scoring'

const env = (name: string, value: number) => Number(process.env[name] ?? value)
const t0 = Date.now()
const lexicon = readLexicon(readFileSync(process.env['LEX'] ?? 'models/lexicon.bin'))
const train = prepare([...readNames('conll2003-train'), ...readNames('polnear-entities-dev'), ...readLooseNames().filter(({ set }) => env(set.toUpperCase(), 0) > 0)], lexicon)
const dev = prepare(readNames('conll2003-dev'), lexicon)
const seeds = prepare(readSeeds(), lexicon)
const weighing = (item: Prepared) => item.article.set === 'silver' ? env('SILVER', 0) : item.article.set.startsWith('polnear') ? env('POL', 2) : item.article.loose ? env(item.article.set.toUpperCase(), 0) : 1
const silver = env('SILVER', 0) > 0 ? prepare(readUnlabelled().filter((_, at) => at % env('EVERY', 2) === 0), lexicon) : []
const folds = env('FOLDS', 5)
const options = { rounds: env('ROUNDS', 5), rate: env('RATE', 0.15), dropout: env('DROPOUT', 0.5), l1: env('L1', 0), l2: env('L2', 0), seed: env('SEED', 1), averageFrom: 2 }
let last: FirstModel | undefined
const devScores: string[] = []
const crossed = crossLabel(train, folds, (articles) => trainStudent(articles, silver, weighing, options), (fold, model) => { last = model; devScores.push(score(runFirstPass(model, dev)).slice(0, 5)); console.log('fold', fold, ((Date.now() - t0) / 1000).toFixed(0), process.cpuUsage().user / 1e6 | 0, score(runFirstPass(model, dev)), '| seeds', score(runFirstPass(model, seeds))) })
for (const set of new Set(train.map((item) => item.article.set))) console.log(set, 'first pass, crossed:', score(crossed.filter(({ item }) => item.article.set === set)))
const groups = new Map<string, FirstPass[]>([...new Set(train.map((item) => item.article.set))].map((set) => [set, crossed.filter(({ item }) => item.article.set === set)]))
groups.set('dev', runFirstPass(last!, dev))
groups.set('seeds', runFirstPass(last!, seeds))
const tried: AgreementSettings[] = [agreementSettings]
if (process.env['TUNE']) for (const change of process.env['TUNE'].split(';')) tried.push({ ...agreementSettings, ...JSON.parse(change) as Partial<AgreementSettings> })
for (const settings of tried) {
  console.log(JSON.stringify(settings))
  for (const [set, passes] of groups) {
    const total = emptyTally()
    for (const pass of passes) tally(total, pass.item, runSecondPass(pass, settings).labels)
    console.log(`  ${set} both passes: ${describe(total)}`)
  }
}

function score(passes: readonly FirstPass[]): string {
  const total = emptyTally()
  for (const { item, labeled } of passes) tally(total, item, labeled.labels)
  return describe(total)
}
