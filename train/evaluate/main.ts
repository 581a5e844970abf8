// npm run evaluate: runs the engine over gold data and prints its figures beside the published ones, in Markdown.
import { access, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadEngine, type Engine } from '../../src/analysis'
import { shippedEncoder } from '../encoder/heldOutEncoders'
import { scoreAcross, type PredictedLinks } from './across'
import { scoreCoreference } from './coreference'
import { findGoldSets, sections, type GoldSet, type Measurement } from './goldSets'
import { encoderAlone } from './encoderAlone'
import { cautions } from './learned'
import { predict, predictLinks } from './predict'
import { report, type Result } from './report'
import { score, type Figure } from './score'

const help = `npm run evaluate -- [--data DIR] [--scorer FILE] [--seeds DIR] [--only SECTION,…] [--by WHO,…] [--training]

--data      gold data: a folder with entities/, quotes/, links/, coreference/, acting/, seeds/ (../shared/gold)
--scorer    the scorer (../shared/eval/score.mjs)
--seeds     the seed articles (seeds/ beside the data)
--only      of ${sections.join(', ')}; one may name a set too: entities/conll2003-dev
--by        of both, rules, encoder (both): rules and models with the encoder, without it, and the encoder by itself
--training  score training sets as well, which the models have seen
`

const root = resolve(import.meta.dirname, '../..')
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, '../shared/gold') },
    scorer: { type: 'string', default: join(root, '../shared/eval/score.mjs') },
    seeds: { type: 'string' },
    only: { type: 'string', default: sections.join(',') },
    by: { type: 'string', default: 'both' },
    training: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false }
  }
})

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`Nothing was scored: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
)

async function main(): Promise<number> {
  const wanted = values.only.split(',')
  const only = sections.filter((section) => wanted.some((name) => name.split('/')[0] === section))
  if (values.help || only.length === 0) {
    process.stdout.write(help)
    return values.help ? 0 : 2
  }
  if (!(await exists(values.scorer))) {
    process.stdout.write(`Nothing was scored: there is no scorer at ${values.scorer}.\n`)
    return 1
  }
  const { sets, absent } = await findGoldSets(values.data, only, values.training)
  const chosen = sets.filter(({ section, name }) => wanted.includes(section) || wanted.includes(`${section}/${name}`))
  if (chosen.length === 0) {
    process.stdout.write(report([], absent))
    return 1
  }
  const engines = await enginesBy(values.by.split(','))
  const folder = await mkdtemp(join(tmpdir(), 'article-annotator-evaluation-'))
  const seeds = values.seeds ?? join(dirname(resolve(values.data)), 'seeds')
  const results: Result[] = []
  for (const set of chosen) {
    for (const { who, engine } of engines) {
      const predictions = new Map<boolean, string>()
      for (const measurement of set.measurements) {
        if (who === encoderName && !measuredAlone.includes(measurement.task)) continue
        process.stderr.write(`${set.section} ${set.name}: ${measurement.label}, ${who}\n`)
        const { given } = measurement
        const prediction = predictions.get(given) ?? (await predict(set, { who, engine, given, seeds, folder }))
        predictions.set(given, prediction)
        const figures = await measure(set, measurement, prediction, engine)
        const ofSet = await cautions(set, values.data, join(root, 'models'))
        results.push({ who, set, measurement, figures, cautions: ofSet })
      }
    }
  }
  process.stdout.write(`${report(results, absent)}\nPredictions: ${folder}\n`)
  return absent.length > 0 ? 1 : 0
}

interface Scored {
  readonly who: string
  readonly engine: Engine
}

const encoderName = 'encoder alone'
/** What the encoder says by itself: it knows no speakers. */
const measuredAlone: readonly Measurement['task'][] = ['entities', 'quotes', 'roles', 'acting']

async function enginesBy(wanted: readonly string[]): Promise<readonly Scored[]> {
  const read = (file: string) => readFile(join(root, 'models', file))
  const all: Readonly<Record<string, () => Promise<Scored>>> = {
    both: async () => ({ who: 'ours', engine: await loadEngine(read, await shippedEncoder()) }),
    rules: async () => ({ who: 'rules alone', engine: await loadEngine(read) }),
    encoder: async () => ({ who: encoderName, engine: encoderAlone(await shippedEncoder()) })
  }
  return Promise.all(
    wanted.map((name) => {
      const engine = all[name]
      if (!engine) throw new Error(`--by knows ${Object.keys(all).join(', ')}, not ${name}`)
      return engine()
    })
  )
}

async function measure(
  set: GoldSet,
  measurement: Measurement,
  prediction: string,
  engine: Engine
): Promise<readonly Figure[]> {
  switch (measurement.task) {
    case 'coreference':
      return scoreCoreference(set.file, prediction, (id) => id.includes(`_${measurement.label}_`))
    case 'across':
      return scoreAcross(
        set.file,
        prediction,
        JSON.parse(await readFile(await predictLinks(prediction, engine), 'utf8')) as PredictedLinks
      )
    case 'entities':
    case 'quotes':
    case 'roles':
    case 'links':
    case 'acting':
    case 'seeds':
      return score(values.scorer, measurement, set.file, prediction)
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  )
}
