import { compiledKernels } from '../../../build/kernels.mjs'
import { kernelsOver, type Kernels, type KernelModules } from '../../../src/encoder/graph/kernels'
import type { Rows } from './plainKernels'

let modules: Promise<KernelModules> | undefined

/** The compiled kernels; compiled once for a run, when the source has changed. */
export function testKernels(): Promise<KernelModules> {
  return (modules ??= compiledKernels())
}

// Compiling them takes longer than a test may: it is done before the first one, whichever file comes first.
before(async function () {
  this.timeout(120_000)
  await testKernels()
})

/** A memory with the kernels over it, and what a test puts there. */
export interface KernelMemory {
  readonly kernels: Kernels
  /** Room for so many bytes, filled with what no kernel may take for something. */
  room(bytes: number): number
  floats(values: ArrayLike<number>): number
  integers(values: ArrayLike<number>): number
  shorts(values: ArrayLike<number>): number
  bytes(values: ArrayLike<number>): number
  readFloats(address: number, length: number): Float32Array
  readShorts(address: number, length: number): Int16Array
}

export async function kernelMemory(): Promise<KernelMemory> {
  const memory = new WebAssembly.Memory({ initial: 64, maximum: 64 })
  const kernels = kernelsOver(memory, (await testKernels()).own)
  new Float32Array(memory.buffer, kernels.firstFree()).fill(Number.NaN)
  let end = kernels.firstFree()
  const room = (bytes: number) => {
    const at = Math.ceil(end / 16) * 16
    end = at + bytes
    if (end > memory.buffer.byteLength) throw new RangeError('the test wants more memory than there is')
    return at
  }
  const put = (values: Float32Array | Int32Array | Int16Array | Int8Array) => {
    const at = room(values.byteLength)
    new Uint8Array(memory.buffer, at).set(new Uint8Array(values.buffer))
    return at
  }
  return {
    kernels,
    room,
    floats: (values) => put(Float32Array.from(values)),
    integers: (values) => put(Int32Array.from(values)),
    shorts: (values) => put(Int16Array.from(values)),
    bytes: (values) => put(Int8Array.from(values)),
    readFloats: (address, length) => new Float32Array(memory.buffer, address, length).slice(),
    readShorts: (address, length) => new Int16Array(memory.buffer, address, length).slice()
  }
}

/** Numbers between -1 and 1, the same every time. */
export function numbers(length: number, seed = 1): Float64Array {
  let state = seed
  return Float64Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647
    return (state / 2_147_483_647) * 2 - 1
  })
}

/** 8-bit rows as the kernels read them. */
export function packedBytes({ values, columns }: Rows): Int8Array {
  const packed: number[] = []
  for (let block = 0; block < values.length; block += 8 * columns)
    for (let at = 0; at < columns; at += 2)
      for (let each = 0; each < 8; each++)
        packed.push(values[block + each * columns + at]!, values[block + each * columns + at + 1]!)
  return Int8Array.from(packed)
}

/** The largest difference, as a share of the largest value. */
export function apart(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  let most = 0
  let top = 1e-9
  for (let at = 0; at < expected.length; at++) {
    top = Math.max(top, Math.abs(expected[at]!))
    const difference = Math.abs(found[at]! - expected[at]!)
    most = difference <= most ? most : difference
  }
  return most / top
}
