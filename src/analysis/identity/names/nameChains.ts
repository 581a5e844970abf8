import { firstIndex } from '../../../util/binarySearch'
import { mapped } from '../../../util/mapped'
import type { EntityType, NamedMention } from '../../analysis'
import { givenNameGender } from '../lexicon/givenNames'
import { nounSense, type Gender } from '../lexicon/nouns'
import { titleSense } from '../lexicon/titles'
import { acronymsOf, bodyKey, isAcronym, isTrade, placeKey, wellKnownKey } from './bodyNames'
import { gatherWrittenNames, isAddress, type WrittenName } from './nameKey'
import { compatiblePersons } from './personNames'

/** The names of one bearer in an article: indexes of the mentions, ascending, and its written names, the fullest first. */
export interface NameChain {
  readonly type: EntityType
  readonly mentions: readonly number[]
  readonly written: readonly WrittenName[]
}

/**
 * Who bears the article's names: full names with their short forms, initials, acronyms with their long forms.
 * A short name that several people could bear goes to the one whom its title, or else the text before it, speaks of.
 */
export function chainNames(text: string, names: readonly NamedMention[]): readonly NameChain[] {
  const written = gatherWrittenNames(text, names)
  const sets = new DisjointSets(written.length)
  const classes = mapped(written, (entry) => classOf(entry))
  joinPersons(written, classes, sets)
  joinBodies(written, classes, sets)
  const homes = new Map<number, number>()
  const ambiguous = ambiguousNames(text, names, written, classes, sets)
  const chains: { entries: WrittenName[]; mentions: number[] }[] = []
  const chainOf = (entry: number) => {
    const root = sets.find(entry)
    let chain = homes.get(root)
    if (chain === undefined) {
      homes.set(root, (chain = chains.length))
      chains.push({ entries: [], mentions: [] })
    }
    return chain
  }
  written.forEach((entry, index) => {
    if (ambiguous.has(index)) return
    const chain = chains[chainOf(index)]!
    chain.entries.push(entry)
    for (const mention of entry.mentions) chain.mentions.push(mention)
  })
  for (const [index, bearers] of ambiguous) {
    const candidates = mapped(bearers, (bearer) => chainOf(bearer))
    for (const candidate of candidates) chains[candidate]!.mentions.sort((a, b) => a - b)
    const given = new Map<number, number[]>()
    for (const mention of written[index]!.mentions) {
      const chosen = chooseBearer(text, names, mention, candidates, chains, given)
      const mentions = given.get(chosen)
      if (mentions) mentions.push(mention)
      else given.set(chosen, [mention])
    }
    for (const [chosen, mentions] of given) {
      chains[chosen]!.entries.push(written[index]!)
      for (const mention of mentions) chains[chosen]!.mentions.push(mention)
    }
  }
  return mapped(chains, ({ entries, mentions }) => ({
    type: typeOf(entries),
    mentions: mentions.sort((a, b) => a - b),
    written: [...entries].sort(
      (a, b) =>
        b.words.length - a.words.length ||
        b.words.join(' ').length - a.words.join(' ').length ||
        a.mentions[0]! - b.mentions[0]!
    )
  }))
}

type NameClass = 'person' | 'body' | 'place'

function classOf({ votes }: WrittenName): NameClass {
  const body = votes.organization + votes.group
  if (votes.person >= body && votes.person >= votes.place) return 'person'
  return body >= votes.place ? 'body' : 'place'
}

function typeOf(entries: readonly WrittenName[]): EntityType {
  const total = { person: 0, organization: 0, group: 0, place: 0 }
  for (const { votes, words } of entries) {
    // A full name says more about what it names than a short one.
    const weight = words.length > 1 ? 2 : 1
    for (const type of Object.keys(total) as EntityType[]) total[type] += votes[type] * weight
  }
  return (Object.keys(total) as EntityType[]).reduce((best, type) => (total[type] > total[best] ? type : best))
}

function joinPersons(written: readonly WrittenName[], classes: readonly NameClass[], sets: DisjointSets): void {
  const byLast = new Map<string, number[]>()
  written.forEach((entry, index) => {
    if (classes[index] !== 'person' || entry.words.length < 2) return
    const last = entry.words.at(-1)!
    const same = byLast.get(last) ?? []
    const partner = same.find((other) => compatiblePersons(entry.words, written[other]!.words))
    if (partner !== undefined) sets.join(partner, index)
    if (same.length < 20) same.push(index)
    byLast.set(last, same)
  })
}

/** Short names with several possible bearers, by entry; those with one are joined on the way. */
function ambiguousNames(
  text: string,
  names: readonly NamedMention[],
  written: readonly WrittenName[],
  classes: readonly NameClass[],
  sets: DisjointSets
): Map<number, readonly number[]> {
  const byPart = new Map<string, { last: Set<number>; first: Set<number>; half: Set<number> }>()
  const partsOf = (word: string) => {
    let parts = byPart.get(word)
    if (!parts) byPart.set(word, (parts = { last: new Set(), first: new Set(), half: new Set() }))
    return parts
  }
  written.forEach(({ words }, index) => {
    if (classes[index] !== 'person') return
    if (words.length > 1)
      words.forEach((word, position) => partsOf(word)[position === words.length - 1 ? 'last' : 'first'].add(index))
    for (const half of halves(words.at(-1)!)) partsOf(half).half.add(index)
  })
  const ambiguous = new Map<number, readonly number[]>()
  const join = (entry: WrittenName, index: number) => {
    const parts = byPart.get(entry.words[0]!)
    // A short name that the recogniser took for a place or body goes along only when the text calls it a person as well.
    if (
      !parts ||
      (classes[index] !== 'person' &&
        entry.votes.person === 0 &&
        (classes[index] === 'place' || entry.mentions.length > 2))
    )
      return
    const likely = [parts.last, parts.half, parts.first].find(({ size }) => size > 0)!
    const bearers = [...new Set(mapped([...likely], (bearer) => sets.find(bearer)))]
    if (bearers.length === 1) {
      if (!deniesGender(text, names, entry, written[bearers[0]!]!)) sets.join(bearers[0]!, index)
    } else ambiguous.set(index, bearers)
  }
  // "Falk" may be short for "Adeyemi-Falk", which may be short for a full name: the hyphenated ones first.
  const single = mapped(written, (_, index) => index).filter((index) => written[index]!.words.length === 1)
  for (const hyphenated of [true, false])
    for (const index of single) if (written[index]!.words[0]!.includes('-') === hyphenated) join(written[index]!, index)
  return ambiguous
}

/** The halves of a hyphenated last name that can stand alone. */
function halves(last: string): readonly string[] {
  return last.includes('-') ? last.split('-').filter((half) => half.length > 2) : []
}

/** Every form of address before the short name speaks against the bearer's first name: "Mr Roe" is not "Jane Roe". */
function deniesGender(text: string, names: readonly NamedMention[], short: WrittenName, full: WrittenName): boolean {
  const given = full.words.length > 1 ? givenNameGender(full.words[0]!) : null
  if (!given) return false
  const told = short.mentions.slice(0, titlesRead).flatMap((mention) => addressGender(text, names[mention]!) ?? [])
  return told.length > 0 && told.every((gender) => gender !== given)
}

const titlesRead = 20

/** The gender that the form of address before a name, or at its beginning, tells. */
export function addressGender(text: string, { start, end }: NamedMention): Gender | null {
  return titleSense(titleOf(text, start, end))?.gender ?? null
}

function titleOf(text: string, start: number, end: number): string {
  const within = /^\p{L}{2,5}\.?(?=\s)/u.exec(text.slice(start, Math.min(end, start + 8)))?.[0]
  if (within && isAddress(within)) return within
  return /(\p{L}+\.?)\s*$/u.exec(text.slice(Math.max(0, start - 24), start))?.[1] ?? ''
}

function chooseBearer(
  text: string,
  names: readonly NamedMention[],
  mention: number,
  candidates: readonly number[],
  chains: readonly { entries: WrittenName[]; mentions: number[] }[],
  chosen: ReadonlyMap<number, readonly number[]>
): number {
  const title = titleOf(text, names[mention]!.start, names[mention]!.end)
  const gender = titleSense(title)?.gender ?? null
  const role = nounSense(title)?.family ?? titleSense(title)?.family ?? null
  let best = candidates[0]!
  let bestScore = -Infinity
  for (const candidate of candidates) {
    const chain = chains[candidate]!
    const given = givenNameGender(chain.entries.find((entry) => entry.words.length > 1)?.words[0] ?? '')
    let score = 0
    if (gender && given) score += gender === given ? 40 : -40
    if (
      role &&
      chain.mentions
        .slice(0, introductions)
        .some((other) => other < mention && introducedBy(text, names[other]!, title))
    )
      score += 30
    // A text goes on with whom it has called so before.
    const before = chosen.get(candidate) ?? []
    score += Math.min(chain.mentions.length + before.length, 8)
    const last = Math.max(lastBefore(chain.mentions, mention) ?? -1, before.at(-1) ?? -1)
    if (last >= 0) score += 10 - Math.min(9, (mention - last) / 4)
    if (score > bestScore) {
      best = candidate
      bestScore = score
    }
  }
  return best
}

/** A title is told at a name's first mentions. */
const introductions = 6

/** The last of some ascending numbers below a limit. */
function lastBefore(ascending: readonly number[], limit: number): number | undefined {
  return ascending[firstIndex(ascending.length, (index) => ascending[index]! >= limit) - 1]
}

function introducedBy(text: string, name: NamedMention, title: string): boolean {
  return text.slice(Math.max(0, name.start - title.length - 2), name.start).includes(title)
}

function joinBodies(written: readonly WrittenName[], classes: readonly NameClass[], sets: DisjointSets): void {
  const known = new Map<string, number>()
  const joinBy = (key: string, index: number) => {
    const other = known.get(key)
    if (other === undefined) known.set(key, index)
    else sets.join(other, index)
  }
  written.forEach((entry, index) => {
    if (classes[index] === 'person') return
    joinBy(wellKnownKey(entry.words), index)
    joinBy(classes[index] === 'place' ? `place ${placeKey(entry.words)}` : `body ${bodyKey(entry.words)}`, index)
  })
  joinAcronyms(written, classes, sets)
  joinTails(written, classes, sets)
  joinHeads(written, classes, sets)
}

function joinAcronyms(written: readonly WrittenName[], classes: readonly NameClass[], sets: DisjointSets): void {
  const longForms = new Map<string, number>()
  written.forEach((entry, index) => {
    if (classes[index] === 'person') return
    for (const acronym of acronymsOf(entry.words))
      if (acronym.length > 1 && !longForms.has(acronym)) longForms.set(acronym, index)
  })
  written.forEach((entry, index) => {
    if (!isAcronym(entry.written)) return
    const long = longForms.get(entry.words[0]!)
    if (long !== undefined && long !== index) sets.join(long, index)
  })
}

/** "the Supreme Court" of "the U.S. Supreme Court": the last words of one longer body's name, at least two or a word for a body. */
function joinTails(written: readonly WrittenName[], classes: readonly NameClass[], sets: DisjointSets): void {
  const tails = new Map<string, number>()
  written.forEach((entry, index) => {
    if (classes[index] !== 'body') return
    for (let from = 1; from < entry.words.length; from++) {
      const tail = entry.words.slice(from).join(' ')
      const other = tails.get(tail)
      tails.set(tail, other === undefined || sets.find(other) === sets.find(index) ? index : -1)
    }
  })
  written.forEach((entry, index) => {
    if (classes[index] !== 'body' || (entry.words.length < 2 && !saysWhatItIs(entry.words[0]!))) return
    const long = tails.get(entry.words.join(' '))
    if (long !== undefined && long >= 0) sets.join(long, index)
  })
}

/** "Tamarind" of "Tamarind Engineering": what a firm's name leaves out says only its trade, and one longer name begins so. */
function joinHeads(written: readonly WrittenName[], classes: readonly NameClass[], sets: DisjointSets): void {
  const heads = new Map<string, number>()
  written.forEach((entry, index) => {
    if (classes[index] !== 'body') return
    for (let end = entry.words.length - 1; end > 0 && isTrade(entry.words[end]!); end--) {
      const head = entry.words.slice(0, end).join(' ')
      const other = heads.get(head)
      heads.set(head, other === undefined || (other >= 0 && sets.find(other) === sets.find(index)) ? index : -1)
    }
  })
  written.forEach((entry, index) => {
    const long = classes[index] === 'body' ? heads.get(entry.words.join(' ')) : undefined
    if (long !== undefined && long >= 0) sets.join(long, index)
  })
}

/** "the Commission" of one commission in the text. */
function saysWhatItIs(word: string): boolean {
  const sense = nounSense(word)
  return sense?.kind === 'organization' && sense.number === 'one'
}

/** Union-find with path halving; the smaller index is the root, so that the result does not depend on the order of joins. */
class DisjointSets {
  private readonly parents: Int32Array
  constructor(size: number) {
    this.parents = Int32Array.from({ length: size }, (_, index) => index)
  }
  find(index: number): number {
    while (this.parents[index] !== index) {
      this.parents[index] = this.parents[this.parents[index]!]!
      index = this.parents[index]!
    }
    return index
  }
  join(a: number, b: number): void {
    const [low, high] = [this.find(a), this.find(b)].sort((x, y) => x - y) as [number, number]
    this.parents[high] = low
  }
}
