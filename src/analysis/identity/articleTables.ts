import type { Article } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import type { Attribution, NamedMention } from '../analysis'

/** An article with the tables that every step of identification looks things up in; indexes are token indexes. */
export interface ArticleTables {
  readonly article: Article
  readonly names: readonly NamedMention[]
  readonly attributions: readonly Attribution[]
  /** Token -> index of the name that covers it, or -1. */
  readonly nameAt: Int32Array
  /** Token -> index of its sentence. */
  readonly sentenceAt: Int32Array
  /** Token -> index of the attribution that quotes it between quotation marks, or -1. */
  readonly contentAt: Int32Array
  /** Token -> how it stands between quotation marks. */
  readonly quotedAt: Uint8Array
}

/** Outside of quotation marks; between them; in a paragraph that has nothing outside of them. */
export const quoted = { not: 0, partly: 1, wholly: 2 } as const

/** One pass over tokens, names and contents. */
export function articleTables(
  article: Article,
  names: readonly NamedMention[],
  attributions: readonly Attribution[]
): ArticleTables {
  const sentenceAt = new Int32Array(article.tokens.length)
  article.sentences.forEach((sentence, index) => sentenceAt.fill(index, sentence.firstToken, sentence.endToken))
  const quotedAt = readQuotationMarks(article)
  return {
    article,
    names,
    attributions,
    nameAt: coverNames(article, names),
    sentenceAt,
    contentAt: coverContents(article, attributions, quotedAt),
    quotedAt
  }
}

/** The index of the first token that ends after `offset`. */
export function tokenFrom(article: Article, offset: number): number {
  const { tokens } = article
  return firstIndex(tokens.length, (index) => tokens[index]!.end > offset)
}

/** A token's text; empty past the end. The possessive ending is a token of its own. */
export function wordAt(tables: ArticleTables, token: number): string {
  return tables.article.tokens[token]?.text ?? ''
}

/** True when a possessive ending follows the token: "Acme's", "the farmers'". */
export function isPossessive(tables: ArticleTables, token: number): boolean {
  const { tokens } = tables.article
  const next = tokens[token + 1]
  if (!next || !isEndingToken(next.text) || next.start !== tokens[token]!.end) return false
  if (next.text.length > 1) return true
  // A lone apostrophe closes a plural owner only when a word follows; else it closes a quotation.
  const after = tokens[token + 2]
  return tokens[token]!.text.endsWith('s') && after?.kind === 'word' && after.start > next.end
}

/** True for a token that is only a possessive ending. */
export function isEndingToken(text: string): boolean {
  return text === "'s" || text === '\u2019s' || text === "'" || text === '\u2019'
}

function coverNames(article: Article, names: readonly NamedMention[]): Int32Array {
  const nameAt = new Int32Array(article.tokens.length).fill(-1)
  let token = 0
  names.forEach((name, index) => {
    while (token < article.tokens.length && article.tokens[token]!.end <= name.start) token++
    for (let at = token; at < article.tokens.length && article.tokens[at]!.start < name.end; at++) nameAt[at] = index
  })
  return nameAt
}

/** A later attribution covers an earlier one. The last comes first here, so that no token is visited for each of many that overlap. */
function coverContents(article: Article, attributions: readonly Attribution[], quotedAt: Uint8Array): Int32Array {
  const { tokens } = article
  const contentAt = new Int32Array(tokens.length).fill(-1)
  const free = placesLeft(tokens.length)
  const freeInMarks = placesLeft(tokens.length)
  quotedAt.forEach((marks, at) => {
    if (!marks) freeInMarks.take(at)
  })
  for (let index = attributions.length - 1; index >= 0; index--) {
    const { kind, content } = attributions[index]!
    if (kind === 'indirect') continue
    const open = kind === 'direct' ? free : freeInMarks
    for (const piece of content) {
      for (
        let at = open.from(tokenFrom(article, piece.start));
        at < tokens.length && tokens[at]!.start < piece.end;
        at = open.from(at)
      ) {
        contentAt[at] = index
        free.take(at)
        freeInMarks.take(at)
      }
    }
  }
  return contentAt
}

/** Places that are taken one by one; `from` gives the first that is left at or behind a place, or `length`. */
function placesLeft(length: number): { take(at: number): void; from(at: number): number } {
  const next = Int32Array.from({ length: length + 1 }, (_, at) => at)
  return {
    take(at) {
      next[at] = at + 1
    },
    from(at) {
      let left = at
      while (next[left] !== left) {
        // Path halving: the next search goes half as far.
        next[left] = next[next[left]!]!
        left = next[left]!
      }
      return left
    }
  }
}

/** Marks are read anew in each paragraph, so that one left open cannot spoil the article. */
function readQuotationMarks({ tokens, sentences }: Article): Uint8Array {
  const quotedAt = new Uint8Array(tokens.length)
  let first = 0
  let closing: string | null = null
  let outside = false
  const endParagraph = (end: number) => {
    if (!outside) for (let at = first; at < end; at++) if (quotedAt[at]) quotedAt[at] = quoted.wholly
    first = end
    closing = null
    outside = false
  }
  sentences.forEach(({ firstToken, endToken, paragraph }, index) => {
    for (let at = firstToken; at < endToken; at++) {
      const { text, kind } = tokens[at]!
      if (kind === 'word') {
        if (closing !== null) quotedAt[at] = quoted.partly
        else outside = true
      } else if (closing !== null && (text === closing || (closing === '\u201D' && text === '"'))) closing = null
      else if (closing === null && closingMarks.has(text)) closing = closingMarks.get(text)!
      else if (closing !== null) quotedAt[at] = quoted.partly
    }
    if (sentences[index + 1]?.paragraph !== paragraph) endParagraph(endToken)
  })
  return quotedAt
}

const closingMarks = new Map([
  ['"', '"'],
  ['\u201C', '\u201D'],
  ['\u201E', '\u201D'],
  ['\u2018', '\u2019'],
  ["''", "''"]
])
