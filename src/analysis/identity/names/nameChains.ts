import { mapped } from '../../../util/mapped'
import type { Steps } from '../../../util/steps'
import type { EntityType, NamedMention } from '../../analysis'
import { givenNameGender } from '../lexicon/givenNames'
import { addressGender, shareMentions, type Bearer } from './bearers'
import { DisjointSets } from './disjointSets'
import { joinBodies, type NameClass } from './joinBodies'
import { gatherWrittenNames } from './gatherWrittenNames'
import { isGeneration, type WrittenName } from './nameKey'
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
export function* chainNames(text: string, names: readonly NamedMention[]): Steps<readonly NameChain[]> {
  const written = gatherWrittenNames(text, names)
  yield
  const sets = new DisjointSets(written.length)
  const classes = mapped(written, (entry) => classOf(entry))
  joinPersons(written, classes, sets)
  joinInitials(names, written, classes, sets)
  yield
  joinBodies(written, classes, sets)
  yield
  const homes = new Map<number, number>()
  const ambiguous = ambiguousNames(text, names, written, classes, sets)
  yield
  const chains: Bearer[] = []
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
  shareMentions(
    text,
    names,
    mapped([...ambiguous], ([index, bearers]) => ({
      entry: written[index]!,
      bearers: mapped(bearers, (bearer) => chains[chainOf(bearer)]!)
    })),
    chains
  )
  yield
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
    const partner = same.find(
      (other) => compatiblePersons(entry.words, written[other]!.words) && mayBeOne(entry, written[other]!)
    )
    if (partner !== undefined) sets.join(partner, index)
    if (same.length < 20) same.push(index)
    byLast.set(last, same)
  })
}

/** "AS:" of a transcript is Ana Silk, when nobody else's full name begins so. */
function joinInitials(
  names: readonly NamedMention[],
  written: readonly WrittenName[],
  classes: readonly NameClass[],
  sets: DisjointSets
): void {
  const isLabel = (index: number) => written[index]!.mentions.some((mention) => names[mention]!.rule === 'turn')
  const labels = written.flatMap(({ words }, index) =>
    words.length === 1 && /^\p{L}{2,3}$/u.test(words[0]!) && isLabel(index) ? [index] : []
  )
  if (labels.length === 0) return
  const byInitials = new Map<string, Set<number>>()
  written.forEach(({ words }, index) => {
    if (words.length < 2 || (classes[index] !== 'person' && !isLabel(index))) return
    const bearers = byInitials.get(initialsOf(words))
    if (bearers) bearers.add(sets.find(index))
    else byInitials.set(initialsOf(words), new Set([sets.find(index)]))
  })
  for (const label of labels) {
    const [bearer, ...others] = byInitials.get(written[label]!.words[0]!) ?? []
    if (bearer !== undefined && others.length === 0) sets.join(bearer, label)
  }
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.charAt(0)).join('')
}

/** "John Marsh Jr." and "John Marsh Sr." are two, and "John Marsh" beside them is one of them: which, the text around tells. */
function mayBeOne(a: WrittenName, b: WrittenName): boolean {
  return a.toldApart === b.toldApart || a.words.join(' ') !== b.words.join(' ')
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
    const possible = [...likely].filter((bearer) => mayBear(entry, written[bearer]!))
    const bearers = [...new Set(mapped(possible, (bearer) => sets.find(bearer)))]
    if (bearers.length === 0) return
    if (bearers.length === 1) {
      if (!deniesGender(text, names, entry, written[bearers[0]!]!)) sets.join(bearers[0]!, index)
    } else ambiguous.set(index, bearers)
  }
  // "Falk" may be short for "Adeyemi-Falk", which may be short for a full name: the hyphenated ones first.
  const single = mapped(written, (_, index) => index).filter((index) => written[index]!.words.length === 1)
  for (const hyphenated of [true, false])
    for (const index of single) if (written[index]!.words[0]!.includes('-') === hyphenated) join(written[index]!, index)
  // "Berg" beside "Mr. Berg" and "Mrs. Berg", when no full name tells more.
  for (const [index, bearers] of undecided(written, classes, sets))
    if (!ambiguous.has(index)) ambiguous.set(index, bearers)
  return ambiguous
}

function* undecided(
  written: readonly WrittenName[],
  classes: readonly NameClass[],
  sets: DisjointSets
): Iterable<readonly [number, readonly number[]]> {
  const told = new Map<string, number[]>()
  written.forEach(({ words, toldApart }, index) => {
    if (!toldApart || classes[index] !== 'person') return
    const key = words.join(' ')
    const alike = told.get(key)
    if (alike) alike.push(index)
    else told.set(key, [index])
  })
  if (told.size === 0) return
  const sizes = new Map<number, number>()
  for (const index of written.keys()) sizes.set(sets.find(index), (sizes.get(sets.find(index)) ?? 0) + 1)
  for (const [index, { words, toldApart }] of written.entries()) {
    const alike = toldApart ? undefined : told.get(words.join(' '))
    if (!alike || sizes.get(sets.find(index)) !== 1) continue
    yield [index, [...new Set(mapped(alike, (other) => sets.find(other)))]]
  }
}

/** What tells the short name's bearer apart is not against the full one's: its given name, its generation. */
function mayBear({ toldApart }: WrittenName, full: WrittenName): boolean {
  if (!toldApart) return true
  if (full.toldApart && isGeneration(full.toldApart) && isGeneration(toldApart)) return full.toldApart === toldApart
  const gender = givenNameGender(full.words[0]!)
  return isGeneration(toldApart) || !gender || gender === (toldApart === 'miss' ? 'female' : toldApart)
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
