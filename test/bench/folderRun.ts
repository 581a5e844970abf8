// Run by folder.ts in a process of its own: reads a folder of articles as the extension does, and prints what it cost as JSON.
import { readdir, readFile, stat } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { encoderWeights, loadEngine, type Engine } from '../../src/analysis'
import { readArticle } from '../../src/article'
import { URI } from 'vscode-uri'
import { packRecord, type Corpus } from '../../src/corpus'
import { threadedAnalyzer } from '../../src/workspace/threadedAnalyzer'
import { corpusBuilder, type CorpusBuilder } from '../../src/workspace/corpusBuilder'
import { cachedArticle, type UnpackedRecord } from '../../src/workspace/cachedArticle'
import { folderSnapshot, type FolderSnapshot } from '../../src/workspace/folderArticle'
import { languageModel as openLanguageModel } from '../../src/workspace/languageModel'
import { recentValues } from '../../src/workspace/recent'
import { readFolder, type ArticleFiles } from '../../src/workspace/folderReading'
import { openFolderStore, type CachedRecord, type FolderStore } from '../../src/workspace/folderStore'
import { cacheIn } from './cacheIn'
import { measureLists, type ListsCost } from './folderLists'
import { measurePictures, type PicturesCost } from './folderPictures'
import { measureRows, type RowsCost } from './folderRows'

/** Times in milliseconds, memory in bytes: the most that the process had at one time, its threads included. */
export interface FolderCost {
  readonly wall: number
  readonly processor: number
  /** Processor time that everybody else on this machine took meanwhile. */
  readonly others: number
  readonly memory: number
  readonly people: number
  readonly reused: number
  /** Of a folder that was opened again: until the index stands behind the links, and the links after each changed article. */
  readonly behind: number
  readonly changes: readonly number[]
  /** Of a folder that was opened again: the sidebar's lists, and the most memory with them. */
  readonly lists: (ListsCost & { readonly memory: number }) | null
  /** Of the same: the overview's pictures, and the most memory with them. */
  readonly pictures: (PicturesCost & { readonly memory: number }) | null
  /** Of the same: the quotes panel's rows, and the most memory with them. */
  readonly rows: (RowsCost & { readonly memory: number }) | null
}

/** As many articles as the extension keeps unpacked. */
const recent = recentValues<CachedRecord, UnpackedRecord>(32)

/** The corpus that the builder announced last. */
let corpus: Corpus | undefined

const busyAtFirst = busy()

const [, , mode = '', articles = '', storage = '', models = '', script = '', kernels = ''] = process.argv

const log = { info: console.error, warn: console.error, error: console.error }
/** Without the folder of the kernels the rules read alone. */
const languageModel =
  kernels === ''
    ? undefined
    : openLanguageModel(async () => {
        const [weights, own, shared] = await Promise.all([
          readModel(encoderWeights ?? ''),
          readFile(join(kernels, 'kernels.wasm')),
          readFile(join(kernels, 'kernels-shared.wasm'))
        ])
        return { weights, kernels: { own, shared } }
      }, log)

void (mode === 'again' ? openAgain() : analyzeAll()).then((cost) => {
  process.stdout.write(JSON.stringify(cost))
})

async function analyzeAll(): Promise<FolderCost> {
  const engine = await loadModels()
  const store = await openFolderStore(cacheIn(storage))
  const builder = corpusBuilder((built) => {
    corpus = built
  })
  await read(engine, store, builder)
  await builder.settle()
  await store.save(corpus)
  return costOf({ wall: performance.now(), behind: 0, changes: [], ...nothingMeasured })
}

async function openAgain(): Promise<FolderCost> {
  const engine = await loadModels()
  const store = await openFolderStore(cacheIn(storage))
  const builder = corpusBuilder((built) => {
    corpus = built
  })
  const { texts: kept, records } = await read(engine, store, builder)
  await adoptKept(store, builder)
  const wall = performance.now()
  const cost = costOf({ wall, behind: 0, changes: [], ...nothingMeasured })
  await builder.settle()
  const behind = performance.now() - wall
  const changes = [...kept.keys()]
    .filter((_, index, all) => index % Math.ceil(all.length / 15) === 0)
    .map((name, index) => {
      const text = `${kept.get(name) ?? ''}\n\n"We will count every one of the ${index + 7} bridges before the winter," said Oda Brennvik, a spokeswoman for the county.\n`
      const changed = packRecord({ text, markup: [], analysis: engine.analyze(readArticle(text, 'plain')) })
      const begun = performance.now()
      builder.put(uriOf(name).toString(), { record: changed })
      builder.followFewChanges()
      return performance.now() - begun
    })
  const memory = mostMemory()
  const snapshot = corpus && snapshotOf(corpus, records)
  const measured = snapshot && measureLists(snapshot)
  const lists = measured ? { ...measured.lists, memory: mostMemory() } : null
  const pictures = measured ? { ...measurePictures(measured.index), memory: mostMemory() } : null
  const rows = measured ? { ...measureRows(measured.index), memory: mostMemory() } : null
  return { ...cost, behind, changes, memory, lists, pictures, rows }
}

/** Who links the articles forgets the kept corpus then, as the extension does. */
async function adoptKept(store: FolderStore, builder: CorpusBuilder): Promise<void> {
  const kept = await store.corpus()
  if (!kept) throw new Error('the corpus was not kept')
  builder.adopt(kept)
}

/** Gives the texts of some articles and the records of all by name. */
async function read(
  engine: Engine,
  store: FolderStore,
  builder: CorpusBuilder
): Promise<{ readonly texts: ReadonlyMap<string, string>; readonly records: ReadonlyMap<string, CachedRecord> }> {
  const names = (await readdir(articles)).sort()
  const texts = new Map<string, string>()
  const records = new Map<string, CachedRecord>()
  await readFolder(names, {
    files,
    store,
    analyzer: async () =>
      threadedAnalyzer({
        ...{ script: await readFile(script, 'utf8'), readModel, count: 2 },
        encoder: await languageModel?.share(),
        version: (await languageModel?.versionOf(engine)) ?? engine.version
      }),
    isWanted: () => true,
    took(name, cached) {
      builder.put(uriOf(name).toString(), cached)
      records.set(name, cached)
    },
    noted: () => undefined,
    failed: (name, problem) => {
      throw new Error(`${name}: ${problem}`)
    },
    save: () => store.save(),
    progress: () => undefined
  })
  if (mode === 'again')
    for (const name of names.filter((_, index) => index % Math.ceil(names.length / 15) === 0))
      texts.set(name, await readFile(join(articles, name), 'utf8'))
  return { texts, records }
}

function snapshotOf(linked: Corpus, records: ReadonlyMap<string, CachedRecord>): FolderSnapshot {
  const cached = [...records].sort(([a], [b]) => (a < b ? -1 : 1))
  const list = cached.map(([name, record]) =>
    cachedArticle(uriOf(name), name, record, { isArticle: true, by: 'text' }, recent)
  )
  return folderSnapshot('articles', list, linked)
}

function uriOf(name: string): URI {
  return URI.file(`/${name}`)
}

const nothingMeasured = { lists: null, pictures: null, rows: null }

function costOf(times: Pick<FolderCost, 'wall' | 'behind' | 'changes' | keyof typeof nothingMeasured>): FolderCost {
  const { user, system } = process.cpuUsage()
  const people = corpus?.entities.filter(({ members }) => members.length > 1).length ?? 0
  const processor = (user + system) / 1000
  return {
    ...times,
    processor,
    others: Math.max(0, busy() - busyAtFirst - processor),
    memory: mostMemory(),
    people,
    reused: corpus?.reuse.length ?? 0
  }
}

/** Processor time that this machine has spent on anything. */
function busy(): number {
  return cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0)
}

function mostMemory(): number {
  return process.resourceUsage().maxRSS * 1024
}

function loadModels(): Promise<Engine> {
  return loadEngine(readModel)
}

function readModel(file: string): Promise<Uint8Array> {
  return readFile(join(models, file))
}

const files: ArticleFiles = {
  async stat(name) {
    const { size, mtimeMs } = await stat(join(articles, name))
    return { size, modified: Math.floor(mtimeMs) }
  },
  read: (name) => readFile(join(articles, name)),
  problem(_, error) {
    throw error
  },
  limit: () => 500_000
}
