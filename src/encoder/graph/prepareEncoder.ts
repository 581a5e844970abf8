import { translatable } from '../../util/translate'
import { readWeights } from '../weights/readWeights'
import { windowLength, type EncoderSizes } from '../weights/sizes'
import { toldChecksum, WeightsFault } from '../weights/tensors'
import { kernelsOver, memoryOf, runsHere, type KernelModules } from './kernels'
import { layOutWeights, layOutWorkspace, type WeightAddresses } from './layOut'
import { putWeights } from './putWeights'
import type { WasmMemory } from './webAssembly'

/**
 * Weights, read once. Where `isShared`, this can be posted to other threads, which then work with the same memory. What it
 * holds must not be changed.
 */
export interface PreparedEncoder {
  /** Names the weights: what others say is stale. */
  readonly version: string
  readonly memory: WasmMemory
  readonly isShared: boolean
  readonly module: Uint8Array
  readonly sizes: EncoderSizes
  readonly addresses: WeightAddresses
  /** Threads that have a workspace in the memory; where the first one begins, and how many bytes each takes. */
  readonly threads: number
  readonly workspaces: number
  readonly workspaceBytes: number
  /** The word pieces, as `readVocabulary` takes them. */
  readonly pieces: Uint8Array
}

/** Why there is no encoder. The engine then works without. */
export interface EncoderProblem {
  /** For people; `l10n` has it. */
  readonly problem: string
  /** For the log. */
  readonly detail: string
}

export interface EncoderFiles {
  /** `models/encoder.safetensors`; undefined where it cannot be read. */
  readonly weights: Uint8Array | undefined
  /** What `build/kernels.mjs` makes. */
  readonly kernels: KernelModules | undefined
}

const pageBytes = 65_536

/**
 * Reads the weights into a memory for the kernels: for more than one thread a memory that they share, where the host has such;
 * otherwise `isShared` is false, and each thread has to prepare its own. Takes some 50 ms. Never throws.
 */
export function prepareEncoder(files: EncoderFiles, threads = 1): PreparedEncoder | EncoderProblem {
  return withFiles(files, (weights, kernels) => {
    const isShared = threads > 1 && typeof SharedArrayBuffer === 'function' && runsHere(kernels.shared)
    return prepared(weights, isShared ? kernels.shared : kernels.own, isShared ? threads : 1)
  })
}

/**
 * The version of the encoder that these files make here, as far as can be known at once: for one who leaves preparing it to another
 * thread, which may still find that the weights are damaged, or that there is not enough memory. Never throws.
 */
export function foreseeEncoder(files: EncoderFiles): Pick<PreparedEncoder, 'version'> | EncoderProblem {
  return withFiles(files, (weights) => ({ version: toldChecksum(weights) ?? readWeights(weights).tensors.checksum }))
}

function withFiles<T>(
  { weights, kernels }: EncoderFiles,
  make: (weights: Uint8Array, kernels: KernelModules) => T
): T | EncoderProblem {
  if (!weights || !kernels) return { problem: problems.missing, detail: weights ? 'no kernels' : 'no weights' }
  if (!runsHere(kernels.own)) return { problem: problems.noSimd, detail: 'the kernels are not valid here' }
  try {
    return make(weights, kernels)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { problem: error instanceof WeightsFault ? problems.damaged : problems.noMemory, detail }
  }
}

const problems = {
  missing: translatable('The language model is missing from the installation'),
  damaged: translatable('The language model is damaged: install the extension again'),
  noSimd: translatable('The language model needs WebAssembly SIMD, which is not available here'),
  noMemory: translatable('The language model could not be loaded')
}

function prepared(file: Uint8Array, module: Uint8Array, threads: number): PreparedEncoder {
  const { sizes, tensors } = readWeights(file)
  const isShared = threads > 1
  const kernels = kernelsOver(memoryOf(1, isShared), module)
  const { addresses, end: workspaces } = layOutWeights(sizes, kernels.firstFree())
  const attendBytes = kernels.attendBytes(windowLength, sizes.width, sizes.heads)
  const workspaceBytes = layOutWorkspace(sizes, 0, attendBytes).end
  const memory = memoryOf(Math.ceil((workspaces + threads * workspaceBytes) / pageBytes), isShared)
  putWeights(memory.buffer, addresses, sizes, tensors)
  const pieces = tensors.raw('pieces').slice()
  return {
    version: tensors.checksum,
    memory,
    isShared,
    module,
    sizes,
    addresses,
    threads,
    workspaces,
    workspaceBytes,
    pieces
  }
}
