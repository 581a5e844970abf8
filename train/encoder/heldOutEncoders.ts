import { existsSync, readFileSync } from 'node:fs'
import { compiledKernels } from '../../build/kernels.mjs'
import { openEncoder, prepareEncoder, type Encoder } from '../../src/encoder'

/** Parts that the gold is dealt into. */
const folds = 4

/**
 * For each document of a gold file an encoder that was not taught on it; undefined where that is not made yet. `ids`: of all documents of
 * the file (as `teach.py --fold` deals them: in order, without doubles, every fourth from the fold's number on).
 * @throws when a reader cannot be loaded
 */
export async function heldOutEncoders(ids: readonly string[]): Promise<(id: string) => Encoder | undefined> {
  const encoders = await Promise.all(
    Array.from({ length: folds }, async (_, fold) => {
      const file = new URL(`folds/fold${fold}.safetensors`, import.meta.url)
      return existsSync(file) ? await encoderOf(file) : undefined
    })
  )
  const foldOf = new Map([...new Set(ids)].sort().map((id, index) => [id, index % folds]))
  return (id) => encoders[foldOf.get(id) ?? -1]
}

/** The encoder that is shipped: for what it was not taught on. */
export function shippedEncoder(): Promise<Encoder> {
  return encoderOf(new URL('../../models/encoder.safetensors', import.meta.url))
}

async function encoderOf(file: URL): Promise<Encoder> {
  const prepared = prepareEncoder({ weights: readFileSync(file), kernels: await compiledKernels() })
  if ('problem' in prepared) throw new Error(`${prepared.problem}: ${prepared.detail}`)
  return openEncoder(prepared)
}
