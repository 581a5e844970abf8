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
import { countCueWords, listedCueWords } from './cueCounts'
import type { PolnearArticle } from './polnear'

const goldFile = process.argv[2]
if (!goldFile) throw new Error('usage: tsx train/quotations/learnCueWords.ts polnear-train.jsonl')
const articles = readFileSync(goldFile, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as PolnearArticle)
const kept = listedCueWords(countCueWords(articles))
const lines = kept.map(([form, counts]) => `  ${JSON.stringify(form)}: [${counts.join(', ')}]`)
writeFileSync(new URL('../../src/analysis/quotations/cueWords.json', import.meta.url), `{\n${lines.join(',\n')}\n}\n`)
console.log(`${kept.length} cue words`)
