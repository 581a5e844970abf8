import type { NamedMention } from '../../analysis'
import { givenNameGender } from '../lexicon/givenNames'
import { nounSense, type Gender } from '../lexicon/nouns'
import { titleSense } from '../lexicon/titles'
import { addressBefore, type WrittenName } from './nameKey'

/** Written names that are one bearer's, with their mentions in any order. */
export interface Bearer {
  readonly entries: WrittenName[]
  readonly mentions: number[]
}

/** A short name, and at least two who may bear it. */
export interface AmbiguousName {
  readonly entry: WrittenName
  readonly bearers: readonly Bearer[]
}

/**
 * Gives each mention of the ambiguous names to one of those who may bear it: to whom its title, or else the text before it,
 * speaks of. `all` are the bearers of all names.
 */
export function shareMentions(
  text: string,
  names: readonly NamedMention[],
  ambiguous: readonly AmbiguousName[],
  all: readonly Bearer[]
): void {
  if (ambiguous.length === 0) return
  /** Mention -> its bearer, as far as known. */
  const bearerAt: (Bearer | undefined)[] = new Array<undefined>(names.length).fill(undefined)
  const traits = new Map<Bearer, Traits>()
  for (const bearer of all) {
    for (const mention of bearer.mentions) bearerAt[mention] = bearer
    traits.set(bearer, traitsOf(bearer))
  }
  for (const { entry, bearers } of ambiguous) {
    const possible = new Set(bearers)
    const given = new Map<Bearer, number[]>()
    for (const mention of entry.mentions) {
      const lately = bearersBefore(mention, bearerAt, possible)
      const title = addressBefore(text, names[mention]!.start, names[mention]!.end)
      const gender = titleSense(title)?.gender ?? null
      const role = nounSense(title)?.family ?? titleSense(title)?.family ?? null
      let best = bearers[0]!
      let bestScore = -Infinity
      for (const bearer of likelyBearers(bearers, lately)) {
        const { first, gender: own } = traits.get(bearer)!
        let score = 0
        if (gender && own) score += gender === own ? 40 : -40
        if (role && first.some((other) => other < mention && introducedBy(text, names[other]!, title))) score += 30
        // A text goes on with whom it has called so before.
        const before = given.get(bearer)
        score += Math.min(bearer.mentions.length + (before?.length ?? 0), 8)
        const last = lately.get(bearer)
        if (last !== undefined) score += 10 - (mention - last) / 4
        else if (first[0]! < mention || before) score += 1
        if (score > bestScore) {
          best = bearer
          bestScore = score
        }
      }
      bearerAt[mention] = best
      const mentions = given.get(best)
      if (mentions) mentions.push(mention)
      else given.set(best, [mention])
    }
    for (const [bearer, mentions] of given) {
      bearer.entries.push(entry)
      for (const mention of mentions) bearer.mentions.push(mention)
      const known = traits.get(bearer)!
      traits.set(bearer, { ...known, first: firstOf([...known.first, ...mentions.slice(0, introductions)]) })
    }
  }
}

interface Traits {
  /** The first mentions, ascending. */
  readonly first: readonly number[]
  /** What the first name tells. */
  readonly gender: Gender | null
}

function traitsOf({ entries, mentions }: Bearer): Traits {
  return {
    first: firstOf(mentions),
    gender: givenNameGender(entries.find((entry) => entry.words.length > 1)?.words[0] ?? '')
  }
}

/** A title is told at a name's first mentions. */
const introductions = 6

function firstOf(mentions: readonly number[]): readonly number[] {
  return [...mentions].sort((a, b) => a - b).slice(0, introductions)
}

/** Farther back than so many mentions it makes no difference how far. */
const farthest = 36
/** Of more bearers than these only those of whom the text has spoken lately are asked. */
const mostBearers = 24

/** The bearers whom the text names shortly before a mention, the nearest first, each with its last mention there. */
function bearersBefore(
  mention: number,
  bearerAt: readonly (Bearer | undefined)[],
  possible: ReadonlySet<Bearer>
): ReadonlyMap<Bearer, number> {
  const found = new Map<Bearer, number>()
  for (let at = mention - 1; at > mention - farthest && at >= 0; at--) {
    const bearer = bearerAt[at]
    if (bearer && possible.has(bearer) && !found.has(bearer)) found.set(bearer, at)
  }
  return found
}

function likelyBearers(bearers: readonly Bearer[], lately: ReadonlyMap<Bearer, number>): Iterable<Bearer> {
  if (bearers.length <= mostBearers) return bearers
  return lately.size > 0 ? lately.keys() : bearers.slice(0, mostBearers)
}

/** The gender that the form of address before a name, or at its beginning, tells. */
export function addressGender(text: string, { start, end }: NamedMention): Gender | null {
  return titleSense(addressBefore(text, start, end))?.gender ?? null
}

function introducedBy(text: string, name: NamedMention, title: string): boolean {
  return text.slice(Math.max(0, name.start - title.length - 2), name.start).includes(title)
}
