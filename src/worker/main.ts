// The script of a background thread: texts in, records or analyses out. Runs in Node's worker threads and in the browser's.
import { loadEngine, type Analysis, type ArticleMemory } from '../analysis'
import { articleHead, readArticle, readArticleInSteps } from '../article'
import { packRecord } from '../corpus'
import type { EncoderProblem } from '../encoder'
import { inSlices } from '../util/slices'
import { toParts } from './analysisParts'
import { givenEncoder } from './givenEncoder'
import type { GivenEncoder, WorkerTask } from './messages'
import { answer, listen } from './port'

/** What is not wanted any more is given up after this long at the latest. Milliseconds. */
const slice = 50

const awaited = new Map<string, (bytes: Uint8Array | undefined) => void>()
let takeEncoder: (given: GivenEncoder) => void = () => undefined
const memories = new Map<string, ArticleMemory>()
const unwanted = new Set<number>()
/** One task after the other: an encoder reads one text at a time. */
let turn: Promise<void> = Promise.resolve()

listen((task) => {
  switch (task.kind) {
    case 'model':
      return awaited.get(task.file)?.(task.bytes)
    case 'encoder':
      return takeEncoder(task.given)
    case 'unwanted':
      return void unwanted.add(task.id)
    case 'forget':
      return inTurn(() => void memories.delete(task.article))
    case 'article':
      return inTurn(() => analyzed(task.id, () => record(task)))
    case 'version':
      return inTurn(() => analyzed(task.id, () => version(task)))
  }
})

const engine = load()
// A damaged model must end the thread: the host then goes on without it.
engine.catch((error: unknown) =>
  setTimeout(() => {
    throw error
  }, 0)
)

async function load() {
  const found = givenEncoder(await encoderFromHost(), (prepared) => answer({ kind: 'prepared', prepared }))
  const problem: EncoderProblem | undefined = found && 'problem' in found ? found : undefined
  const loaded = await loadEngine(model, found && 'problem' in found ? undefined : found)
  answer({ kind: 'ready', version: loaded.version, problem })
  return loaded
}

function encoderFromHost(): Promise<GivenEncoder> {
  return new Promise((resolve) => {
    takeEncoder = resolve
    answer({ kind: 'needs encoder' })
  })
}

async function model(file: string): Promise<Uint8Array> {
  const bytes = await new Promise<Uint8Array | undefined>((resolve) => {
    awaited.set(file, resolve)
    answer({ kind: 'needs', file })
  })
  if (!bytes) throw new Error(`the model ${file} cannot be read`)
  return bytes
}

function inTurn(task: () => void | Promise<void>): void {
  turn = turn.then(task)
}

async function analyzed(id: number, analyze: () => Promise<void>): Promise<void> {
  try {
    await analyze()
  } catch (error) {
    answer({ kind: 'failed', id, reason: String(error) })
  } finally {
    unwanted.delete(id)
  }
}

async function record({ id, text, format }: Extract<WorkerTask, { kind: 'article' }>): Promise<void> {
  const article = readArticle(text, format)
  const analysis = (await engine).analyze(article)
  const packed = packRecord({ text, markup: article.markup, head: articleHead(article), analysis })
  answer({ kind: 'record', id, record: packed })
}

async function version({ id, article, text, format }: Extract<WorkerTask, { kind: 'version' }>): Promise<void> {
  const isWanted = () => !unwanted.has(id)
  const memory = memories.get(article) ?? {}
  memories.set(article, memory)
  const read = await inSlices(readArticleInSteps(text, format), isWanted, slice)
  const found: Analysis | undefined =
    read && (await inSlices((await engine).analyzeInSteps(read, undefined, memory), isWanted, slice))
  answer(found ? { kind: 'analysis', id, parts: toParts(found) } : { kind: 'unwanted', id })
}
