/**
 * Trains models/judges.bin, the same bytes each time: the judges that hear the encoder.
 *
 *   npx tsx train/quotations/trainJudges.ts ../shared/gold/quotes/polnear-train.jsonl
 *
 * models/quotations.bin, models/lexicon.bin and train/encoder/folds must be there. Of each article they hear an encoder, and chains, that
 * did not learn from it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { readLexicon } from '../../src/analysis/entities/tagger/lexicon'
import { leastWhenRead } from '../../src/analysis/quotations/choose'
import { writeJudgesFile } from '../../src/analysis/quotations/model/judges'
import { readQuotationWeights } from '../../src/analysis/quotations/model/modelFile'
import { heldOutEncoders } from '../encoder/heldOutEncoders'
import { calibrate } from './calibration'
import { countHabits } from './habitCounts'
import { holdOut } from './heldOut'
import { judgeApart, ofContentAndSource, trainJudges } from './judges'
import { lessonsOf } from './lessons'
import type { PolnearArticle } from './polnear'

const goldFile = process.argv[2]
if (!goldFile) throw new Error('usage: tsx train/quotations/trainJudges.ts polnear-train.jsonl')
const models = new URL('../../models/', import.meta.url)

async function main(file: string): Promise<void> {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as PolnearArticle)
  const { partsOfSpeech } = readQuotationWeights(readFileSync(new URL('quotations.bin', models)))
  const lexicon = readLexicon(readFileSync(new URL('lexicon.bin', models)))
  const lessons = lessonsOf(lines, partsOfSpeech, lexicon)
  const encoderOf = await heldOutEncoders(lines.map(({ id }) => id))
  const habits = countHabits(lessons)
  const heldOut = holdOut(lessons, { partsOfSpeech, lexicon, habits, encoderOf }, console.log)
  const forests = trainJudges(heldOut, ofContentAndSource)
  const calibration = calibrate(heldOut, judgeApart(heldOut, ofContentAndSource), leastWhenRead, console.log)
  const bytes = writeJudgesFile({ ...forests, calibration })
  writeFileSync(new URL('judges.bin', models), bytes)
  console.log(`models/judges.bin: ${bytes.length} bytes`)
}

void main(goldFile)
