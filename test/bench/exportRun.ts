// Run by export.ts in a process of its own, bundled: articles of a folder as the command line or a window exports them, in each format.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { exchangeFormats, exportInput, lossCounter, type ExchangeFormat } from '../../src/exchange'
import { commandLineExporting, windowExporting, type Exporting } from './exportSources'
import { forgetPeak, megabytesNow, peakMegabytes } from './peakMemory'

export interface ExportTask {
  readonly folder: string
  readonly host: 'command line' | 'window'
  readonly only?: readonly string[]
}

export interface ExportCost {
  /** Analyzing and linking, before anything is written. */
  readonly before: { readonly seconds: number; readonly megabytes: number }
  readonly formats: readonly FormatCost[]
}

export interface FormatCost {
  readonly id: string
  readonly seconds: number
  /** Of these, processor time of this process. */
  readonly processor: number
  /** Of the file. */
  readonly bytes: number
  /** The most memory of the process while it was written; on systems that cannot tell that, until then. */
  readonly megabytes: number
  /** What it had before: what is above that is the export's. */
  readonly atFirst: number
}

void (async () => {
  const [models = '', input = ''] = process.argv.slice(2)
  const { folder, host, only } = JSON.parse(readFileSync(input, 'utf8')) as ExportTask
  const home = mkdtempSync(join(tmpdir(), 'article-annotator-bench-'))
  const begun = performance.now()
  const exporting = await (host === 'window' ? windowExporting : commandLineExporting)(folder, models)
  try {
    const before = { seconds: (performance.now() - begun) / 1000, megabytes: peakMegabytes() }
    tell(`analyzed and linked: ${before.seconds.toFixed(1)} s, ${before.megabytes.toFixed(0)} MiB`)
    const formats: FormatCost[] = []
    for (const format of exchangeFormats.filter(({ id }) => !only || only.includes(id))) {
      const cost = await exportAs(format, exporting, join(home, `export.${format.extension}`))
      const { id, seconds, processor, bytes, megabytes, atFirst } = cost
      tell(
        `${id}: ${seconds.toFixed(1)} s (processor ${processor.toFixed(1)} s), ${(bytes / 1e6).toFixed(1)} MB, ${megabytes.toFixed(0)} MiB of memory, ${(megabytes - atFirst).toFixed(0)} more than before`
      )
      formats.push(cost)
    }
    process.stdout.write(JSON.stringify({ before, formats } satisfies ExportCost))
  } finally {
    await exporting.end()
    rmSync(home, { recursive: true })
  }
})()

async function exportAs(format: ExchangeFormat, { source, write }: Exporting, path: string): Promise<FormatCost> {
  collectGarbage()
  forgetPeak()
  const atFirst = megabytesNow()
  const from = performance.now()
  const processorFrom = process.cpuUsage()
  const input = await exportInput(
    source,
    { content: 'both', offsets: 'utf16', now: '2026-01-01T00:00:00.000Z' },
    { isWanted: () => true, onArticle: () => undefined },
    lossCounter()
  )
  await write(path, format, input)
  const seconds = (performance.now() - from) / 1000
  const { user, system } = process.cpuUsage(processorFrom)
  const bytes = statSync(path).size
  rmSync(path)
  return { id: format.id, seconds, processor: (user + system) / 1e6, bytes, megabytes: peakMegabytes(), atFirst }
}

/** So that no format pays for what the one before it has left. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}

/** As soon as it is known: ten thousand articles in every format take hours on a busy machine. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}
