// Run by long.ts in a process of its own, bundled: what an article of 300,000 characters costs the host, opened and typed into.
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadEngine, type Analysis, type ArticleMemory, type Engine } from '../../src/analysis'
import { emptyProject } from '../../src/annotations'
import { readArticle, readArticleInSteps, type Article } from '../../src/article'
import { summarizeInSteps } from '../../src/corpus'
import { namedMentionsInSteps, tokensOf } from '../../src/editor/namedTokens'
import { quoteDecorations } from '../../src/editor/quoteDecorations'
import { layOut } from '../../src/reading/layout/layout'
import { sentBlocks } from '../../src/reading/sentBlocks'
import { cursorPlace } from '../../src/sidebar/cursorPlace'
import { sidebarListsInSteps } from '../../src/sidebar/sidebarLists'
import { linePlaceAt, lineStarts } from '../../src/util/lineStarts'
import { finish, flatMappedInSteps, mappedInSteps, type Steps } from '../../src/util/steps'
import { extremeArticle } from './extremeArticle'
import { middle, processorTime } from './measure'
import { longArticle, type BenchText } from './texts'

export interface LongTask {
  readonly texts: readonly BenchText[]
  readonly runs: number
}

/** Milliseconds of processor time: medians. */
export interface LongCost {
  readonly what: string
  readonly whole: number
  /** The longest time for which nothing else can be done. */
  readonly longest: number
}

export interface LongCosts {
  /** In a new process: from the text to the names, and to everything. */
  readonly opened: { readonly names: number; readonly whole: number }
  readonly real: readonly LongCost[]
  /** Of an article that was made to be the worst. */
  readonly extreme: readonly LongCost[]
  /** Bytes: the most that the process had at one time. */
  readonly memory: number
}

const characters = 300_000
const highlights = { persons: true, organizations: true, groups: true, places: true, quotes: true, sources: true }

void (async () => {
  const [models = '', input = ''] = process.argv.slice(2)
  const { texts, runs } = JSON.parse(readFileSync(input, 'utf8')) as LongTask
  const engine = await loadEngine((file) => readFile(join(models, file)))
  const text = longArticle(texts, characters)
  const opened = open(engine, text)
  const real = [...typing(engine, text, runs), ...showing(readArticle(text, 'plain'), opened.analysis, runs)]
  const { article, analysis } = extremeArticle()
  const costs: LongCosts = {
    opened: { names: opened.names, whole: opened.whole },
    real,
    extreme: showing(article, analysis, runs),
    memory: process.resourceUsage().maxRSS * 1024
  }
  process.stdout.write(JSON.stringify(costs))
})()

function open(engine: Engine, text: string) {
  const memory: ArticleMemory = {}
  const begun = processorTime()
  const steps = engine.analyzeInSteps(readArticle(text, 'plain'), undefined, memory)
  let names = Number.NaN
  for (;;) {
    const step = steps.next()
    if (Number.isNaN(names) && memory.names) names = processorTime() - begun
    if (step.done) return { names, whole: processorTime() - begun, analysis: step.value }
  }
}

/** With what is remembered of the version before, as open documents have it. */
function typing(engine: Engine, text: string, runs: number): readonly LongCost[] {
  const memory: ArticleMemory = {}
  finish(engine.analyzeInSteps(readArticle(text, 'plain'), undefined, memory))
  let typed = text
  const type = () => {
    const at = Math.floor(typed.length / 2)
    typed = `${typed.slice(0, at)}x${typed.slice(at)}`
    return typed
  }
  return [
    cost('a keystroke: the text is read', runs, () => readArticleInSteps(type(), 'plain')),
    cost('a keystroke: it is analyzed', runs, () =>
      engine.analyzeInSteps(readArticle(type(), 'plain'), undefined, memory)
    )
  ]
}

/** Each as after a keystroke: nothing is remembered of the version before. */
function showing(article: Article, known: Analysis, runs: number): readonly LongCost[] {
  const { text, markup } = article
  const anew = () => ({
    ...{ id: 'file:///long.txt', name: 'long.txt', text, markup },
    article: { ...article },
    analysis: { ...known }
  })
  const listsOf = () =>
    sidebarListsInSteps({
      article: anew(),
      articleProblem: 'analyzing',
      folder: undefined,
      folderStatus: { kind: 'none' },
      showAttitudes: true
    })
  const layoutOf = () =>
    layOut(anew(), { highlights, attitudes: true, codes: true, project: emptyProject, unknownCode: '' })
  const lists = finish(listsOf())
  const { blocks } = finish(layoutOf())
  return [
    cost('its highlights', runs, () => decorationsIn(text, known)),
    cost('its tokens', runs, () => tokensIn(text, known)),
    cost('its summary for the folder', runs, () => summarizeInSteps(anew())),
    cost("the sidebar's lists", runs, listsOf),
    cost("the sidebar's lists as a message", runs, () => atOnce(() => JSON.stringify(lists.state))),
    cost('where the cursor is in them', runs, () =>
      atOnce(() => cursorPlace(lists, 'file:///long.txt', Math.floor(text.length / 2), true))
    ),
    cost('the reading view', runs, layoutOf),
    cost('its blocks that a page lacks', runs, () => sentBlocks().of(blocks, true))
  ]
}

function* decorationsIn(text: string, analysis: Analysis): Steps<number> {
  const { shade, suggested, decided } = yield* quoteDecorations(analysis, { ...highlights, attitudes: true })
  const mentions = yield* namedMentionsInSteps(analysis, highlights)
  const starts = lineStarts(text)
  const spans = [shade, ...Object.values(suggested), ...Object.values(decided), mentions].flat()
  const ranges = yield* mappedInSteps(
    spans,
    ({ start, end }) => [linePlaceAt(starts, start), linePlaceAt(starts, end)] as const,
    500
  )
  return ranges.length
}

function* tokensIn(text: string, analysis: Analysis): Steps<number> {
  const mentions = yield* namedMentionsInSteps(analysis)
  return (yield* flatMappedInSteps(mentions, (mention) => tokensOf(text, mention), 500)).length
}

/** As one step, to be measured like the others. */
function* atOnce<T>(work: () => T): Steps<T> {
  return work()
}

function cost(what: string, runs: number, make: () => Steps<unknown>): LongCost {
  const wholes: number[] = []
  const longests: number[] = []
  // Once before: what is compiled for the first time is another matter.
  finish(make())
  for (let run = 0; run < runs; run++) {
    const steps = make()
    const begun = processorTime()
    let [last, longest] = [begun, 0]
    for (let step = steps.next(); ; step = steps.next()) {
      const now = processorTime()
      longest = Math.max(longest, now - last)
      last = now
      if (step.done) break
    }
    wholes.push(last - begun)
    longests.push(longest)
  }
  return { what, whole: middle(wholes), longest: middle(longests) }
}
