import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { compiledKernels } from '../../../build/kernels.mjs'
import { bundles } from '../../../esbuild.mjs'
import { root } from '../../engine'

/** The command line of the tree as it is, laid out as in the package: `dist` beside `models`. */
export interface InstalledCli {
  readonly script: string
  /** A folder for the PATH: with `article-annotator` in it. */
  readonly bin: string
  remove(): Promise<void>
}

export async function installedCli(): Promise<InstalledCli> {
  const folder = await mkdtemp(join(tmpdir(), 'article-annotator-cli-'))
  const [dist, bin] = [join(folder, 'dist'), join(folder, 'bin')]
  const script = join(dist, 'cli.js')
  const parts = bundles(dist, { production: false }).filter(
    ({ outfile, outdir }) => outfile === script || (outdir !== undefined && basename(outdir) === 'cli')
  )
  await Promise.all(parts.map((options) => build({ ...options, sourcemap: false })))
  await writeFile(join(dist, 'kernels.wasm'), (await compiledKernels()).own)
  await symlink(join(root, 'models'), join(folder, 'models'), 'junction')
  await mkdir(bin)
  await chmod(script, 0o755)
  await symlink(script, join(bin, 'article-annotator'))
  return { script, bin, remove: () => rm(folder, { recursive: true, force: true }) }
}
