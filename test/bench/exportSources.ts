import * as fs from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { URI } from 'vscode-uri'
import { loadEngine } from '../../src/analysis'
import { emptyProject } from '../../src/annotations'
import { analyzeInputs } from '../../src/cli/analyzeInputs'
import { articleSpool } from '../../src/cli/articleSpool'
import { exportOutput } from '../../src/cli/exportOutput'
import { keepHeapSmall } from '../../src/cli/smallHeap'
import { exportSource } from '../../src/commands/export/exportSource'
import { diskFiles } from '../../src/commands/diskFiles'
import { replaceFile } from '../../src/commands/replaceFile'
import { exportedBytes, type ExchangeFormat, type ExportInput, type ExportSource } from '../../src/exchange'
import { slicedAnalyzer } from '../../src/workspace/articleAnalyzer'
import { corpusBuilder } from '../../src/workspace/corpusBuilder'
import { cachedArticle, type UnpackedRecord } from '../../src/workspace/cachedArticle'
import { recentValues } from '../../src/workspace/recent'
import type { CachedRecord } from '../../src/workspace/folderStore'

/** A folder that was analyzed and linked, as one of the hosts has it, and how that host writes an export. */
export interface Exporting {
  readonly source: ExportSource
  readonly write: (path: string, format: ExchangeFormat, input: ExportInput) => Promise<void>
  readonly end: () => Promise<void>
}

const silent = { isTerminal: false, write: () => Promise.resolve(true), end: () => Promise.resolve() }
const ignored = { failed: () => Promise.resolve(), noted: () => Promise.resolve() }

/** The command line: the articles lie in a temporary file. */
export async function commandLineExporting(folder: string, models: string): Promise<Exporting> {
  const ports = {
    // eslint-disable-next-line @typescript-eslint/require-await -- standard input comes piece by piece
    input: (async function* () {
      yield new Uint8Array()
    })(),
    output: silent,
    errors: silent,
    parts: '',
    bytesOfArgument: () => undefined,
    onInterrupt: () => () => undefined,
    loadEngine: () => loadEngine((file) => readFile(join(models, file)))
  }
  keepHeapSmall()
  const spool = await articleSpool(ports)
  for await (const { article, decided } of analyzeInputs([folder], 'files', ports, ignored))
    await spool.add({ article, decided })
  const corpus = spool.link()
  return {
    source: { title: 'articles', count: spool.count(), articles: spool.articles, corpus, project: emptyProject },
    write: async (path, format, input) => (await exportOutput(path, format, ports)).write(format, input),
    end: () => spool.remove()
  }
}

/** A window on the desktop: the articles lie packed in memory. Without VS Code, and analyzed by rules in one thread. */
export async function windowExporting(folder: string, models: string): Promise<Exporting> {
  const { articles, corpus } = await folderOf(folder, models)
  const annotations = { load: () => Promise.resolve(), layers: () => [], project: () => emptyProject }
  const wish = { title: 'articles', articles, corpus, content: 'both', annotator: '' } as const
  const source = await exportSource(wish, annotations, () => true)
  if (!source) throw new Error('nobody waits for the export')
  return {
    source,
    async write(path, format, input) {
      const names = { name: path, folder: join(path, '..'), beside: `${path}.tmp` }
      const problem = await replaceFile(diskFiles(fs, new Set()), names, exportedBytes(format, input))
      if (problem) throw new Error(problem)
    },
    end: () => Promise.resolve()
  }
}

async function folderOf(folder: string, models: string) {
  const analyzer = slicedAnalyzer(await loadEngine((file) => readFile(join(models, file))))
  const built = { corpus: undefined as ExportSource['corpus'] | undefined }
  const builder = corpusBuilder((corpus) => {
    built.corpus = corpus
  })
  /** As many articles as the extension keeps unpacked. */
  const recent = recentValues<CachedRecord, UnpackedRecord>(32)
  const articles = []
  for (const name of (await readdir(folder)).sort()) {
    const text = await readFile(join(folder, name), 'utf8')
    const record = await analyzer.analyze(text, 'plain', () => true)
    if (!record) throw new Error(`${name} was not analyzed`)
    const uri = URI.file(`/${name}`)
    builder.put(uri.toString(), { record })
    articles.push(cachedArticle(uri, name, { record }, { isArticle: true, by: 'text' }, recent))
  }
  await builder.settle()
  return { articles, corpus: built.corpus }
}
