// Run by export.ts in a process of its own, bundled: articles of a folder as the command line exports them, in each format.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadEngine } from '../../src/analysis'
import { emptyProject } from '../../src/annotations'
import { articleSpool } from '../../src/cli/articleSpool'
import { analyzeInputs } from '../../src/cli/analyzeInputs'
import { exportOutput } from '../../src/cli/exportOutput'
import { keepHeapSmall } from '../../src/cli/smallHeap'
import { exchangeFormats, exportInput, lossCounter } from '../../src/exchange'
import { forgetPeak, peakMegabytes } from './peakMemory'

export interface ExportCost {
  /** Analyzing and linking, before anything is written. */
  readonly before: { readonly seconds: number; readonly megabytes: number }
  readonly formats: readonly {
    readonly id: string
    readonly seconds: number
    /** Of the file. */
    readonly bytes: number
    /** The most memory of the process while it was written; on systems that cannot tell that, until then. */
    readonly megabytes: number
  }[]
}

const silent = { isTerminal: false, write: () => Promise.resolve(true), end: () => Promise.resolve() }

void (async () => {
  const [models = '', input = ''] = process.argv.slice(2)
  const { folder, only } = JSON.parse(readFileSync(input, 'utf8')) as { folder: string; only?: readonly string[] }
  const home = mkdtempSync(join(tmpdir(), 'article-annotator-bench-'))
  const ports = {
    // eslint-disable-next-line @typescript-eslint/require-await -- standard input comes piece by piece
    input: (async function* () {
      yield new Uint8Array()
    })(),
    output: silent,
    errors: silent,
    bytesOfArgument: () => undefined,
    onInterrupt: () => () => undefined,
    loadEngine: () => loadEngine((file) => readFile(join(models, file)))
  }
  const ignored = { failed: () => Promise.resolve(), noted: () => Promise.resolve() }
  keepHeapSmall()
  const spool = await articleSpool(ports)
  try {
    const begun = performance.now()
    for await (const { article, decided } of analyzeInputs([folder], 'files', ports, ignored))
      await spool.add({ article, decided })
    const corpus = spool.link()
    const before = { seconds: (performance.now() - begun) / 1000, megabytes: peakMegabytes() }
    const formats: ExportCost['formats'][number][] = []
    for (const format of exchangeFormats.filter(({ id }) => !only || only.includes(id))) {
      forgetPeak()
      const from = performance.now()
      const path = join(home, `export.${format.extension}`)
      const source = {
        title: 'articles',
        count: spool.count(),
        articles: spool.articles,
        corpus,
        project: emptyProject
      }
      const input = await exportInput(
        source,
        { content: 'both', offsets: 'utf16', now: '2026-01-01T00:00:00.000Z' },
        { isWanted: () => true, onArticle: () => undefined },
        lossCounter()
      )
      await (await exportOutput(path, format, ports)).write(format, input)
      const seconds = (performance.now() - from) / 1000
      formats.push({ id: format.id, seconds, bytes: statSync(path).size, megabytes: peakMegabytes() })
      rmSync(path)
    }
    process.stdout.write(JSON.stringify({ before, formats } satisfies ExportCost))
  } finally {
    await spool.remove()
    rmSync(home, { recursive: true })
  }
})()
