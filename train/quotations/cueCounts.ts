import { readArticle } from '../../src/article'
import type { CueWordCounts } from '../../src/analysis/quotations/model/load'
import type { PolnearArticle } from './polnear'

/** Words that stand in a cue less often are not listed. */
const smallestCueCount = 4

/** How often each word stands in a cue, and how its contents lie: see `CueWordCounts`. Words in lower case. */
export function countCueWords(from: readonly PolnearArticle[]): ReadonlyMap<string, CueWordCounts> {
  const words = new Map<string, [...CueWordCounts]>()
  const count = (form: string, column: 0 | 1 | 2 | 3 | 4) => {
    const counts = words.get(form) ?? [0, 0, 0, 0, 0]
    counts[column]++
    words.set(form, counts)
  }
  for (const { text, attributions } of from) {
    const inCue = new Uint8Array(text.length)
    for (const { cues } of attributions) for (const [start, end] of cues.flat()) inCue.fill(1, start, end)
    const { tokens } = readArticle(text, 'plain')
    for (const token of tokens) {
      const form = token.text.toLowerCase()
      count(form, 1)
      if (inCue[token.start]) count(form, 0)
    }
    const formsByStart = new Map(tokens.map((token) => [token.start, token]))
    for (const { cues, contents } of attributions) {
      const [cue] = cues.flat()
      const [content] = contents.flat()
      if (!cue || !content) continue
      const token = formsByStart.get(cue[0])
      if (!token || token.end < cue[1]) continue
      const form = token.text.toLowerCase()
      if (content[0] < cue[0]) count(form, 4)
      else count(form, /^that\b/.test(text.slice(content[0], content[0] + 5)) ? 2 : 3)
    }
  }
  return words
}

/** The listed words, the frequent ones first, as they would be had `without` not been counted. */
export function listedCueWords(
  all: ReadonlyMap<string, CueWordCounts>,
  without: ReadonlyMap<string, CueWordCounts> = new Map()
): readonly (readonly [word: string, counts: CueWordCounts])[] {
  return [...all]
    .map(([word, counts]) => [word, minus(counts, without.get(word))] as const)
    .filter(([, [cue]]) => cue >= smallestCueCount)
    .sort(([a, x], [b, y]) => y[0] - x[0] || (a < b ? -1 : 1))
}

function minus(counts: CueWordCounts, others: CueWordCounts | undefined): CueWordCounts {
  if (!others) return counts
  const [cue, seen, that, after, before] = counts
  return [cue - others[0], seen - others[1], that - others[2], after - others[3], before - others[4]]
}
