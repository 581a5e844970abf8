import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toLinks } from '../../src/cli/links'
import { buildCorpus, type Corpus } from '../../src/corpus'
import { toContractLine } from '../../src/exchange'
import { acrossFigures, attribute, type Attributed } from '../../train/evaluate/across'
import type { AnalyzedArticle } from '../../src/analysis'
import { analyzeFolder, root, whichEngines } from '../engine'
import { scoreQuotes, type Pieces } from './goldQuotes'

const shared = join(root, '../shared')
const goldFile = join(shared, 'gold/seeds/seeds-gold.jsonl')

interface GoldLine {
  readonly id: string
  readonly file: string
  readonly quotes: readonly { readonly required: boolean; readonly speaker: string; readonly content: Pieces }[]
}

if (existsSync(join(shared, 'seeds')) && existsSync(goldFile)) {
  for (const which of whichEngines)
    describe(`the seed articles together, ${which}`, () => {
      let files: readonly AnalyzedArticle[]
      let gold: readonly GoldLine[]
      let corpus: Corpus
      let items: readonly Attributed[]
      before(async () => {
        files = await analyzeFolder(join(shared, 'seeds'), which)
        gold = (await readFile(goldFile, 'utf8'))
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as GoldLine)
        const idOf = (name: string) => gold.find(({ file }) => file === name)?.id ?? name
        corpus = buildCorpus(
          files.map(({ name, article, analysis }) => ({
            id: idOf(name),
            text: article.text,
            markup: article.markup,
            analysis
          }))
        )
        items = attribute(
          gold,
          files.map(({ name, analysis }) => toContractLine(idOf(name), analysis)),
          toLinks(corpus)
        )
      })

      it('link nobody to somebody else, and most quotes to their speaker', () => {
        const figures = acrossFigures(items)
        console.log(figures.map(({ name, value }) => `    ${name}: ${value}`).join('\n'))
        assert.deepEqual(
          figures.filter(({ name }) => name === 'is one of several').map(({ value }) => value),
          []
        )
        const [bCubed = Number.NaN, pairs = Number.NaN] = figures.map(({ value }) =>
          Number(/F1 ([\d.]+)/.exec(value)?.[1])
        )
        assert.ok(bCubed >= 92 && pairs >= 85, `B-cubed ${bCubed}, pairs ${pairs}`)
      })

      it('make one of whom several articles quote', () => {
        const speakers = [...new Set(items.map((item) => item.gold))]
        const several = speakers.filter(
          (speaker) => new Set(items.filter((item) => item.gold === speaker).map(({ article }) => article)).size > 1
        )
        assert.ok(several.length >= 2, several.join(', '))
        for (const speaker of several) {
          const own = items.filter((item) => item.gold === speaker)
          const articles = [...new Set(own.map(({ article }) => article))]
          const common = [...new Set(own.map(({ predicted }) => predicted))].filter((predicted) =>
            articles.every((article) => own.some((item) => item.article === article && item.predicted === predicted))
          )
          assert.notEqual(
            common.length,
            0,
            `${speaker}: ${own.map(({ article, predicted }) => `${article} ${predicted}`).join(', ')}`
          )
        }
      })

      it('have their repeated captions reported as the same quote again', () => {
        const words = (text: string) =>
          text
            .toLowerCase()
            .match(/[\p{L}\p{N}]+/gu)
            ?.join(' ') ?? ''
        let groups = 0
        for (const { id, file, quotes } of gold) {
          const { article, analysis } = files.find(({ name }) => name === file) ?? assert.fail(file)
          const scored = scoreQuotes(
            quotes.map((quote) => ({ ...quote, source: null })),
            analysis.quotes
          )
          const byWords = new Map<string, number[]>()
          for (const {
            gold: { required, content },
            found
          } of scored) {
            // A repetition that is not found at all is the quotations' mistake, and counted there.
            if (!required || !found) continue
            const key = words(content.map(([start, end]) => article.text.slice(start, end)).join(' '))
            byWords.set(key, [...(byWords.get(key) ?? []), analysis.quotes.indexOf(found)])
          }
          for (const [key, repetitions] of byWords) {
            if (repetitions.length < 2) continue
            groups++
            const group =
              corpus.reuse.find((again) =>
                again.some(({ article: where, quote }) => where === id && quote === repetitions[0])
              ) ?? []
            assert.deepEqual(
              repetitions.filter((repetition) =>
                group.some(({ article: where, quote }) => where === id && quote === repetition)
              ),
              repetitions,
              `${id}: ${key}`
            )
          }
        }
        assert.ok(groups >= 2, `${groups} repeated quotes in the gold`)
      })
    })
} else {
  console.log(
    `NOTHING WAS SCORED: the seed articles (${join(shared, 'seeds')}) or their gold (${goldFile}) are not here.`
  )
}
