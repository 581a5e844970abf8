import type { Engine } from '../../src/analysis'
import { namedTokens } from '../../src/editor/namedTokens'
import { analyzeText } from '../../src/workspace/analyzeText'
import { medianOf } from './measure'

/**
 * From a keystroke in the middle of an article to its new tokens, as the editor computes them: the text is read and
 * analysed again, in slices that let other keystrokes through, and its tokens are encoded. Milliseconds. What the host
 * adds (the rest after typing, its own transport) is not in it.
 */
export function measureKeystroke(engine: Engine, text: string, runs: number): Promise<number> {
  let typed = text
  return medianOf(async () => {
    const start = performance.now()
    const middle = Math.floor(typed.length / 2)
    typed = `${typed.slice(0, middle)}x${typed.slice(middle)}`
    const read = await analyzeText(engine, typed, 'plain', () => true)
    if (!read) throw new Error('the analysis was withdrawn')
    encode(typed, namedTokens(typed, read.analysis))
    return performance.now() - start
  }, runs)
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
    data.set([line - previous.line, line === previous.line ? character - previous.character : character, end - start, 0, 0], index * 5)
    previous = { line, character }
  })
  return data
}
