// Learns src/article/kind/weights.json: tsx train/articles/train.ts [--held-out] [SHARED]
// Chooses by cross-validation over the half for development; --held-out looks at the other half once and writes nothing.
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { articleWords, knownWords } from './vocabulary'
import { articleBias, developed, examplesOf, fold, folds, type Example, type Text } from './examples'
import { errorTable } from './errorTable'
import { learn } from './learn'
import { textsForTraining } from './texts'
import { forFewLines } from '../../src/article/kind/judgeText'
import { textFeatures } from '../../src/article/kind/textFeatures'

const isHeldOutWanted = process.argv.includes('--held-out')
const shared = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '../shared'
const texts = await textsForTraining(shared)
const development = texts.filter(developed)
console.log(`${texts.length} texts, ${development.length} for development`)

if (isHeldOutWanted) {
  const { weights, words } = model(development)
  const rest = judged(
    texts.filter((text) => !developed(text)),
    weights,
    words
  )
  console.log(errorTable(`held out, bias ${articleBias}`, rest, articleBias))
} else {
  const crossed = [...Array(folds).keys()].flatMap((number) => {
    const { weights, words } = model(development.filter((text) => fold(text) !== number))
    return judged(
      development.filter((text) => fold(text) === number),
      weights,
      words
    )
  })
  for (const bias of [-1, 0, 1, 2, 3, 4]) console.log(errorTable(`cross-validation, bias ${bias}`, crossed, bias))
  const { weights, words } = model(texts)
  const kept = [...weights].filter(([, weight]) => Math.abs(weight) >= 0.1).sort(([a], [b]) => (a < b ? -1 : 1))
  const rounded = kept.map(([feature, weight]) => [feature, Number(weight.toFixed(2))] as const)
  rounded.unshift(['bias', articleBias])
  const lines = rounded.map(([feature, weight]) => `  ${JSON.stringify(feature)}: ${weight}`)
  await writeFile('src/article/kind/weights.json', `{\n${lines.join(',\n')}\n}\n`)
  console.log(`${rounded.length} weights, ${words.size} words, ${createHash('md5').update(lines.join()).digest('hex')}`)
}

function model(from: readonly Text[]) {
  const words = new Set([...articleWords, ...knownWords(from)])
  return { words, weights: learn(examplesOf(from, words)) }
}

function judged(of: readonly Text[], weights: ReadonlyMap<string, number>, words: ReadonlySet<string>) {
  return of.map((text) => ({
    text,
    score: textFeatures(text.measured, words).reduce(
      (sum, feature) => sum + (weights.get(feature) ?? 0),
      forFewLines(text.measured)
    )
  }))
}

export type Judged = { readonly text: Text; readonly score: number }
export type { Example }
