import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { readArticle } from '../../../src/article'
import { recognizeNames } from '../../../src/analysis/entities'
import { shippedModels } from './support'

const shared = new URL('../../../../shared/', import.meta.url)
interface GoldArticle {
  text?: string
  file?: string
  entities: { start: number; end: number; type: string }[]
}

/** Span-exact F1 over person, organization and place, as `../shared/eval/score.mjs entities` counts; null without the set. */
async function f1(file: string): Promise<number | null> {
  const path = new URL(`gold/${file}`, shared)
  if (!existsSync(path)) return null
  const models = await shippedModels()
  let right = 0
  let all = 0
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const article = JSON.parse(line) as GoldArticle
    const text = article.text ?? readFileSync(new URL(`seeds/${article.file ?? ''}`, shared), 'utf8')
    const key = (name: { start: number; end: number; type: string }) => `${name.start} ${name.end} ${name.type}`
    const scored = (names: readonly { start: number; end: number; type: string }[]) =>
      new Set(names.filter(({ type }) => ['person', 'organization', 'place'].includes(type)).map(key))
    const gold = scored(article.entities)
    const found = scored(recognizeNames(readArticle(text, 'plain'), models))
    right += [...found].filter((name) => gold.has(name)).length
    all += gold.size + found.size
  }
  return (200 * right) / all
}

describe('recognition on annotated news (../shared/gold)', () => {
  for (const [file, least] of [
    ['entities/conll2003-dev.jsonl', 93.5],
    ['seeds/seeds-gold.jsonl', 96]
  ] as const) {
    it(`reaches ${least} on ${file}`, async () => {
      const score = await f1(file)
      if (score === null)
        console.log(`      not scored: ../shared/gold/${file} is not here, and it cannot be part of this project`)
      else assert.ok(score >= least, `F1 ${score.toFixed(2)}`)
    }).timeout(60_000)
  }
})
