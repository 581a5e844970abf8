import { deepEqual, equal, match, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { openEncoder, prepareEncoder } from '../../../src/encoder'
import { testKernels } from './kernelMemory'
import { shippedWeights, smallEncoder } from './encoders'
import { smallSizes, someWeights, weightsFile, type StoredMatrix } from './someWeights'

async function problemOf(weights: Uint8Array | undefined): Promise<string> {
  const prepared = prepareEncoder({ weights, kernels: await testKernels() })
  return 'problem' in prepared ? `${prepared.problem} (${prepared.detail})` : 'none'
}

/** The file with something else in it. */
function changed(change: (stored: Map<string, StoredMatrix>) => void): Uint8Array {
  const stored = someWeights()
  change(stored)
  return weightsFile(stored)
}

describe('weights that are not what they should be', () => {
  const damaged = 'The language model is damaged: install the extension again'
  for (const [name, file, says] of [
    ['none', undefined, 'The language model is missing from the installation (no weights)'],
    ['an empty file', new Uint8Array(), `${damaged} (it has no header)`],
    ['a web page', new TextEncoder().encode('<!DOCTYPE html><p>Not found</p>'), `${damaged} (it has no header)`],
    ['a file that ends early', weightsFile(someWeights()).slice(0, -2000), `${damaged} (the header says of`],
    ['a matrix that is missing', changed((all) => all.delete('names.weight')), `${damaged} (names.weight is missing)`],
    [
      'scales that are missing',
      changed((all) => all.delete('role_cue.weight.scale')),
      `${damaged} (role_cue.weight.scale is`
    ],
    [
      'a matrix of another size',
      changed((all) => all.set('enc.blocks.1.o.weight', all.get('enc.blocks.1.qkv.weight')!)),
      `${damaged} (enc.blocks.1.o.weight is I8 144 x 48)`
    ],
    [
      'a matrix that is not of 8-bit rows',
      changed((all) => all.set('enc.blocks.0.down.weight', floats(48, 72))),
      `${damaged} (enc.blocks.0.down.weight is F32 48 x 72)`
    ],
    [
      'sizes that fit nothing',
      weightsFile(someWeights(), { ...smallSizes, heads: 5 }),
      `${damaged} (5 heads do not share 48)`
    ],
    [
      'a width of two thousand million',
      weightsFile(someWeights(), { ...smallSizes, width: 2e9 }),
      `${damaged} (width 2000000000 is`
    ]
  ] as const)
    it(name, async () => ok((await problemOf(file)).startsWith(says), await problemOf(file)))

  function floats(rows: number, columns: number): StoredMatrix {
    return { dtype: 'F32', shape: [rows, columns], bytes: new Uint8Array(4 * rows * columns) }
  }

  it('one bit that is another', async () => {
    const file = Uint8Array.from(await shippedWeights())
    file[4_000_000]! ^= 1
    equal(await problemOf(file), `${damaged} (its checksum is another)`)
  })

  it('any bytes changed or cut off: a problem, or an encoder that reads', async () => {
    const whole = weightsFile(someWeights())
    const kernels = await testKernels()
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(4000), fc.nat(255)), { minLength: 1, maxLength: 5 }),
        fc.option(fc.nat(whole.length)),
        (bytes, end) => {
          const file = Uint8Array.from(whole)
          for (const [at, byte] of bytes) file[at] = byte
          const prepared = prepareEncoder({ weights: file.subarray(0, end ?? file.length), kernels })
          if ('problem' in prepared) match(prepared.problem, /^The language model /)
          else ok(openEncoder(prepared).read('The mayor said it.').labels.length > 0)
        }
      ),
      { numRuns: 200 }
    )
  })
})

describe('hosts that cannot run the kernels', () => {
  it('kernels that are not valid here, as where SIMD is missing', () => {
    // A module whose one function has an instruction that no host knows.
    const unknown = Uint8Array.from([
      0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 5, 1, 3, 0, 255, 11
    ])
    const prepared = prepareEncoder({ weights: weightsFile(someWeights()), kernels: { own: unknown, shared: unknown } })
    deepEqual(prepared, {
      problem: 'The language model needs WebAssembly SIMD, which is not available here',
      detail: 'the kernels are not valid here'
    })
  })

  it('no WebAssembly at all', async () => {
    const kernels = await testKernels()
    const { WebAssembly: before } = globalThis
    try {
      Object.assign(globalThis, { WebAssembly: undefined })
      const prepared = prepareEncoder({ weights: weightsFile(someWeights()), kernels })
      ok('problem' in prepared && prepared.problem.includes('SIMD'))
    } finally {
      Object.assign(globalThis, { WebAssembly: before })
    }
  })

  it('no kernels', () => {
    const prepared = prepareEncoder({ weights: weightsFile(someWeights()), kernels: undefined })
    deepEqual(prepared, { problem: 'The language model is missing from the installation', detail: 'no kernels' })
  })

  it('shared kernels that are not valid here: each thread has to prepare its own', async () => {
    const { own } = await testKernels()
    const kernels = { own, shared: new Uint8Array(8) }
    const prepared = prepareEncoder({ weights: weightsFile(someWeights()), kernels }, 2)
    ok(!('problem' in prepared) && !prepared.isShared && prepared.threads === 1)
  })

  it('a thread without a workspace of its own is refused', async () => {
    const prepared = await smallEncoder()
    for (const thread of [-1, 1, Number.NaN])
      try {
        openEncoder(prepared, thread)
        ok(false)
      } catch (error) {
        ok(error instanceof RangeError)
      }
  })
})
