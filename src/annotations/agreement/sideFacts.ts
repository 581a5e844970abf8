import type { EntityType } from '../../analysis'
import type { Decision } from '../decision'
import type { Judgement } from './comparison'

/** What one annotator says of a judgement, for people to read: a host says it in its language, `sideText` in English. */
export type SideFacts =
  /** Marked nothing where the other one did. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'mention'; readonly type: EntityType; readonly acting: boolean; readonly words: string }
  | { readonly kind: 'quote'; readonly words: string; readonly source: string | null }
  /** Who it is, or who speaks. */
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'nobody' }
  /** `code` is a `Code.id`. */
  | { readonly kind: 'code'; readonly code: string; readonly words: string }
  | { readonly kind: 'article'; readonly isArticle: boolean }

/** The two sides in the order of the judgement's annotators. */
export function sideFacts({ kind, sides }: Judgement): readonly [SideFacts, SideFacts] {
  const isWho = kind === 'identity' || kind === 'speaker'
  const facts = ({ decision }: Judgement['sides'][number]): SideFacts =>
    decision === null ? { kind: 'nothing' } : isWho ? whoOf(decision) : factsOf(decision)
  return [facts(sides[0]), facts(sides[1])]
}

function whoOf(decision: Decision): SideFacts {
  const { from } = decision
  const who = 'who' in decision ? decision.who?.name : from?.about === 'mention' ? from.entity : from?.speaker
  return who === undefined || who === null ? { kind: 'nobody' } : { kind: 'named', name: who }
}

function factsOf(decision: Decision): SideFacts {
  const words = wordsOf(decision.target)
  switch (decision.kind) {
    case 'reject':
      return { kind: 'rejected' }
    case 'mention':
      return { kind: 'mention', type: decision.type, acting: decision.acting, words }
    case 'quote':
      return { kind: 'quote', words, source: decision.source && wordsOf(decision.source) }
    case 'code':
      return { kind: 'code', code: decision.code, words }
    case 'article':
      return { kind: 'article', isArticle: decision.isArticle }
    case 'noCode':
      return { kind: 'nothing' }
    case 'accept':
    case 'identity':
    case 'speaker':
    case 'memo':
      return suggestedFacts(decision)
  }
}

/** Who accepts a suggestion, or says who it is, holds what was suggested. */
function suggestedFacts({ from, target }: Decision): SideFacts {
  if (from?.about === 'mention')
    return { kind: 'mention', type: from.type, acting: from.acting, words: from.span.exact }
  if (from) return { kind: 'quote', words: wordsOf(from.content), source: from.source && wordsOf(from.source) }
  return { kind: 'named', name: wordsOf(target) }
}

export function wordsOf(pieces: readonly { readonly exact: string }[]): string {
  return pieces.map(({ exact }) => exact).join(' \u2026 ')
}

/** In English, on one line if the words are: for tables and programs. `codeName` of a `Code.id`. */
export function sideText(facts: SideFacts, codeName: (code: string) => string): string {
  switch (facts.kind) {
    case 'nothing':
    case 'rejected':
    case 'nobody':
      return facts.kind
    case 'mention':
      return `${facts.acting ? 'acting ' : ''}${facts.type}: ${facts.words}`
    case 'quote':
      return facts.source === null ? facts.words : `${facts.words} (${facts.source})`
    case 'named':
      return facts.name
    case 'code':
      return `${codeName(facts.code)}: ${facts.words}`
    case 'article':
      return facts.isArticle ? 'an article' : 'no article'
  }
}
