import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compiledKernels } from '../../build/kernels.mjs'

/** Puts the kernels where a bundle finds them, as the build does. */
export async function writeKernels(folder: string): Promise<void> {
  const { own, shared } = await compiledKernels()
  await writeFile(join(folder, 'kernels.wasm'), own)
  await writeFile(join(folder, 'kernels-shared.wasm'), shared)
}
