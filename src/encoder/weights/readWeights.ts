import { faultOfSizes, roles, type EncoderSizes } from './sizes'
import { readTensors, WeightsFault, type Tensors } from './tensors'

export interface EncoderWeights {
  readonly sizes: EncoderSizes
  readonly tensors: Tensors
}

/**
 * An encoder's weights and, of what stands in their header, its sizes.
 * @throws {WeightsFault} when the file is not such weights
 */
export function readWeights(file: Uint8Array): EncoderWeights {
  const tensors = readTensors(file)
  const told = (name: string) => Number(tensors.metadata.get(name))
  const shape = (name: string) => tensors.shape(name) ?? []
  const sizes: EncoderSizes = {
    pieces: shape('enc.emb.weight')[0] ?? Number.NaN,
    layers: told('layers'),
    width: told('width'),
    heads: told('heads'),
    inner: told('inner'),
    low: told('low'),
    rank: (shape('role_cue.weight')[0] ?? Number.NaN) / roles.length,
    hidden: shape('mix_cue.weight')[0] ?? Number.NaN
  }
  const fault = faultOfSizes(sizes)
  if (fault !== undefined) throw new WeightsFault(fault)
  return { sizes, tensors }
}
