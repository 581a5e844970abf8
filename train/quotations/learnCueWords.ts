/**
 * Learns which words carry attributions and writes src/analysis/quotations/cueWords.json.
 *
 *   npx tsx train/quotations/learnCueWords.ts ../shared/gold/quotes/polnear-train.jsonl
 *
 * A line of the file is `"word": [cue, seen, that, after, before]`: how often the word stands in a cue, how often in
 * all the text, and, of the cues that are this word alone, how often the content follows with "that", follows
 * without it, and goes before.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { readArticle } from '../../src/article'
import type { PolnearArticle } from './polnear'

type Counts = [cue: number, seen: number, that: number, after: number, before: number]

const smallestCueCount = 4

const goldFile = process.argv[2]
if (!goldFile) throw new Error('usage: tsx train/quotations/learnCueWords.ts polnear-train.jsonl')
const articles = readFileSync(goldFile, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as PolnearArticle)
const kept = [...countWords(articles)]
  .filter(([, [cue]]) => cue >= smallestCueCount)
  .sort(([a, x], [b, y]) => y[0] - x[0] || (a < b ? -1 : 1))
const lines = kept.map(([form, counts]) => `  ${JSON.stringify(form)}: [${counts.join(', ')}]`)
writeFileSync(new URL('../../src/analysis/quotations/cueWords.json', import.meta.url), `{\n${lines.join(',\n')}\n}\n`)
console.log(`${kept.length} cue words`)

function countWords(from: readonly PolnearArticle[]): Map<string, Counts> {
  const words = new Map<string, Counts>()
  const count = (form: string, column: 0 | 1 | 2 | 3 | 4) => {
    const counts = words.get(form) ?? [0, 0, 0, 0, 0]
    counts[column]++
    words.set(form, counts)
  }
  for (const { text, attributions } of from) {
    const inCue = new Uint8Array(text.length)
    for (const { cues } of attributions) for (const [start, end] of cues.flat()) inCue.fill(1, start, end)
    const { tokens } = readArticle(text, 'plain')
    for (const token of tokens) {
      const form = token.text.toLowerCase()
      count(form, 1)
      if (inCue[token.start]) count(form, 0)
    }
    const formsByStart = new Map(tokens.map((token) => [token.start, token]))
    for (const { cues, contents } of attributions) {
      const [cue] = cues.flat()
      const [content] = contents.flat()
      if (!cue || !content) continue
      const token = formsByStart.get(cue[0])
      if (!token || token.end < cue[1]) continue
      const form = token.text.toLowerCase()
      if (content[0] < cue[0]) count(form, 4)
      else count(form, /^that\b/.test(text.slice(content[0], content[0] + 5)) ? 2 : 3)
    }
  }
  return words
}
