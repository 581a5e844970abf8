// Run by decidedFolder.ts in a process of its own: decides about a folder of articles, or opens it as the extension does, and
// prints what it cost as JSON.
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { URI } from 'vscode-uri'
import { loadEngine } from '../../src/analysis'
import { layerPath, openAnnotationStore, writeLayer } from '../../src/annotations'
import { nodeAnnotationFiles } from '../../src/cli/annotationFiles'
import { emitter } from '../../src/util/emitter'
import type { AnnotationHomes } from '../../src/workspace/annotations/annotationHomes'
import { projectAnnotations } from '../../src/workspace/annotations/projectAnnotations'
import type { Uri } from 'vscode'
import { ArticleFolder } from '../../src/workspace/articleFolder'
import type { FolderFiles } from '../../src/workspace/folderFiles'
import type { Log } from '../../src/workspace/log'
import { threadedAnalyzer } from '../../src/workspace/threadedAnalyzer'
import { cacheIn } from './cacheIn'
import { processorTime } from './measure'
import { someDecisions } from './someDecisions'

/** Times in milliseconds, since the process began to work, memory in bytes: the most that it had at one time. */
export interface OpeningCost {
  /** Until there were articles and links to be shown. */
  readonly shown: number
  /** Processor time until then. */
  readonly processorShown: number
  /** Until it was certain that nothing else was decided meanwhile. */
  readonly certain: number
  readonly processor: number
  readonly memory: number
  readonly decided: number
}

const [, , mode = '', articles = '', storage = '', models = '', script = ''] = process.argv

async function open(): Promise<OpeningCost> {
  const folder = folderOf(mode !== 'open-undecided')
  const saved = mode === 'open-first' ? isSaved() : undefined
  const begun = performance.now()
  let shown = Number.NaN
  let processorShown = Number.NaN
  const watching = folder.onDidChange(() => {
    if (!Number.isNaN(shown) || !folder.snapshot()) return
    shown = performance.now() - begun
    processorShown = processorTime()
  })
  await folder.refresh()
  const certain = performance.now() - begun
  watching.dispose()
  const cost = {
    shown: Number.isNaN(shown) ? certain : shown,
    processorShown: Number.isNaN(shown) ? processorTime() : processorShown,
    certain,
    processor: processorTime(),
    memory: process.resourceUsage().maxRSS * 1024,
    decided: folder.articles().filter(({ digest, decided }) => digest && decided).length
  }
  await saved
  folder.dispose()
  return cost
}

/** Resolves when the store has the corpus of what is decided. */
async function isSaved(): Promise<void> {
  const index = join(storage, 'index.json')
  const { mtimeMs } = await stat(index)
  while ((await stat(index)).mtimeMs === mtimeMs) await new Promise((resolve) => setTimeout(resolve, 50))
}

/** Writes decisions about every article, as an annotator would have made them. */
async function decideAll(): Promise<number> {
  const folder = folderOf(false)
  await folder.refresh()
  let count = 0
  for (const { name, text, analysis } of folder.articles()) {
    const decisions = someDecisions(text, analysis, count)
    count += decisions.length
    const path = join(articles, layerPath(name, 'rosa'))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, writeLayer({ annotator: 'rosa', decisions }, name, { text }))
  }
  folder.dispose()
  return count
}

function folderOf(isDecided: boolean): ArticleFolder {
  const nobody = emitter<never>().event
  const texts = {
    all: () => [],
    visible: () => [],
    maximumSize: () => 500_000,
    nameOf: () => '',
    onDidChange: nobody,
    onDidClose: nobody,
    onDidSave: nobody,
    onDidChangeVisible: nobody,
    onDidChangeSettings: nobody
  }
  const settings = { annotator: () => 'rosa', shownLayers: () => 'all' as const, onDidChange: nobody }
  const engine = () => loadEngine((file) => readFile(join(models, file)))
  return new ArticleFolder({
    files,
    documents: { onDidAnalyze: nobody, onDidForget: nobody, unsaved: () => [] },
    engine,
    ...(isDecided && { decisions: projectAnnotations({ homes: homes(), texts, settings, log }) }),
    analyzers: async ({ version }) =>
      threadedAnalyzer({
        script: await readFile(script, 'utf8'),
        readModel: (file) => readFile(join(models, file)),
        version,
        count: 2
      }),
    cache: () => cacheIn(storage),
    log
  })
}

function homes(): AnnotationHomes {
  const root = URI.file('/').toString()
  const store = openAnnotationStore(nodeAnnotationFiles(articles), undefined)
  return {
    homeOf: ({ path }) => ({ folder: root, path: path.slice(1) }),
    articleOf: ({ path }) => URI.file(`/${path}`),
    find: () => Promise.resolve(),
    exists: () => Promise.resolve(true),
    parse: (id) => URI.parse(id),
    folders: () => [root],
    storeOf: () => store,
    watch: () => ({ dispose: () => undefined }),
    onDidRename: emitter<never>().event
  }
}

const log: Log = {
  info: () => undefined,
  warn: (message, ...details) => void process.stderr.write(`${[message, ...details].map(String).join(' ')}\n`),
  error: (message, ...details) => void process.stderr.write(`${[message, ...details].map(String).join(' ')}\n`)
}

const files: FolderFiles = {
  name: () => 'articles',
  nameOf: ({ path }: Uri) => path.slice(1),
  list: async () =>
    (await readdir(articles))
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => URI.file(`/${name}`)),
  watch: () => ({ dispose: () => undefined }),
  access: (uris) => {
    const fileOf = (id: string) => join(articles, uris.get(id)!.path)
    return {
      async stat(id) {
        const { size, mtimeMs } = await stat(fileOf(id))
        return { size, modified: Math.floor(mtimeMs) }
      },
      read: (id) => readFile(fileOf(id)),
      problem(_, error) {
        throw error
      },
      limit: () => 500_000
    }
  },
  onDidChangeFolders: emitter().event
}

void (mode === 'decide' ? decideAll() : open()).then((cost) => {
  process.stdout.write(JSON.stringify(cost))
})
