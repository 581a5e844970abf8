import assert from 'node:assert/strict'
import fc from 'fast-check'
import irr from '../../../fixtures/agreement/irr.json'
import {
  agreementFigures,
  kappa,
  krippendorffsAlpha,
  percentAgreement
} from '../../../../src/annotations/agreement/figures'
import { ratingTable, type Ratings } from '../../../../src/annotations/agreement/ratings'

describe('figures of agreement', () => {
  it(`are those of ${irr.source} on ${irr.cases.length} random layers`, () => {
    assert.equal(irr.cases.length, 200)
    for (const [index, { agree, kappa, alpha, ratings }] of irr.cases.entries()) {
      const figures = agreementFigures(tableOf(ratings))
      close(figures.percent, agree, `agree of case ${index}`)
      if (kappa !== null) close(figures.kappa, kappa, `kappa of case ${index}`)
      close(figures.alpha, alpha, `alpha of case ${index}`)
    }
  })

  it("are Krippendorff's own of his example of four observers with missing answers", () => {
    // Krippendorff 2011, section C; one string a unit, one digit an observer.
    const units = ['11.1', '2232', '3333', '3333', '2222', '1234', '4444', '1121', '2222', '.555', '..11', '..3.']
    close(krippendorffsAlpha(tableOf(units.map(answersOf))), 0.7434210526, 'alpha')
  })

  it("are Cohen's where each annotator used an answer that the other did not", () => {
    // po = 2/4; pe = (2 * 1 + 1 * 0 + 1 * 1 + 0 * 2) / 16
    const figures = agreementFigures(tableOf(['aa', 'ad', 'bd', 'cc'].map(answersOf)))
    close(figures.percent, 2 / 4, 'percent')
    close(figures.kappa, (8 - 3) / (16 - 3), 'kappa')
  })

  it('have a name where they cannot be: no unit has two answers', () => {
    for (const units of [[], ['a.', '.b']]) {
      assert.deepEqual(agreementFigures(tableOf(units.map(answersOf))), {
        percent: 'nothing-to-compare',
        kappa: 'nothing-to-compare',
        alpha: 'nothing-to-compare'
      })
    }
  })

  it('have a name where they cannot be: everybody always gave the same answer', () => {
    assert.deepEqual(agreementFigures(tableOf(['aa', 'aa'].map(answersOf))), {
      percent: 1,
      kappa: 'no-variation',
      alpha: 'no-variation'
    })
  })

  it('are of chance where each annotator has a single answer, but not the same', () => {
    assert.deepEqual(agreementFigures(tableOf(['ab', 'ab'].map(answersOf))), { percent: 0, kappa: 0, alpha: -0.5 })
  })

  it('take the mean of the pairs that have units in common', () => {
    const figures = agreementFigures(tableOf(['aa.', 'bb.', '.aa', '.bb', '.ab', '.ba'].map(answersOf)))
    assert.equal(figures.percent, 'nothing-to-compare')
    close(figures.kappa, (1 + 0) / 2, 'kappa')
  })

  it('do not depend on the order of annotators or units, and never are NaN', () => {
    const answer = fc.constantFrom('a', 'b', 'c', '__proto__', null)
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((annotators) =>
        fc.array(fc.array(answer, { minLength: annotators, maxLength: annotators }), { maxLength: 30 })
      )
    fc.assert(
      fc.property(table, (rows) => {
        const turned = rows.map((row) => [...row].reverse()).reverse()
        const [one, other] = [tableOf(rows), tableOf(turned)]
        for (const figure of [percentAgreement, kappa, krippendorffsAlpha]) {
          const [a, b] = [figure(one), figure(other)]
          if (typeof a === 'string') assert.equal(a, b)
          else {
            assert.ok(a <= 1 + 1e-12 && a >= -1)
            close(b, a, figure.name)
          }
        }
      })
    )
  })
})

function tableOf(rows: readonly (readonly (string | number | null)[])[]): Ratings {
  const table = ratingTable(rows[0]?.length ?? 2)
  for (const row of rows) table.add(row.map((answer) => (answer === null ? null : String(answer))))
  return table.ratings()
}

/** A letter for each annotator's answer, a full stop where there is none. */
function answersOf(unit: string): readonly (string | null)[] {
  return [...unit].map((answer) => (answer === '.' ? null : answer))
}

function close(figure: unknown, expected: number, what: string): void {
  assert.ok(
    typeof figure === 'number' && Math.abs(figure - expected) < 1e-9,
    `${what}: ${String(figure)}, not ${expected}`
  )
}
