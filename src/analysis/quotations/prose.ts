import type { Article } from '../../article'
import { mapped } from '../../util/mapped'
import type { Turn } from '../turns/findTurns'
import { findQuotations, openingMark, type Quotation } from './quotationMarks'

/** An article as the rules read it: what they ask for again and again, computed once. Indexes are of `article.tokens`. */
export interface Prose {
  readonly article: Article
  /** The tokens in lower case. */
  readonly words: readonly string[]
  readonly quotations: readonly Quotation[]
  /** For each token the quotation that it lies in, an index of `quotations`, or -1. */
  readonly quotationOf: Int32Array
  /** The sentences, joined where a boundary lies inside a quotation, without their dateline; in order and never empty. */
  readonly units: readonly Unit[]
  /** What people say in turns, in order. */
  readonly turns: readonly Turn[]
}

/** Token indexes, half open. */
export interface Unit {
  readonly from: number
  readonly to: number
  readonly paragraph: number
  /** Its own place in `Prose.units`. */
  readonly index: number
}

export function proseOf(article: Article, turns: readonly Turn[] = []): Prose {
  const { tokens, sentences, paragraphs } = article
  const quotations: Quotation[] = []
  const quotationOf = new Int32Array(tokens.length).fill(-1)
  const withText = paragraphs.filter(({ firstSentence, endSentence }) => endSentence > firstSentence)
  withText.forEach(({ firstSentence, endSentence }, index) => {
    const first = sentences[firstSentence]!
    const last = sentences[endSentence - 1]!
    const next = sentences[withText[index + 1]?.firstSentence ?? -1]
    const nextMark = next ? openingMark(tokens, next.firstToken, next.endToken) : ''
    for (const quotation of findQuotations(tokens, first.firstToken, last.endToken, nextMark)) {
      quotationOf.fill(quotations.length, quotation.firstToken, quotation.endToken)
      quotations.push(quotation)
    }
  })
  const words = mapped(tokens, ({ text }) => text.toLowerCase())
  return { article, words, quotations, quotationOf, units: joinSentences(article, quotationOf, turns), turns }
}

/** Tokens of a unit at most. No sentence of news comes near; it keeps a hostile text of one endless sentence cheap. */
const longestUnit = 1500

function joinSentences(
  { sentences, tokens, dateline }: Article,
  quotationOf: Int32Array,
  turns: readonly Turn[]
): readonly Unit[] {
  // "PETER ASHDOWN (LABOUR):" looks like a dateline.
  const labels = new Set(turns.map(({ source }) => source.from))
  const questions = new Set(
    turns.filter(({ source, cue }) => source.from === cue.from).map(({ source }) => source.from)
  )
  const units: Unit[] = []
  for (const { firstToken, endToken, paragraph } of sentences) {
    const last = units.at(-1)
    const quotation = quotationOf[firstToken] ?? -1
    if (
      last &&
      last.paragraph === paragraph &&
      quotation >= 0 &&
      quotation === quotationOf[firstToken - 1] &&
      endToken - last.from <= longestUnit
    ) {
      units[units.length - 1] = { from: last.from, to: endToken, paragraph, index: last.index }
      continue
    }
    let from = firstToken
    // "Q    The admiral said": no part of what is asked.
    if (questions.has(firstToken)) {
      units.push({ from, to: from + 1, paragraph, index: units.length })
      from++
    }
    if (dateline && !labels.has(firstToken))
      while (
        from < endToken &&
        (tokens[from]?.start ?? 0) >= dateline.start &&
        (tokens[from]?.end ?? 0) <= dateline.end
      )
        from++
    for (; from < endToken; from += longestUnit)
      units.push({ from, to: Math.min(endToken, from + longestUnit), paragraph, index: units.length })
  }
  return units
}
