import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readArticle } from '../../../src/article'
import { findQuotations } from '../../../src/analysis/quotations/quotationMarks'

const quotationsIn = (text: string) => {
  const { tokens } = readArticle(text, 'plain')
  return findQuotations(tokens, 0, tokens.length).map(
    ({ firstToken, endToken, closed }) =>
      text.slice(tokens[firstToken]?.start, tokens[endToken - 1]?.end) + (closed ? '' : ' (open)')
  )
}

describe('quotation marks', () => {
  it('pairs of each form', () => {
    assert.deepEqual(quotationsIn('A "b c" d \u201ce\u201d f \u00abg h\u00bb \'i j\' \u2018k\u2019.'), [
      '"b c"',
      '\u201ce\u201d',
      '\u00abg h\u00bb',
      "'i j'",
      '\u2018k\u2019'
    ])
  })
  it('paragraphs of a speech that were joined into one open again behind a full stop', () => {
    for (const [open, close] of [
      ['"', '"'],
      ['\u201c', '\u201d']
    ] as const) {
      const speech = `${open}We sail. ${open}We always have.${close}`
      assert.deepEqual(quotationsIn(`She said: ${speech} He left. ${open}No,${close} she said.`), [
        speech,
        `${open}No,${close}`
      ])
    }
  })
  it('a closing mark behind a blank closes, too', () => {
    assert.deepEqual(quotationsIn('She said: \u201cWe are glad. \u201dFerry sails at nine. \u201cNo,\u201d he said.'), [
      '\u201cWe are glad. \u201d',
      '\u201cNo,\u201d'
    ])
  })
  it('apostrophes are none', () => {
    assert.deepEqual(quotationsIn("The players' bus isn't the mayor's, he's in the '90s."), [])
  })
  it('a typographic single one holds over sentences with apostrophes', () => {
    assert.deepEqual(
      quotationsIn('\u2018The bakers\u2019 ovens were cold. I told Ida\u2019s clerk so. It wasn\u2019t new.\u2019'),
      ['\u2018The bakers\u2019 ovens were cold. I told Ida\u2019s clerk so. It wasn\u2019t new.\u2019']
    )
    assert.deepEqual(quotationsIn('They named it \u2018the boys\u2019 and left. \u2018Good,\u2019 he said.'), [
      '\u2018the boys\u2019',
      '\u2018Good,\u2019'
    ])
  })
  it('a typographic single one holds double marks', () => {
    assert.deepEqual(quotationsIn('\u2018Somebody wrote \u201cask Ida\u201d. Then the chalk broke.\u2019'), [
      '\u2018Somebody wrote \u201cask Ida\u201d. Then the chalk broke.\u2019'
    ])
  })
  it('an apostrophe in the form of an opening mark opens nothing', () => {
    assert.deepEqual(quotationsIn('She told \u2018em: \u201cGo home.\u201d'), ['\u201cGo home.\u201d'])
  })
  it('a reversed mark opens what its like closes', () => {
    assert.deepEqual(quotationsIn('\u201dThe ferry is late. It always is.\u201d \u2014 Ida Brandt'), [
      '\u201dThe ferry is late. It always is.\u201d'
    ])
    assert.deepEqual(quotationsIn('\u201d \u2026 and what I learned is that it is late,\u201d she said.'), [
      '\u201d \u2026 and what I learned is that it is late,\u201d'
    ])
    assert.deepEqual(quotationsIn('" We go. And we stay.'), [])
    assert.deepEqual(quotationsIn('We go. And we stay.\u201d \u201cGood,\u201d she said.'), ['\u201cGood,\u201d'])
    assert.deepEqual(quotationsIn('It was \u201dlate, she said. \u201cGood,\u201d he said.'), ['\u201cGood,\u201d'])
  })
  it('straight and curly ones close each other where nothing of their own kind is open', () => {
    assert.deepEqual(
      quotationsIn('\u201cThe ferry is late," Ida Brandt said, adding that it left \u201clike a thief."'),
      ['\u201cThe ferry is late,"', '\u201clike a thief."']
    )
    assert.deepEqual(quotationsIn('"The ferry is late,\u201d she said. "It is.\u201d'), [
      '"The ferry is late,\u201d',
      '"It is.\u201d'
    ])
    assert.deepEqual(quotationsIn('\u201cHe said "no" and a 5" pipe,\u201d she said.'), [
      '\u201cHe said "no" and a 5" pipe,\u201d'
    ])
    assert.deepEqual(quotationsIn('"He said \u201cno\u201d again," she said.'), ['"He said \u201cno\u201d again,"'])
  })
  it('the outermost pair counts', () => {
    assert.deepEqual(quotationsIn('\u201cHe said \u2018no\u2019 and \u201cno\u201d again.\u201d'), [
      '\u201cHe said \u2018no\u2019 and \u201cno\u201d again.\u201d'
    ])
  })
  it('an unclosed one lasts to the end', () => {
    assert.deepEqual(quotationsIn('He said: \u201cWe go. And we stay.'), ['\u201cWe go. And we stay. (open)'])
  })
  it('never overlap and never throw', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('"', "'", '\u201c', '\u201d', '\u2018', '\u2019', '\u00ab', '\u00bb', 'a', ' ', '.')
        }),
        (text) => {
          const { tokens } = readArticle(text, 'plain')
          let end = 0
          for (const quotation of findQuotations(tokens, 0, tokens.length)) {
            assert.ok(
              quotation.firstToken >= end &&
                quotation.endToken > quotation.firstToken &&
                quotation.endToken <= tokens.length
            )
            end = quotation.endToken
          }
        }
      )
    )
  })
})
