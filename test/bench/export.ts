import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled } from './bundled'
import type { ExportCost, ExportTask } from './exportRun'
import { writeArticles } from './folder'
import { folderSource, variation } from './folderArticles'
import { table, whole } from './table'

/**
 * What it costs to export a folder of that many articles in every format: time, and the most memory of the whole process. Each format's
 * goes to standard error as soon as it is known.
 */
export async function reportExport(
  size: number,
  host: ExportTask['host'],
  only: readonly string[] | undefined
): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'article-annotator-bench-'))
  const script = await bundled<ExportCost>('exportRun')
  try {
    const source = folderSource()
    const folder = join(home, 'articles')
    await writeArticles(source, folder, size)
    const { before, formats } = await script.run({ folder, host, ...(only && { only }) } satisfies ExportTask)
    return [
      `# Exporting ${whole(size)} articles`,
      '',
      `${hosts[host]} (${source.description}; ${variation}). Memory is the most that the whole process has while it analyzes and links, and while it writes each format; an export's own is what that is above what the process had before.`,
      '',
      table(
        ['', 'seconds', 'of them processor time', 'megabytes of the file', 'mebibytes of memory', "the export's own"],
        [
          ['analyzing and linking', before.seconds.toFixed(1), '', '', whole(before.megabytes), ''],
          ...formats.map(({ id, seconds, processor, bytes, megabytes, atFirst }) => [
            id,
            seconds.toFixed(1),
            processor.toFixed(1),
            (bytes / 1e6).toFixed(1),
            whole(megabytes),
            whole(megabytes - atFirst)
          ])
        ]
      )
    ].join('\n')
  } finally {
    await script.remove()
    await rm(home, { recursive: true })
  }
}

const hosts: Readonly<Record<ExportTask['host'], string>> = {
  'command line': 'As the command line does it, in one process',
  window: 'As a window on the desktop does it, its articles packed in memory, in a process without VS Code'
}
