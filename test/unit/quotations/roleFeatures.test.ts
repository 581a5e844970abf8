import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArticle } from '../../../src/article'
import { cueCandidates } from '../../../src/analysis/quotations/model/candidates'
import { chainScratch, scoreChain, type FeatureWriter } from '../../../src/analysis/quotations/model/chain'
import { quotationModels } from '../../../src/analysis/quotations/model/load'
import { quotationModelInput } from '../../../src/analysis/quotations/model/quotationModelInput'
import { roleFeatures } from '../../../src/analysis/quotations/model/roleFeatures'
import { betweens } from '../../../src/analysis/quotations/model/betweens'
import { windowOf } from '../../../src/analysis/quotations/model/windows'
import { proseOf } from '../../../src/analysis/quotations/prose'
import { finish } from '../../../src/util/steps'

const model = (file: string) => readFileSync(join(__dirname, '../../../models', file))
const { weights, cueSteps, lexicon } = quotationModels(
  model('quotations.bin'),
  model('judges.bin'),
  model('lexicon.bin')
)

const text = [
  'Harbour news',
  '',
  '\u201cThe bridge will open in spring,\u201d the mayor, Oda Linnet, told the council on Monday, and she warned that, if the steel came late, the town would have to wait until autumn, according to two people who were there.',
  'Engineers say they agree: \u201cNobody can weld what is not here. Nobody.\u201d',
  '',
  'He added that the port, which had asked for help, believed otherwise \u2014 and that critics (some of them, he said, far away) \u201cmay think what they like\u201d.'
].join('\n')

describe('role features', () => {
  it('give the same scores whether parts that say nothing new are written again or left out', () => {
    const input = finish(
      quotationModelInput(proseOf(readArticle(text, 'plain')), weights.partsOfSpeech, cueSteps, lexicon)
    )
    const cues = finish(cueCandidates(input, weights.cues, chainScratch(3)))
    const marks = new Uint8Array(input.size)
    for (const { from, to } of cues) marks.fill(2, from, to).fill(1, from, from + 1)
    let leftOut = 0
    for (const cue of cues) {
      const window = windowOf(input.prose, input.unitOf[cue.from] as number, cue.from, cue.to)
      const scoresOf = (write: FeatureWriter) => {
        const scratch = chainScratch(5)
        scoreChain(weights.roles, write, window.from, window.to, scratch)
        return [...scratch.scores.subarray(0, (window.to - window.from) * 5)]
      }
      const sparing = roleFeatures(input, window, marks, betweens())
      const whole = roleFeatures(input, window, marks, betweens())
      const written: number[] = []
      const all: number[] = []
      const counted =
        (write: FeatureWriter, counts: number[]): FeatureWriter =>
        (at, features, ends) => {
          const count = write(at, features, ends)
          counts.push(count)
          return count
        }
      const spared = scoresOf(counted(sparing, written))
      assert.deepEqual(
        spared,
        scoresOf((at, features) => counted(whole, all)(at, features))
      )
      leftOut += written.filter((count, index) => count < (all[index] as number)).length
    }
    assert.ok(cues.length > 3 && leftOut > 50, `${cues.length} cues, ${leftOut} positions with parts left out`)
  })
})
