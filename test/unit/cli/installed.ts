import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtCli } from '../../builtCli'

/** The command line of the tree as it is, laid out as in the package: `dist` beside `models`. */
export interface InstalledCli {
  readonly script: string
  /** A folder for the PATH: with `article-annotator` in it. */
  readonly bin: string
  remove(): Promise<void>
}

export async function installedCli(): Promise<InstalledCli> {
  const folder = await mkdtemp(join(tmpdir(), 'article-annotator-cli-'))
  const bin = join(folder, 'bin')
  const script = await builtCli(folder, { withEncoder: true, withParts: true })
  await mkdir(bin)
  await symlink(script, join(bin, 'article-annotator'))
  return { script, bin, remove: () => rm(folder, { recursive: true, force: true }) }
}
