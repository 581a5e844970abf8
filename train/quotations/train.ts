/**
 * Trains models/quotations.bin, the same bytes each time.
 *
 *   npm ci --prefix train
 *   npx tsx train/quotations/learnCueWords.ts ../shared/gold/quotes/polnear-train.jsonl
 *   npx tsx train/quotations/train.ts ../shared/gold/quotes/polnear-train.jsonl ../shared/gold/entities/conll2003-train.jsonl
 *
 * The first file teaches cues, sources and contents; of both only the text teaches parts of speech.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { readLexicon } from '../../src/analysis/entities/tagger/lexicon'
import { writeQuotationWeights } from '../../src/analysis/quotations/model/modelFile'
import { leastAcceptance } from '../../src/analysis/quotations/choose'
import { readArticle } from '../../src/article'
import { calibrate } from './calibration'
import { trainChains } from './chains'
import { contentHabits, countHabits } from './habitCounts'
import { holdOut } from './heldOut'
import { judgeApart, ofContent, trainJudges } from './judges'
import { lessonsOf } from './lessons'
import { trainPartsOfSpeech } from './partsOfSpeechTraining'
import type { PolnearArticle } from './polnear'

/** The mean of several runs finds some 0.5 points more contents than one, and differs less from the next. */
const runs = 5

const [goldFile, ...textFiles] = process.argv.slice(2)
if (!goldFile) throw new Error('usage: tsx train/quotations/train.ts polnear-train.jsonl [texts.jsonl ...]')
const models = new URL('../../models/', import.meta.url)
const read = <Line>(file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)

const lines = read<PolnearArticle>(goldFile)
const texts = new Set([
  ...lines.map(({ text }) => text),
  ...textFiles.flatMap((file) => read<{ text: string }>(file).map(({ text }) => text))
])
const { model: partsOfSpeech, agreement } = trainPartsOfSpeech([...texts].map((text) => readArticle(text, 'plain')))
console.log(`parts of speech: agreement ${(100 * agreement).toFixed(2)} %`)
const lexicon = readLexicon(readFileSync(new URL('lexicon.bin', models)))
const lessons = lessonsOf(lines, partsOfSpeech, lexicon)
const chains = trainChains(lessons, runs, console.log)
const habits = countHabits(lessons)
const heldOut = holdOut(lessons, { partsOfSpeech, lexicon, habits }, console.log)
const judges = trainJudges(heldOut, ofContent)
const calibration = calibrate(heldOut, judgeApart(heldOut, ofContent), leastAcceptance, console.log)
const file = writeQuotationWeights({
  partsOfSpeech,
  ...chains,
  ...judges,
  calibration,
  contentHabits: contentHabits(habits)
})
writeFileSync(new URL('quotations.bin', models), file)
console.log(`models/quotations.bin: ${file.length} bytes`)
