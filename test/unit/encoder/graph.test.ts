import { deepEqual, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openWindowEncoder } from '../../../src/encoder/graph/windowEncoder'
import {
  headAt,
  heads,
  labelCount,
  labels,
  roles,
  type EncoderSizes,
  type Head
} from '../../../src/encoder/weights/sizes'
import { root } from '../../engine'
import { preparedFrom, shippedEncoder } from './encoders'
import { plainWindow } from './plainEncoder'
import { row } from './plainKernels'
import { smallSizes, someWeights, weightsFile } from './someWeights'

/** What train/encoder/export.py wrote: what PyTorch says in 64-bit numbers, probabilities times 100,000. */
interface Reference extends Record<Head, readonly (readonly number[])[]> {
  readonly ids: readonly number[]
  readonly relations: readonly { readonly cue: number; readonly roles: readonly (readonly number[])[] }[]
  readonly vector: readonly number[]
}

const references = JSON.parse(readFileSync(join(root, 'test/fixtures/encoder/reference.json'), 'utf8')) as Reference[]

/** The largest difference; NaN is one. */
function most(differences: Iterable<number>): number {
  let top = 0
  for (const difference of differences) top = difference <= top ? top : difference
  return top
}

describe('the encoder that is shipped, against what PyTorch says', () => {
  for (const [index, reference] of references.entries())
    it(`text ${index + 1}, ${reference.ids.length - 2} word pieces: probabilities to 2e-3`, async () => {
      const encoder = openWindowEncoder(await shippedEncoder())
      encoder.encode(reference.ids.slice(1, -1))
      const found = encoder.labels()
      for (const head of heads) {
        const differences = reference[head]
          .slice(1, -1)
          .flatMap((shares, piece) =>
            shares.map((share, label) => Math.abs(found[piece * labelCount + headAt[head] + label]! - share / 1e5))
          )
        deepEqual(differences.length, (reference.ids.length - 2) * labels[head].length)
        ok(most(differences) < 2e-3, `${head}: ${most(differences)}`)
      }
      ok(most(reference.vector.map((value, at) => Math.abs(value - encoder.vector(0)[at]!))) < 1e-2)
      const related = encoder.relate(reference.relations.map(({ cue }) => cue - 1))
      for (const [cue, { roles: shares }] of reference.relations.entries()) {
        const differences = shares
          .slice(1, -1)
          .flat()
          .map((share, at) => Math.abs(Math.exp(related[cue]![at]!) - share / 1e5))
        ok(most(differences) < 2e-3, `roles: ${most(differences)}`)
      }
    })
})

describe('encoders of other sizes, against plain numbers', () => {
  const sizes: readonly (readonly [string, EncoderSizes])[] = [
    ['two layers of 48', smallSizes],
    ['one layer of 64 that is not lifted', { ...smallSizes, layers: 1, width: 64, low: 64, heads: 1 }],
    ['heads of 8', { ...smallSizes, width: 32, heads: 4, inner: 40, low: 16, rank: 16, hidden: 8 }]
  ]
  for (const [name, size] of sizes)
    for (const length of [1, 7, 40])
      it(`${name}, ${length} word pieces`, async () => {
        const file = weightsFile(someWeights(size), size)
        const encoder = openWindowEncoder(await preparedFrom(file))
        const pieces = Array.from({ length }, (_, index) => (index * 7) % size.pieces)
        encoder.encode(pieces)
        const exact = plainWindow(file, size, pieces)
        ok(most(exact.labels.values.map((share, at) => Math.abs(share - encoder.labels()[at]!))) < 2e-3)
        ok(most(row(exact.vectors, 0).map((value, at) => Math.abs(value - encoder.vector(0)[at]!))) < 1e-2)
        // More cues than are read at a time; plain numbers look at some.
        for (const [cue, logs] of encoder.relate(pieces.map((_, index) => index)).entries()) {
          deepEqual(logs.length, length * roles.length)
          if (cue % 19 > 0) continue
          const { values } = exact.relate(cue)
          ok(most(values.map((log, at) => Math.abs(Math.exp(log) - Math.exp(logs[at]!)))) < 2e-3)
        }
      })

  it('what was read before leaves no trace', async () => {
    const encoder = openWindowEncoder(await preparedFrom(weightsFile(someWeights())))
    const read = (pieces: readonly number[]) => {
      encoder.encode(pieces)
      return [encoder.relate([0])[0]!, encoder.labels(), encoder.vector(0)]
    }
    const alone = read([9, 8, 7])
    read(Array.from({ length: 254 }, (_, index) => index % 60))
    deepEqual(read([9, 8, 7]), alone)
  })
})
