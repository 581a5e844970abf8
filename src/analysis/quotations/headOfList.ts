import { roleNouns } from '../entities/roleWords'
import type { Hypothesis } from './model/hypotheses'
import type { QuotationModelInput } from './model/quotationModelInput'
import type { NameAt } from './wholeNames'

/** "Ingredients: two onions": a colon behind a label that names nobody and is no office; what follows is in no marks and nobody's words. */
export function isHeadOfList(
  { prose: { words, article, quotationOf, units }, unitOf }: QuotationModelInput,
  { cue, finding, source }: Hypothesis,
  nameAt: NameAt
): boolean {
  if (finding !== null || cue.to - cue.from !== 1 || words[cue.from] !== ':' || (quotationOf[cue.to] ?? -1) >= 0)
    return false
  const from = source?.from ?? cue.from
  const opens = units[unitOf[cue.from]!]?.from === from && cue.from - from <= longestLabel
  if (!opens) return false
  for (let at = from; at < cue.from; at++) if (nameAt(at) !== null || article.tokens[at]!.kind !== 'word') return false
  return !roleNouns.has(words[cue.from - 1] ?? '')
}

const longestLabel = 4
