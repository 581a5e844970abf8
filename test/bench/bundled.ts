import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { root } from '../engine'
import { writeKernels } from './kernelFiles'

/** A script of this folder in a bundle like the extension's, minified, to be run in processes of its own. */
export interface Bundled<T> {
  /**
   * Runs it with the models' folder and `input` (a file with that JSON, beside the kernels) as its arguments; it prints its result as
   * JSON.
   */
  run(input?: unknown): Promise<T>
  remove(): Promise<void>
}

/** Bundles `test/bench/NAME.ts`. What is measured is the code as it is shipped, not as a loader of TypeScript makes it. */
export async function bundled<T>(name: string): Promise<Bundled<T>> {
  const home = await mkdtemp(join(tmpdir(), 'article-annotator-bench-'))
  const script = join(home, `${name}.cjs`)
  const given = join(home, 'input.json')
  await build({
    entryPoints: [join(root, 'test/bench', `${name}.ts`)],
    outfile: script,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error'
  })
  await writeKernels(home)
  return {
    async run(input = null) {
      await writeFile(given, JSON.stringify(input))
      const running = promisify(execFile)(process.execPath, [script, join(root, 'models'), given], {
        maxBuffer: 1 << 24
      })
      running.child.stderr?.pipe(process.stderr)
      return JSON.parse((await running).stdout) as T
    },
    remove: () => rm(home, { recursive: true })
  }
}
