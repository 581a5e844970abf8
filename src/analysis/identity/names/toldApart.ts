import type { NamedMention } from '../../analysis'
import { titleSense } from '../lexicon/titles'
import { addressBefore, generationOf } from './nameKey'

/** What tells bearers of one written name apart, at a mention: a form of address, or a generation. */
export interface Distinction {
  /** Of forms of address `male`, `female`, `miss`; of generations `jr`, `sr`, `ii` and their like. */
  readonly kind: string
  /** As the text writes it: "Mrs.". */
  readonly written: string
}

/**
 * What tells each mention of one written name apart, null where the text does not say; null when all of them can be one
 * bearer's: "Mr. Berg" and "Mrs. Berg" are two, "Dr. Berg" and "Berg" may be one.
 */
export function distinctions(
  text: string,
  mentions: readonly NamedMention[],
  words: readonly string[],
  { generations: mayTellGeneration, addresses: mayAddress }: MayTell
): readonly (Distinction | null)[] | null {
  const generations = mayTellGeneration ? mentions.map((mention) => generationAt(text, mention)) : []
  if (kindsOf(generations).size > 1) return generations
  if (words.length > 1 || !mayAddress) return null
  const addresses = mentions.map((mention) => addressAt(text, mention))
  return kindsOf(addresses).size > 1 ? addresses : null
}

/** What a text may tell people apart by: looked for once, since most texts have neither. */
export interface MayTell {
  readonly generations: boolean
  readonly addresses: boolean
}

export function mayTellApart(text: string): MayTell {
  return {
    generations: /\b(?:jr|sr|i{2,3}|iv|younger|elder|older|junior|senior)\b/i.test(text),
    addresses: /\b(?:Mrs|Ms|Miss|Mme|Lady|Dame|Madam)\b/.test(text)
  }
}

function kindsOf(found: readonly (Distinction | null)[]): ReadonlySet<string> {
  return new Set(found.flatMap((one) => one?.kind ?? []))
}

function addressAt(text: string, mention: NamedMention): Distinction | null {
  const written = addressBefore(text, mention.start, mention.end)
  const gender = titleSense(written)?.gender
  return gender ? { kind: /^Miss$/.test(written) ? 'miss' : gender, written } : null
}

/** "John Marsh Jr.", "John Marsh, Sr.", "the younger Marsh". */
function generationAt(text: string, { start, end }: NamedMention): Distinction | null {
  const own =
    generationOf(text.slice(start, end)) ?? generationOf(/^,?\s+\p{L}+\b/u.exec(text.slice(end, end + 8))?.[0] ?? '')
  if (own) return { kind: own, written: own }
  const before = /\bthe (younger|elder|older|junior|senior)\s+$/i.exec(text.slice(Math.max(0, start - 16), start))?.[1]
  return before ? { kind: /^[yj]/i.test(before) ? 'jr' : 'sr', written: before } : null
}
