import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encoderWeights } from '../analysis'
import { openEncoder, prepareEncoder, type Encoder, type EncoderProblem } from '../encoder'

/** Where the engine's files lie. */
export interface EngineFolders {
  readonly models: string
  /** Of the compiled kernels. */
  readonly kernels: string
}

/** The language model for this one thread, or why there is none. Never rejects. */
export async function nodeEncoder({ models, kernels }: EngineFolders): Promise<Encoder | EncoderProblem> {
  const read = async (file: string) => new Uint8Array(await readFile(file))
  const orNone = () => undefined
  const [weights, own] = await Promise.all([
    encoderWeights === undefined ? undefined : read(join(models, encoderWeights)).catch(orNone),
    read(join(kernels, 'kernels.wasm')).catch(orNone)
  ])
  // Alone, a thread has no use for the kernels of a shared memory.
  const prepared = prepareEncoder({ weights, kernels: own && { own, shared: new Uint8Array() } })
  return 'problem' in prepared ? prepared : openEncoder(prepared)
}
