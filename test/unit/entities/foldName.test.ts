import assert from 'node:assert/strict'
import fc from 'fast-check'
import { foldLines, foldName } from '../../../src/analysis/entities/foldName'

describe('one spelling of a name', () => {
  it('has no capitals, accents, full stops, hyphens and leading article', () => {
    assert.deepEqual(
      [
        'S\u00e3o Paulo',
        'U.S.',
        'Port-au-Prince',
        'The Hague',
        ' the  Gambia ',
        'New\nPort',
        'C\u00f4te d\u2019Azur'
      ].map(foldName),
      ['sao paulo', 'us', 'port au prince', 'hague', 'gambia', 'new port', "cote d'azur"]
    )
  })

  it('is the same for a name alone and among others (property)', () => {
    const part = fc.constantFrom(
      'The ',
      'the ',
      ' ',
      '.',
      '-',
      '\u2013',
      '\u0301',
      '\u03a3',
      '\u0130',
      '\u00e9',
      '\u2019',
      'a',
      'Rio',
      '\u00a0',
      '\t',
      '\ud800'
    )
    const name = fc
      .oneof(
        fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
        fc.string({ unit: 'binary' })
      )
      .filter((one) => !/[\n]/.test(one))
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), (names) => {
        assert.deepEqual(foldLines(names.join('\n')), names.length === 0 ? [''] : names.map(foldName))
      }),
      { numRuns: 2000 }
    )
  })
})
