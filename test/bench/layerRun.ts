// Run by layer.ts in a process of its own, bundled: what saving and typing cost where an article has very many decisions.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  anchorAt,
  listOf,
  mergedDecisions,
  openAnnotationStore,
  placeDecisionsInSteps,
  type Decision,
  type DecisionContent
} from '../../src/annotations'
import { nodeAnnotationFiles } from '../../src/cli/annotationFiles'
import { throughSlices } from '../../src/util/slices'
import { folderAnnotations, type FolderAnnotations } from '../../src/workspace/annotations/folderAnnotations'
import { middle } from './measure'
import { longArticle, type BenchText } from './texts'

export interface LayerTask {
  readonly texts: readonly BenchText[]
  readonly runs: number
}

/** In milliseconds, by the clock: medians. */
export interface LayerCost {
  readonly what: string
  readonly whole: number
  /** The longest time for which nothing else could be done. */
  readonly longest: number
}

const decisions = 20_000
const characters = 300_000
const article = 'news/long.txt'

void (async () => {
  const { texts, runs } = JSON.parse(readFileSync(process.argv[3] ?? '', 'utf8')) as LayerTask
  const root = await mkdtemp(join(tmpdir(), 'article-annotator-bench-'))
  try {
    process.stdout.write(JSON.stringify(await measure(root, longArticle(texts, characters), runs)))
  } finally {
    await rm(root, { recursive: true })
  }
})()

async function measure(root: string, original: string, runs: number): Promise<readonly LayerCost[]> {
  let text = original
  const costs: LayerCost[] = []
  const first = Array.from({ length: decisions }, (_, index) => decisionOn(text, index, decisions))

  const writing = folderOf(root)
  costs.push(
    await costOf(`${decisions} decisions as one step, written`, 1, async () => {
      writing.editArticle(
        article,
        first.map((after) => ({ after }))
      )
      await writing.written()
    })
  )
  costs.push(await costOf('the layer read for the first time', runs, () => folderOf(root).load(article)))

  const folder = folderOf(root)
  await folder.load(article)
  const layers = folder.article(article)
  layers.follow(() => text)
  let next = decisions
  const one = async () => {
    folder.editArticle(article, [{ after: decisionOn(text, next++, decisions) }])
    await folder.written()
  }
  costs.push(await costOf('one more decision, written, the first time', 1, one))
  costs.push(await costOf('one more decision, written', runs, one))
  const type = (at: number) => {
    text = `${text.slice(0, at)}x${text.slice(at)}`
    layers.moved([{ start: at, end: at, text: 'x' }])
  }
  costs.push(
    await costOf('the article saved after a keystroke at its beginning', runs, async () => {
      type(0)
      folder.saved(article)
      await folder.written()
    })
  )
  let typed = 0
  // By the golden section: each is far from all before.
  const somewhere = () => Math.floor(((++typed * 0.618) % 1) * text.length)
  const held = () => mergedDecisions(layers.layers())
  costs.push(
    await costOf('a keystroke somewhere, each at another place: where each decision that holds is now', runs, () => {
      type(somewhere())
      const { starts, ends } = listOf(held())
      const units = starts.reduce((sum, start, index) => sum + ends[index]! - start, 0)
      return units > 0 && starts.length === next ? Promise.resolve() : Promise.reject(new Error('not all of them'))
    })
  )
  costs.push(
    await costOf('the same, and each decision looked at', runs, () => {
      type(somewhere())
      const units = held().reduce((sum, { target }) => sum + target[0]!.end - target[0]!.start, 0)
      return units > 0 ? Promise.resolve() : Promise.reject(new Error('none'))
    })
  )
  const known = layers.layers()[0]!.decisions
  costs.push(
    await costOf('a change that only another program saw: finding them all again, in slices', runs, () => {
      text = `x${text}`
      return throughSlices(placeDecisionsInSteps(text, known))
    })
  )
  return costs
}

function folderOf(root: string): FolderAnnotations {
  return folderAnnotations({
    store: openAnnotationStore(nodeAnnotationFiles(root), undefined),
    articleOfFile: () => article,
    changed: () => undefined,
    problemsChanged: () => undefined,
    log: { info: fail, warn: fail, error: fail }
  })
}

function fail(...details: readonly unknown[]): void {
  process.stderr.write(`${details.map(String).join(' ')}\n`)
}

async function costOf(what: string, runs: number, work: () => Promise<unknown>): Promise<LayerCost> {
  const wholes: number[] = []
  const longests: number[] = []
  for (let run = 0; run < runs; run++) {
    const watch = watchLoop()
    const begun = performance.now()
    await work()
    wholes.push(performance.now() - begun)
    longests.push(await watch())
  }
  return { what, whole: middle(wholes), longest: middle(longests) }
}

/** Watches the event loop; the function given back ends it, and gives the longest time between two of its turns. */
function watchLoop(): () => Promise<number> {
  let last = performance.now()
  let longest = 0
  let isWatching = true
  const turn = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (isWatching) setImmediate(turn)
  }
  setImmediate(turn)
  return async () => {
    await new Promise((resolve) => setImmediate(resolve))
    isWatching = false
    return longest
  }
}

/** Codes, notes and corrections of what the engine found, as they come. */
function decisionOn(text: string, index: number, count: number): Decision {
  const start = Math.floor(((index % count) * (text.length - 60)) / count) + Math.floor(index / count)
  const target = anchorAt(text, { start, end: start + 5 + (index % 40) })
  return {
    id: `urn:uuid:00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    creator: 'rosa',
    created: new Date(Date.UTC(2026, 0, 1) + 1000 * index).toISOString(),
    target: [target],
    ...contentOf(index, target)
  }
}

function contentOf(index: number, span: Decision['target'][number]): DecisionContent & Pick<Decision, 'from'> {
  const from = { about: 'mention', span, type: 'person', acting: false, entity: span.exact, rule: 'tagger' } as const
  const who = { iri: `https://example.org/${index % 300}`, name: `Somebody ${index % 300}`, type: 'person' } as const
  if (index % 4 === 0) return { kind: 'identity', who, from: { ...from, confidence: 0.9 } }
  if (index % 4 === 1) return { kind: 'accept', from: { ...from, confidence: 0.8 } }
  return index % 4 === 2
    ? { kind: 'code', code: `urn:uuid:00000000-0000-4000-8000-00000000000${index % 9}` }
    : { kind: 'memo', text: 'Compare with the other reports of that day.' }
}
