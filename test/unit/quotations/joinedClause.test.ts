import assert from 'node:assert/strict'
import { readArticle } from '../../../src/article'
import { withJoinedClause } from '../../../src/analysis/quotations/joinedClause'
import { quotationModelInput } from '../../../src/analysis/quotations/model/quotationModelInput'
import { proseOf } from '../../../src/analysis/quotations/prose'
import { finish } from '../../../src/util/steps'
import { models } from './attributions'

/** Where the content ends that was cut at the stroke, in a sentence with its source in <> and its cue in **. */
function endOf(marked: string): string {
  const text = ['City news', '', 'The council met on Monday.', marked.replace(/[<>*|]/g, '')].join('\n')
  const prose = proseOf(readArticle(text, 'plain'), [])
  const { weights, cueSteps, lexicon } = models
  const input = finish(quotationModelInput(prose, weights.partsOfSpeech, cueSteps, lexicon))
  const { tokens } = prose.article
  const at = (mark: string, nth = 0) => {
    const place = nth === 0 ? marked.indexOf(mark) : marked.lastIndexOf(mark)
    const start = text.length - marked.length + marked.slice(place).match(/[<>*|]/g)!.length
    return tokens.findIndex(({ end }) => end > start + place)
  }
  const cue = { from: at('*'), to: at('*', 1) }
  const content = { from: cue.to, to: at('|') }
  const [piece] = withJoinedClause(input, cue, { from: at('<'), to: at('>') }, [content])
  return text.slice(tokens[content.from]!.start, tokens[piece!.to - 1]!.end)
}

/** What stands between the cue and the stroke, or the full stop. */
function reported(marked: string, end: string): string {
  return marked.slice(marked.lastIndexOf('*') + 2, marked.indexOf(end)).replace('|', '')
}

describe('a report goes on behind ", and" and ", but"', () => {
  for (const marked of [
    '<A jury> *heard* that the pilot had slept on the bridge|, and his log had been altered.',
    '<A jury> *heard* that Brook did not hold any of the papers she claimed to own|, and her school had no record of her.',
    '<The inquiry> *was told* that the ferry had sailed late|, and its crew had been drinking.',
    '<The court> *heard* how Brook had lied to her employers|, and her old college had no trace of her.',
    '<Officials> *confirmed* that the pier had closed in June|, but the crew had not been told.',
    '<The harbour office> *said* the owners had ignored three letters|, and the pier was never mended.'
  ])
    it(marked, () => {
      assert.equal(endOf(marked), reported(marked, '.'))
    })
})

describe('a report does not go on there', () => {
  for (const marked of [
    '<The mayor> *said* the pier had closed in June|, and the mayor says it will open again.',
    '<Ada Brook> *said* the ferry was lost|, but Brook did not say why.',
    '<The union> *said* the crew had been sacked|, and it called for a strike.',
    '<Ada Brook> *said* the ferry was lost|, and the owners told the crew to wait.',
    '<Ada Brook> *said* the ferry is lost|, and the owners have sold it.',
    '<Ada Brook> *says* the ferry was lost|, and the owners had sold it.',
    '<Ada Brook> *sold* the ferry|, and the owners had left.',
    '<Ada Brook> *said* the ferry had sailed|, and then left the room.'
  ])
    it(marked, () => {
      assert.equal(endOf(marked), reported(marked, '|'))
    })
})

describe('what happened was not said to come', () => {
  for (const [report, rest] of [
    ['<The mayor> *said* the pier would close in June', ', and the room fell silent'],
    ['<Ada Brook> *said* she would sell the ferry', ', and the crowd cheered'],
    ['<Ada Brook> *said* the fare would not rise', ', but it did']
  ])
    it(`${report}${rest}`, () => {
      assert.equal(endOf(`${report}${rest}|.`), reported(`${report}|`, '|'))
    })

  for (const rest of [', and the owners would pay', ', and the owners had agreed to it', ', and it was needed'])
    it(`but it may have been said: ${rest}`, () => {
      const marked = `<Ada Brook> *said* the pier would close in June${rest}|.`
      assert.equal(endOf(marked), reported(marked, '|'))
    })
})
