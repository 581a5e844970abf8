// @ts-check
// Compiles the encoder's kernels (the folder kernels) to WebAssembly. The same source gives the same bytes.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..')
const source = join(root, 'kernels')
const compiler = join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js')
/** Compiling takes seconds, most of it for the compiler itself to start: what it made of a source is kept. */
const kept = join(root, 'out', 'kernels')

/**
 * @returns {Promise<{ readonly shared: Uint8Array, readonly own: Uint8Array }>} the module for a memory that several threads
 * share, and the one for a memory of a thread's own
 * @throws when they do not compile
 */
export async function compiledKernels() {
  return { shared: await compiled(true), own: await compiled(false) }
}

/** @param {boolean} shared @returns {Promise<Uint8Array>} */
async function compiled(shared) {
  const file = join(kept, `${digest()}${shared ? '-shared' : ''}.wasm`)
  if (!existsSync(file)) await compile(file, shared)
  return new Uint8Array(await readFile(file))
}

/** Whatever the bytes depend on: the source, this file, and the compiler. */
function digest() {
  const hash = createHash('sha256')
  const files = [
    ...readdirSync(source)
      .sort()
      .map((name) => join(source, name)),
    fileURLToPath(import.meta.url),
    join(root, 'node_modules', 'assemblyscript', 'package.json')
  ]
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

/** @param {string} file @param {boolean} shared */
async function compile(file, shared) {
  await mkdir(kept, { recursive: true })
  // Two builds at the same time must not read what the other is still writing.
  const unfinished = `${file}.${process.pid}`
  // As a program: its types declare other globals than ours.
  const args = [
    compiler,
    'kernels/index.ts',
    ...['--outFile', relative(root, unfinished), '--runtime', 'stub', '--noAssert', '-O3', '--converge'],
    ...['--enable', 'simd', '--importMemory', '--initialMemory', '1', '--maximumMemory', '16384'],
    ...(shared ? ['--enable', 'threads', '--sharedMemory'] : [])
  ]
  try {
    await promisify(execFile)(process.execPath, args, { cwd: root })
  } catch (error) {
    await rm(unfinished, { force: true })
    throw new Error(`The kernels do not compile: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error
    })
  }
  await rename(unfinished, file)
}
