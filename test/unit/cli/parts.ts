import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { bundles } from '../../../esbuild.mjs'

/** The scripts that some verbs alone need, built of the tree as it is, as in the package. */
export interface BuiltParts {
  readonly folder: string
  remove(): Promise<void>
}

export async function builtParts(): Promise<BuiltParts> {
  const folder = await mkdtemp(join(tmpdir(), 'article-annotator-parts-'))
  const parts = bundles(folder, { production: false }).filter(
    ({ outdir }) => outdir !== undefined && basename(outdir) === 'cli'
  )
  await Promise.all(parts.map((options) => build(options)))
  return { folder: join(folder, 'cli'), remove: () => rm(folder, { recursive: true, force: true }) }
}
