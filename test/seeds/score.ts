// Scores the engine over the seed articles, which lie beside the repository and not in it.
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadEngine } from '../../src/analysis'
import { findGoldSets } from '../../train/evaluate/goldSets'
import { predict } from '../../train/evaluate/predict'
import { score } from '../../train/evaluate/score'
import { root } from '../host/places.mjs'

/** How many of the required quotes must be found. */
const floor = 30

async function main(): Promise<boolean> {
  const shared = join(root, '..', 'shared')
  const { sets: [set] } = await findGoldSets(join(shared, 'gold'), ['seeds'], false)
  const measurement = set?.measurements[0]
  const scorer = join(shared, 'eval', 'score.mjs')
  if (set === undefined || measurement === undefined || !existsSync(scorer)) {
    console.log('seeds: absent, nothing was scored (../shared/gold/seeds and ../shared/eval/score.mjs)')
    return true
  }
  const folder = await mkdtemp(join(tmpdir(), 'article-annotator-seeds-'))
  try {
    const engine = await loadEngine((file) => readFile(join(root, 'models', file)))
    const predictions = await predict(set, { engine, given: false, seeds: join(shared, 'seeds'), folder })
    const { output } = await score(scorer, measurement, set.file, predictions)
    const found = /required found (\d+) of (\d+)/.exec(output)
    console.log(output.trimEnd())
    if (found === null) throw new Error('the scorer said nothing about required quotes')
    console.log(`seeds: ${found[0]}, at least ${floor} wanted`)
    return Number(found[1]) >= floor
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

main().then((isGood) => { process.exitCode = isGood ? 0 : 1 }, (error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
