import { chmod, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { compiledKernels } from '../build/kernels.mjs'
import { bundles } from '../esbuild.mjs'
import { root } from './engine'

export interface CliOptions {
  /** The encoder's kernels, too; without them it says what rules alone say, and sooner. */
  readonly withEncoder?: boolean
  /** The scripts that some verbs alone need, too. */
  readonly withParts?: boolean
  /** As it is shipped. */
  readonly isMinified?: boolean
}

/** Builds the command line of the tree as it is, laid out in `home` as in the package: `dist` beside `models`. Gives its script. */
export async function builtCli(home: string, options: CliOptions = {}): Promise<string> {
  const dist = join(home, 'dist')
  const script = join(dist, 'cli.js')
  const parts = bundles(dist, { production: options.isMinified ?? false }).filter(
    ({ outfile, outdir }) =>
      outfile === script || (options.withParts && outdir !== undefined && basename(outdir) === 'cli')
  )
  await Promise.all(parts.map((part) => build({ ...part, sourcemap: false })))
  if (options.withEncoder) await writeFile(join(dist, 'kernels.wasm'), (await compiledKernels()).own)
  await symlink(join(root, 'models'), join(home, 'models'), 'junction')
  await chmod(script, 0o755)
  return script
}
