import {
  endOf,
  exactHash,
  isAttitude,
  quoteCount,
  runsOf,
  startOf,
  wordCount,
  type QuoteFingerprints
} from '../../src/corpus/quoteFingerprints'
import { summaryOf, traitsOf, type ArticleSummary, type EntityTraits } from '../../src/corpus/summary'

/**
 * The summary of article `number` of as many as one likes, the same each time, as news repeat themselves: one article in three reprints
 * one shortly before it, some of those in other words; the others are one of `base` with other quotes, other people (by Zipf's law
 * out of 300,000, with namesakes among them), and every third body another one. Places stay.
 */
export function scaleSummary(base: readonly ArticleSummary[], number: number): ArticleSummary {
  const story = storyOf(number)
  const { entities, quotes } = base[hash(`base ${story}`) % base.length]!
  const isEdited = story !== number && hash(`edited ${number}`) % 3 === 0
  return summaryOf(
    `news/${String(number).padStart(8, '0')}.txt`,
    otherQuotes(quotes, hash(`words ${story}`), isEdited ? number : undefined),
    entities.map((entity) => ({ ...entity, traits: otherTraits(entity.traits, story) }))
  )
}

/** The article that an article reprints, or itself. */
function storyOf(number: number): number {
  let story = number
  while (story > 0 && hash(`reprint ${story}`) % 3 === 0)
    story = Math.max(0, story - 1 - Math.floor(-40 * Math.log(fraction(`distance ${story}`))))
  return story
}

function otherTraits({ key: _, ...facts }: EntityTraits, story: number): EntityTraits {
  if (!facts.named || (facts.type !== 'person' && facts.type !== 'organization')) return traitsOf(facts)
  const rank = Math.floor(300_000 ** fraction(`${story} ${facts.name}`))
  if (facts.type === 'person') {
    const [given, last] = [word(`given ${rank % 1500}`), word(`last ${hash(`${rank}`) % 12_000}`)]
    return traitsOf({ ...facts, name: facts.name.includes(' ') ? `${given} ${last}` : last })
  }
  return traitsOf(
    hash(`${story} ${facts.name}`) % 3 === 0 ? { ...facts, name: `${word(`body ${rank}`)} ${facts.name}` } : facts
  )
}

function otherQuotes(prints: QuoteFingerprints, story: number, edit: number | undefined): QuoteFingerprints {
  const quotes = Array.from({ length: quoteCount(prints) }, (_, quote) => {
    const { from, to } = runsOf(prints, quote)
    const all = prints
      .subarray(from, to)
      .map((run) => Math.imul(run ^ story, 0x9e3779b1))
      .sort()
    const runs = edit === undefined ? all : all.filter((_, index) => (index + edit) % 12 !== 0)
    return { quote, runs, exact: (exactHash(prints, quote) ^ story ^ (edit ?? 0)) >>> 0 }
  })
  const numbers = [quotes.length]
  let end = 1 + 5 * quotes.length
  for (const { quote, runs, exact } of quotes) {
    end += runs.length
    const words = wordCount(prints, quote) + (isAttitude(prints, quote) ? 2 ** 31 : 0)
    numbers.push(exact, words, startOf(prints, quote), endOf(prints, quote), end)
  }
  return Uint32Array.from([...numbers, ...quotes.flatMap(({ runs }) => [...runs])])
}

const beginnings =
  'Bar Bel Cal Cor Dan Dor Fal Fen Gar Hal Har Kel Lan Lor Mal Mer Nor Pel Ral Sel Tal Tor Val Wel'.split(' ')
const middles = 'a be da en ga i la mi ne or ra ti u ve'.split(' ')
const endings = 'berg dale den field ford gate ham land ley man mont ner ridge rose ster stone ton vik well wood'.split(
  ' '
)

function word(seed: string): string {
  const number = hash(seed)
  const part = (parts: readonly string[], divisor: number) => parts[Math.floor(number / divisor) % parts.length]!
  return part(beginnings, 1) + part(middles, 24) + part(middles, 336) + part(endings, 4704)
}

/** Above 0, at most 1. */
function fraction(seed: string): number {
  return (hash(seed) + 1) / 2 ** 32
}

/** FNV-1a over UTF-16 units, mixed. */
function hash(text: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b)
  return (sum ^ (sum >>> 13)) >>> 0
}
