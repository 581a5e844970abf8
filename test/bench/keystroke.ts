import type { ArticleMemory, Engine } from '../../src/analysis'
import { readArticle } from '../../src/article'
import { untilNames } from './untilNames'
import { namedMentions, namedTokens } from '../../src/editor/namedTokens'
import { analyzeInSlices } from '../../src/workspace/analyzeInSlices'
import { medianOf, processorTime } from './measure'

/** From a keystroke in the middle of an article to its new tokens; processor time in milliseconds. */
export interface Keystroke {
  readonly characters: number
  /** Everything is done anew. */
  readonly whole: KeystrokeCost
  /** With what the engine remembers of the version before, as open documents have it. */
  readonly remembered: KeystrokeCost
}

export interface KeystrokeCost {
  /** Until the tokens are there. */
  readonly milliseconds: number
  /** Of this, finding the names. */
  readonly names: number
  /** Words that the tagger scored, and words that it labelled, in this keystroke. */
  readonly scored: number
  readonly labelled: number
}

/**
 * As the editor computes them: the text is read and analyzed, in slices that let other keystrokes through, and its tokens
 * are encoded. What the host adds (the rest after typing, its own transport) is not in it.
 */
export async function measureKeystroke(engine: Engine, text: string, runs: number): Promise<Keystroke> {
  return {
    characters: text.length,
    whole: await measure(engine, text, runs, () => ({})),
    remembered: await measure(engine, text, runs, (memory) => memory)
  }
}

async function measure(
  engine: Engine,
  text: string,
  runs: number,
  memoryAfter: (memory: ArticleMemory) => ArticleMemory
): Promise<KeystrokeCost> {
  let typed = text
  let memory: ArticleMemory = {}
  const type = () => {
    const middle = Math.floor(typed.length / 2)
    typed = `${typed.slice(0, middle)}x${typed.slice(middle)}`
  }
  const milliseconds = await medianOf(async () => {
    memory = memoryAfter(memory)
    type()
    const start = processorTime()
    const analysis = await analyzeInSlices(engine, readArticle(typed, 'plain'), () => true, memory)
    if (!analysis) throw new Error('the analysis was withdrawn')
    encode(typed, namedTokens(typed, namedMentions(analysis)))
    return processorTime() - start
  }, runs)
  const { scored = 0, decoded = 0 } = memory.names?.tagged.redone ?? {}
  const names = await medianOf(() => {
    memory = memoryAfter(memory)
    type()
    const article = readArticle(typed, 'plain')
    const start = processorTime()
    untilNames(engine, article, memory)
    return Promise.resolve(processorTime() - start)
  }, runs)
  return { milliseconds, names, scored, labelled: decoded }
}

/** VS Code's encoding: five numbers a token, the first two relative to the token before. */
function encode(text: string, tokens: readonly { readonly start: number; readonly end: number }[]): Uint32Array {
  const data = new Uint32Array(tokens.length * 5)
  let line = 0
  let lineStart = 0
  let lineEnd = text.indexOf('\n')
  let previous = { line: 0, character: 0 }
  tokens.forEach(({ start, end }, index) => {
    while (lineEnd >= 0 && lineEnd < start) {
      line++
      lineStart = lineEnd + 1
      lineEnd = text.indexOf('\n', lineStart)
    }
    const character = start - lineStart
    data.set(
      [line - previous.line, line === previous.line ? character - previous.character : character, end - start, 0, 0],
      index * 5
    )
    previous = { line, character }
  })
  return data
}
