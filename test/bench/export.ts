import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled } from './bundled'
import type { ExportCost } from './exportRun'
import { writeArticles } from './folder'
import { folderSource, variation } from './folderArticles'
import { table, whole } from './table'

/** What it costs to export a folder of that many articles in every format: time, and the most memory of the whole process. */
export async function reportExport(size: number, only: readonly string[] | undefined): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'article-annotator-bench-'))
  const script = await bundled<ExportCost>('exportRun')
  try {
    const source = folderSource()
    const folder = join(home, 'articles')
    await writeArticles(source, folder, size)
    const { before, formats } = await script.run({ folder, ...(only && { only }) })
    return [
      `# Exporting ${whole(size)} articles`,
      '',
      `As the command line does it, in one process (${source.description}; ${variation}). Memory is the most that the whole process has while it analyzes and links, and while it writes each format.`,
      '',
      table(
        ['', 'seconds', 'megabytes of the file', 'megabytes of memory'],
        [
          ['analyzing and linking', before.seconds.toFixed(1), '', whole(before.megabytes)],
          ...formats.map(({ id, seconds, bytes, megabytes }) => [
            id,
            seconds.toFixed(1),
            (bytes / 1e6).toFixed(1),
            whole(megabytes)
          ])
        ]
      )
    ].join('\n')
  } finally {
    await script.remove()
    await rm(home, { recursive: true })
  }
}
