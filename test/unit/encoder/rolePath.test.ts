import { deepEqual, equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { logOfLawful, rolePath } from '../../../src/encoder/reading/rolePath'
import { roles } from '../../../src/encoder/weights/sizes'

/** n nothing, then begin, inside, end: sss of a source, ccc of a content. */
const letters = ['n', 'S', 's', '$', 'C', 'c', '\u20ac'] as const

/** What may follow, said once more in another way: begins stand alone or open, what is open is of one kind until it ends. */
const lawful = /^(?:n|S(?:s*\$|s*$)?|C(?:c*\u20ac|c*$)?)*$/

function everyPath(length: number): readonly (readonly number[])[] {
  return length === 0 ? [[]] : everyPath(length - 1).flatMap((path) => letters.map((_, role) => [...path, role]))
}

const isLawful = (path: readonly number[]) => lawful.test(path.map((role) => letters[role]).join(''))

/** Logarithms of shares of a whole for each piece. */
function logsOf(rows: readonly (readonly number[])[]): Float32Array {
  return Float32Array.from(
    rows.flatMap((row) => {
      const whole = row.reduce((sum, share) => sum + share, 0)
      return row.map((share) => Math.log(share / whole))
    })
  )
}

const someRows = fc.array(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 7, maxLength: 7 }), {
  minLength: 1,
  maxLength: 4
})

describe('the path of roles', () => {
  it('is the best of all lawful ones, and its probability its share of them', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const logs = logsOf(rows)
        const weight = (path: readonly number[]) =>
          Math.exp(path.reduce((sum, role, piece) => sum + logs[piece * roles.length + role]!, 0))
        const all = everyPath(rows.length).filter(isLawful)
        const whole = all.reduce((sum, path) => sum + weight(path), 0)
        const best = Math.max(...all.map(weight))
        const { path, probability } = rolePath(logs)
        ok(isLawful([...path]))
        ok(Math.abs(weight([...path]) - best) < 1e-6 * best)
        ok(Math.abs(probability - best / whole) < 1e-6)
        ok(Math.abs(logOfLawful(logs) - Math.log(whole)) < 1e-6)
      }),
      { numRuns: 60 }
    )
  })

  it('an end without a begin is not read, however likely', () => {
    const sure = (role: number) => letters.map((_, index) => (index === role ? 1000 : 1))
    const said = rolePath(logsOf([sure(6), sure(4), sure(6), sure(5), sure(0)]))
    equal([...said.path].map((role) => letters[role]).join(''), 'nC\u20acCn'.replace('C\u20acC', 'C\u20acn'))
  })

  it('no pieces', () => {
    deepEqual(rolePath(new Float32Array()), { path: new Uint8Array(), probability: 1, logLawful: 0 })
    equal(logOfLawful(new Float32Array()), 0)
  })
})
