import assert from 'node:assert/strict'
import { bestRow, pickerRows, type PickerSource } from '../../../src/codebook/pickerRows.js'
import { codebook } from '../annotations/codebook/example'

const book = codebook('Economy', '  Taxes', '    VAT', '  Rents', 'Politics')

function rows(typed: string, source: Partial<PickerSource> = {}): readonly string[] {
  const all = pickerRows({ codebook: book, recent: [], present: new Set(), ...source }, typed)
  return all.map((row) => {
    if (row.kind !== 'code') return `${row.kind}: ${row.names.join(' > ')}`
    const marks = [row.isRecent && 'recent', row.isPresent && 'given'].filter(Boolean).join(', ')
    return [...row.above, row.code.name].join(' > ') + (marks && ` (${marks})`)
  })
}

describe('the code picker', () => {
  it('has the codes used last first, then all others as the tree has them', () => {
    assert.deepEqual(rows('', { recent: ['Rents', 'gone', 'VAT'], present: new Set(['VAT']) }), [
      'Economy > Rents (recent)',
      'Economy > Taxes > VAT (recent, given)',
      'Economy',
      'Economy > Taxes',
      'Politics'
    ])
  })

  it('offers a new code for what was typed unless one has this name, anywhere or on this way', () => {
    assert.deepEqual(rows(' wages ').slice(-1), ['new: wages'])
    assert.deepEqual(rows('taxes').slice(-1), ['Politics'])
    assert.deepEqual(rows('economy > taxes').slice(-1), ['Politics'])
    assert.deepEqual(rows('politics > taxes').slice(-1), ['new: politics > taxes'])
    assert.deepEqual(rows(' ').slice(-1), ['Politics'])
  })

  it('offers a code named by the words themselves unless there is one', () => {
    assert.deepEqual(rows('', { words: ' cut\ntaxes ' }).slice(-1), ['words: cut taxes'])
    assert.deepEqual(rows('x', { words: 'cut taxes' }).slice(-2), ['new: x', 'words: cut taxes'])
    assert.deepEqual(rows('', { words: 'Taxes' }).slice(-1), ['Politics'])
  })

  it('knows what Enter takes before it has shown the rows for what was typed', () => {
    const best = (typed: string, source: Partial<PickerSource> = {}) => {
      const all = pickerRows({ codebook: book, recent: ['Rents'], present: new Set(), ...source }, typed)
      const row = bestRow(all, typed)
      return row?.kind === 'code' ? row.code.name : `${row?.kind}: ${row?.names.join(' > ')}`
    }
    assert.equal(best(''), 'Rents')
    assert.equal(best('vat'), 'VAT')
    assert.equal(best('conom', { words: 'conom' }), 'Economy')
    assert.equal(best('wages', { words: 'cut taxes' }), 'new: wages')
    assert.equal(best('economy > taxes'), 'Taxes')
    assert.equal(best('', { codebook: codebook() }), 'undefined: undefined')
  })

  it('leaves out what cannot be picked', () => {
    assert.deepEqual(rows('', { without: new Set(['Economy', 'Taxes', 'VAT', 'Rents']), recent: ['VAT'] }), [
      'Politics'
    ])
  })

  it('is there for an empty codebook, and for hostile names', () => {
    assert.deepEqual(rows('', { codebook: codebook() }), [])
    assert.deepEqual(rows('__proto__ > constructor', { codebook: codebook() }), ['new: __proto__ > constructor'])
  })
})
