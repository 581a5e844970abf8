import assert from 'node:assert/strict'
import { readArticle } from '../../../src/article'
import { proseOf } from '../../../src/analysis/quotations/prose'
import { signature } from '../../../src/analysis/quotations/rules/signature'
import { attributionsIn } from './attributions'

describe('signatures', () => {
  it('a dash and a name at the end of the paragraph', () => {
    assert.deepEqual(attributionsIn('\u201cI shall vote for the first time.\u201d \u2014 Ana Roe'), [
      'direct \u2014 | Ana Roe | \u201cI shall vote for the first time.\u201d'
    ])
  })
  it('a dash that ends the paragraph is signed by nobody', () => {
    assert.deepEqual(
      attributionsIn('\u201cI shall vote for the first time.\u201d \u2014', 'The council met again on Tuesday.'),
      ['direct - | - | \u201cI shall vote for the first time.\u201d']
    )
  })
  it('a line that ends behind the dash is signed on the next one, if at all', () => {
    const findings = (text: string) => {
      const prose = proseOf(readArticle(text, 'markdown'))
      return prose.units
        .flatMap((unit) => signature.find(prose, unit, []))
        .map(({ source }) => prose.words.slice(source?.from, source?.to).join(' '))
    }
    assert.deepEqual(findings('\u201cI shall vote for the first time.\u201d \u2014\nAna Roe'), ['ana roe'])
    assert.deepEqual(
      findings('\u201cI shall vote for the first time.\u201d \u2014\nThe council met again on Tuesday.'),
      []
    )
  })
  it('a dash and a name before the next quotation', () => {
    assert.deepEqual(
      attributionsIn(
        '\u201cI shall vote for the first time.\u201d \u2015 Ana Roe \u201cI shall stay at home, as ever.\u201d \u2015 Tom Vega'
      ),
      [
        'direct \u2015 | Ana Roe | \u201cI shall vote for the first time.\u201d',
        'direct \u2015 | Tom Vega | \u201cI shall stay at home, as ever.\u201d'
      ]
    )
  })
  it('not: a title and who published it', () => {
    assert.deepEqual(attributionsIn('\u201cThe Long Road\u201d \u2014 Halden Records'), [])
  })
})
