import type { SourceText, Span } from '../../article'
import type { BlockRole, ReadingCode, ReadingQuote, ReadingRun, ReadingSource } from '../../protocol/reading'
import { firstLine } from '../../study/decided/firstLine'
import { mappedInSteps, type Steps } from '../../util/steps'
import { blocksOf, type Block } from './blocks'
import { paintsOf, usedCodes, type Paint, type ReadArticleFacts, type ReadingOptions } from './paints'
import { railsOf } from './rails'
import { runsOf } from './runs'
import { rankedSources } from './sources'

/** An article as the reading view shows it. */
export interface Layout {
  readonly blocks: readonly LaidBlock[]
  readonly sources: readonly ReadingSource[]
  readonly quotes: readonly ReadingQuote[]
  readonly codes: readonly ReadingCode[]
}

export interface LaidBlock extends Span {
  readonly role: BlockRole
  readonly runs: readonly ReadingRun[]
  readonly codes: readonly number[]
  readonly memos: readonly string[]
  readonly rails: readonly number[]
}

export interface LayoutOptions extends ReadingOptions {
  /** What a code is called that the codebook does not have. */
  readonly unknownCode: string
}

/** The article with its highlights, sources and codes, in steps of a few blocks. */
export function* layOut(facts: ReadArticleFacts, options: LayoutOptions): Steps<Layout> {
  const { sources, quotes, ranks } = yield* rankedSources(facts, options.attitudes)
  yield
  const used = usedCodes(options.codes ? (facts.decided?.marks ?? []) : [], options.project, options.unknownCode)
  const paints = yield* paintsOf(facts, ranks, used, options)
  yield
  const blocks = yield* blocksOf(facts.article)
  yield
  const laid = yield* laidBlocks(facts, blocks, paints)
  return { blocks: laid, sources, quotes, codes: used.codes }
}

/** A text of which nothing is known, or shall be shown. */
export function* layOutPlain(source: SourceText, blocks: readonly Block[]): Steps<Layout> {
  return { blocks: yield* laidBlocks(source, blocks, []), sources: [], quotes: [], codes: [] }
}

const blocksPerStep = 20

function* laidBlocks(
  { text, markup }: SourceText,
  blocks: readonly Block[],
  paints: readonly Paint[]
): Steps<readonly LaidBlock[]> {
  const laid: Omit<LaidBlock, 'rails'>[] = []
  /** Those that began before a block ends and end after it began. */
  let touching: Paint[] = []
  let next = 0
  for (const [index, block] of blocks.entries()) {
    if (index % blocksPerStep === blocksPerStep - 1) yield
    touching = touching.filter(({ end }) => end > block.start)
    for (let paint = paints[next]; paint && paint.start < block.end; paint = paints[++next])
      if (paint.end > block.start) touching.push(paint)
    laid.push({
      ...block,
      runs: runsOf(text, markup, block, touching),
      codes: distinct(touching.flatMap(({ code }) => code ?? [])),
      memos: distinct(touching.flatMap(({ memo }) => (memo === undefined ? [] : firstLine(memo))))
    })
  }
  const quotedIn = yield* mappedInSteps(
    laid,
    ({ runs }) => distinct(runs.flatMap(({ quoted }) => quoted ?? [])),
    10 * blocksPerStep
  )
  const rails = yield* railsOf(quotedIn)
  return yield* mappedInSteps(laid, (block, index) => ({ ...block, rails: rails[index] ?? [] }), 50 * blocksPerStep)
}

function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)]
}
