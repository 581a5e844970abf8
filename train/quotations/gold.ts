import { readArticle, type Article } from '../../src/article'
import type { PolnearArticle } from './polnear'

/** A range of tokens, half open. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}

/** One cue with all that it carries, in tokens. */
export interface GoldAttribution {
  readonly cue: TokenRange
  readonly sources: readonly TokenRange[]
  readonly contents: readonly TokenRange[]
}

export interface GoldArticle {
  readonly id: string
  readonly article: Article
  readonly attributions: readonly GoldAttribution[]
}

/** Reads a PolNeAR line and puts its spans on tokens: a token belongs to a span that covers most of it. */
export function goldArticle({ id, text, attributions }: PolnearArticle): GoldArticle {
  const article = readArticle(text, 'plain')
  const byCue = new Map<string, { cue: TokenRange; sources: TokenRange[]; contents: TokenRange[] }>()
  for (const { cues, sources, contents } of attributions) {
    const [piece] = cues.flat()
    const cue = piece && tokensOf(article, piece)
    if (!cue) continue
    const key = `${cue.from} ${cue.to}`
    const known = byCue.get(key) ?? { cue, sources: [], contents: [] }
    byCue.set(key, known)
    known.sources.push(
      ...sources
        .flat()
        .map((span) => tokensOf(article, span))
        .filter((range) => range !== null)
    )
    known.contents.push(
      ...contents
        .flat()
        .map((span) => tokensOf(article, span))
        .filter((range) => range !== null)
    )
  }
  return { id, article, attributions: [...byCue.values()].sort((a, b) => a.cue.from - b.cue.from) }
}

function tokensOf({ tokens }: Article, [start, end]: readonly [number, number]): TokenRange | null {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  let from = low
  const most = (at: number) => {
    const token = tokens[at]
    return (
      token !== undefined && (Math.min(token.end, end) - Math.max(token.start, start)) * 2 >= token.end - token.start
    )
  }
  while (from < tokens.length && !most(from) && (tokens[from]?.start ?? end) < end) from++
  let to = from
  while (to < tokens.length && most(to)) to++
  return to > from ? { from, to } : null
}
