import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { EncoderFiles } from '../../../src/encoder'
import { root } from '../../engine'
import { testKernels } from '../encoder/kernelMemory'
import { smallSizes, someWeights, weightsFile } from '../encoder/someWeights'

let script: Promise<string> | undefined

/** The script of the threads, as it is built for the extension; built once for a run. */
export function workerScript(): Promise<string> {
  return (script ??= build({
    entryPoints: [join(root, 'src/worker/main.ts')],
    bundle: true,
    write: false,
    platform: 'browser',
    conditions: ['worker', 'browser'],
    format: 'iife'
  }).then(({ outputFiles }) => outputFiles[0]!.text))
}

export async function readModel(file: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(join(root, 'models', file)))
}

/** A small encoder that nobody has taught. */
export async function someEncoderFiles(): Promise<EncoderFiles> {
  return { weights: weightsFile(someWeights(), smallSizes), kernels: await testKernels() }
}
