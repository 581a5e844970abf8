import { shownText } from '../article'
import { lazy } from '../util/lazy'
import { onOneLine } from '../util/oneLine'
import type { AnalyzedText } from './analyzedArticle'
import type { Analysis } from './analysis'

/**
 * Names for an article's facts that stay the same while other text is edited: the fact's own words, and its place among
 * those of the same words. Ids of entities ("e12") and indexes of mentions and quotes change with every name that is
 * typed before them; keys are for whoever remembers a fact from one version of the article to the next. A key says nothing
 * about who the entity is, and changes only with its words, or with a fact of the same words before it.
 */
export interface FactKeys {
  /** By `Entity.id`; of its type and name. */
  readonly entities: ReadonlyMap<string, string>
  /** By index in `Analysis.mentions`; of its form and words. */
  readonly mentions: readonly string[]
  /** By index in `Analysis.quotes`; of the words of its content. */
  readonly quotes: readonly string[]
}

const known = new WeakMap<Analysis, FactKeys>()

/** The keys of an article's facts: no two of one kind are equal. Made once for an analysis, each kind when it is asked for. */
export function factKeys(source: Omit<AnalyzedText, 'id'>): FactKeys {
  const { analysis } = source
  const made = known.get(analysis)
  if (made) return made
  const entities = lazy(() =>
    numbered(
      analysis.entities,
      ({ type, name }) => `${type} ${shortened(onOneLine(name))}`,
      ({ id }) => id
    )
  )
  const mentions = lazy(() => [
    ...numbered(
      analysis.mentions,
      (mention) => `${mention.form} ${shortened(onOneLine(shownText(source, mention)))}`,
      byIndex
    ).values()
  ])
  const quotes = lazy(() => [
    ...numbered(
      analysis.quotes,
      ({ content }) => shortened(content.map((span) => onOneLine(shownText(source, span))).join(' \u2026 ')),
      byIndex
    ).values()
  ])
  const keys: FactKeys = {
    get entities() {
      return entities()
    },
    get mentions() {
      return mentions()
    },
    get quotes() {
      return quotes()
    }
  }
  known.set(analysis, keys)
  return keys
}

/** The words of each fact, followed by its number where others before it have the same. */
function numbered<Fact, Id>(
  facts: readonly Fact[],
  wordsOf: (fact: Fact) => string,
  idOf: (fact: Fact, index: number) => Id
): ReadonlyMap<Id, string> {
  const uses = new Map<string, number>()
  return new Map(
    facts.map((fact, index) => {
      const words = wordsOf(fact)
      const use = (uses.get(words) ?? 0) + 1
      uses.set(words, use)
      // Two blanks: no words on one line have them, so that no key is another's words.
      return [idOf(fact, index), use === 1 ? words : `${words}  #${use}`]
    })
  )
}

function byIndex(_: unknown, index: number): number {
  return index
}

/** Longer words are told apart by a hash of all of them. UTF-16 units. */
const longestWords = 60

function shortened(words: string): string {
  return words.length <= longestWords ? words : `${words.slice(0, longestWords)}\u2026 ${hash(words)}`
}

/** 53 bits in base 36: two FNV-1a hashes over UTF-16 units, from different beginnings. */
function hash(words: string): string {
  let low = 0x811c9dc5
  let high = 0x9e3779b9
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ unit, 0x85ebca6b)
  }
  return ((high & 0x1fffff) * 2 ** 32 + (low >>> 0)).toString(36)
}
