import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareEncoder, type EncoderSizes, type PreparedEncoder } from '../../../src/encoder'
import { root } from '../../engine'
import { testKernels } from './kernelMemory'
import { smallSizes, someWeights, weightsFile } from './someWeights'

export async function shippedWeights(): Promise<Uint8Array> {
  return readFile(join(root, 'models/encoder.safetensors'))
}

let shipped: Promise<PreparedEncoder> | undefined

/** The encoder that is shipped; prepared once for a run. */
export function shippedEncoder(): Promise<PreparedEncoder> {
  return (shipped ??= shippedWeights().then((weights) => preparedFrom(weights)))
}

/** One of the same design that nobody has taught, a hundred times as fast. */
export async function smallEncoder(sizes: EncoderSizes = smallSizes): Promise<PreparedEncoder> {
  return preparedFrom(weightsFile(someWeights(sizes), sizes))
}

export async function preparedFrom(weights: Uint8Array, threads = 1): Promise<PreparedEncoder> {
  const prepared = prepareEncoder({ weights, kernels: await testKernels() }, threads)
  if ('problem' in prepared) throw new Error(`${prepared.problem}: ${prepared.detail}`)
  return prepared
}
