import { firstIndex } from '../util/binarySearch'
import { disjointSets, type DisjointSets } from '../util/disjointSets'
import { sortInSteps } from '../util/sortInSteps'
import { containment, type Stretch } from './fingerprint'
import type { QuoteReference } from './corpus'
import { orderedByArticle } from './orderedByArticle'
import { endOf, exactHash, quoteCount, runsOf, startOf, wordCount, type QuoteFingerprints } from './quoteFingerprints'
import type { ArticleSummary } from './summary'
import type { Steps } from '../util/steps'

/** Finds reused quotes in articles that are added and removed. */
export interface ReuseIndex {
  add(summary: QuotedSummary): void
  remove(summary: QuotedSummary): void
  /** Does the work of `groups` in small steps, so that the caller can pause between them. */
  prepare(): Steps<void>
  /**
   * Groups of at least two quotes, each in the order of `articles` (all ids, sorted) and position; the groups by their
   * first quote.
   */
  groups(articles: readonly string[]): readonly (readonly QuoteReference[])[]
}

/** What of a summary matters here. */
export type QuotedSummary = Pick<ArticleSummary, 'id' | 'quotes'>

/** Quotes of fewer words are not compared, because different speakers say the same: "no comment". */
const minimumWords = 5
/** At least this share of the shorter quote's runs of words must be in the longer one. */
const minimumContainment = 0.8
/** The shorter quote has at least this share of the longer one's words. */
const minimumLengthRatio = 0.5

/**
 * All quotes of exactly the same words. Wordings are compared, not quotes, so that an agency text is compared once
 * however often it is printed.
 */
interface Wording extends Stretch {
  readonly key: number
  /** Number of words. */
  readonly words: number
  /** In order of article and position. */
  readonly quotes: QuotePlace[]
  /** Null while it belongs to no group, as most do. */
  group: Group | null
}

interface QuotePlace {
  readonly summary: QuotedSummary
  readonly quote: number
}

/** Wordings that are versions of the same quote, directly or by way of others. */
interface Group {
  readonly wordings: Set<Wording>
  /** Its quotes as `groups` listed them last; undefined before that and when they were fewer than two. */
  published: readonly QuoteReference[] | undefined
}

/**
 * For each run of words there is an ordered list of the wordings that have it, and two wordings are compared only when
 * they are neighbours in such a list. So the cost is linear in the number of wordings, and the groups depend on the
 * articles alone, not on the order of adding. A change affects only the groups of its own quotes and of their
 * neighbours; they are built again when all changes have been made, in `prepare`.
 */
export function reuseIndex(): ReuseIndex {
  const wordings = new Map<number, Wording>()
  /** The wordings that have a run of words, by the hash of the run; one alone without an array. */
  const lists = new Map<number, Wording | Wording[]>()
  /** Wordings whose neighbours changed, and groups that lost one: their groups must be built again. */
  const touched = new Set<Wording>()
  const torn = new Set<Group>()
  /** Counts changes of quotes, so that work in steps knows whether there was one. */
  let changes = 0
  /** Groups whose `published` must be made again. */
  const stale = new Set<Group>()
  const inOrder = orderedByArticle<readonly QuoteReference[]>(({ 0: first }) => first!.quote)

  /** Builds the groups of all touched wordings again. After a change during a pause it begins anew. */
  function* regroup(): Steps<void> {
    while (touched.size > 0 || torn.size > 0) {
      const begun = changes
      const found = disjointSets<Wording>()
      const include = (wording: Wording) => {
        if (!found.has(wording)) for (const member of wording.group?.wordings ?? [wording]) found.add(member)
      }
      for (const { wordings: members } of torn) for (const member of members) found.add(member)
      for (const wording of touched) include(wording)
      let work = 0
      for (const wording of found.items()) {
        work += wording.to - wording.from
        for (const neighbour of neighboursOf(lists, wording)) {
          if (found.has(neighbour) && found.areJoined(wording, neighbour)) continue
          work += neighbour.to - neighbour.from
          if (!isSame(wording, neighbour)) continue
          include(neighbour)
          found.join(wording, neighbour)
        }
        if (work < runsAtOnce) continue
        work = 0
        yield
        if (changes !== begun) break
      }
      if (changes === begun) replaceGroups(found)
    }
  }

  function replaceGroups(found: DisjointSets<Wording>): void {
    for (const group of torn) forget(group)
    touched.clear()
    torn.clear()
    for (const wording of found.items()) {
      if (wording.group) forget(wording.group)
      wording.group = null
    }
    for (const members of found.sets()) {
      if (members.length === 1 && members[0]!.quotes.length === 1) continue
      const group: Group = { wordings: new Set(members), published: undefined }
      for (const member of members) member.group = group
      stale.add(group)
    }
  }

  function forget(group: Group): void {
    stale.delete(group)
    if (group.published) inOrder.remove(group.published[0]!.article, group.published)
    group.published = undefined
  }

  /** Lists a group's quotes again, unless another call has done so, or has changed some, during a pause. */
  function* publish(group: Group): Steps<void> {
    const begun = changes
    const places = [...group.wordings].flatMap((wording) => wording.quotes)
    const quotes = withoutOverlaps(yield* sortInSteps(places, compareQuotes))
    if (changes !== begun || !stale.has(group)) return
    forget(group)
    group.published = quotes.length > 1 ? quotes : undefined
    if (group.published) inOrder.add(quotes[0]!.article, quotes)
  }

  function* prepare(): Steps<void> {
    while (touched.size > 0 || torn.size > 0 || stale.size > 0) {
      yield* regroup()
      for (const group of stale) {
        yield
        if (stale.has(group)) yield* publish(group)
      }
    }
  }

  return {
    add(summary) {
      const prints = summary.quotes
      for (let quote = 0; quote < quoteCount(prints); quote++) {
        const words = wordCount(prints, quote)
        if (words < minimumWords) continue
        changes++
        const key = wordingKey(prints, quote)
        const place: QuotePlace = { summary, quote }
        const known = wordings.get(key)
        if (known) {
          known.quotes.splice(placeOf(known.quotes, place, compareQuotes), 0, place)
          if (known.group) stale.add(known.group)
          else touched.add(known)
          continue
        }
        const wording: Wording = { key, words, prints, ...runsOf(prints, quote), quotes: [place], group: null }
        wordings.set(key, wording)
        touched.add(wording)
        eachKey(wording, (run) => insert(lists, run, wording))
        // Two that were neighbours until now may be the same only by way of each other.
        for (const neighbour of neighboursOf(lists, wording))
          if (neighbour.group && neighbour.group.wordings.size > 1) touched.add(neighbour)
      }
    },
    remove(summary) {
      const prints = summary.quotes
      for (let quote = 0; quote < quoteCount(prints); quote++) {
        const wording = wordings.get(wordingKey(prints, quote))
        if (!wording || wordCount(prints, quote) < minimumWords) continue
        changes++
        const at = placeOf(wording.quotes, { summary, quote }, compareQuotes)
        if (wording.quotes[at]?.summary === summary && wording.quotes[at].quote === quote) wording.quotes.splice(at, 1)
        const { group } = wording
        if (wording.quotes.length > 0) {
          if (group) stale.add(group)
          continue
        }
        wordings.delete(wording.key)
        touched.delete(wording)
        if (group) {
          group.wordings.delete(wording)
          torn.add(group)
        }
        // These become neighbours of each other.
        for (const neighbour of neighboursOf(lists, wording)) touched.add(neighbour)
        eachKey(wording, (run) => erase(lists, run, wording))
      }
    },
    prepare,
    groups(articles) {
      for (const step of prepare()) void step
      return inOrder.list(articles)
    }
  }
}

/** Runs of words that are compared between two pauses, roughly. */
const runsAtOnce = 20_000

/**
 * A key that is equal for equal words. Among some hundred thousand quotes a few different ones have the same 32 bit
 * hash, so 20 bits of the number of words and of the first run's hash are added: 52 bits, which a JavaScript number
 * holds exactly.
 */
function wordingKey(prints: QuoteFingerprints, quote: number): number {
  const run = prints[runsOf(prints, quote).from] ?? 0
  return exactHash(prints, quote) * 2 ** 20 + ((run ^ wordCount(prints, quote)) & 0xfffff)
}

function isSame(a: Wording, b: Wording): boolean {
  return (
    Math.min(a.words, b.words) >= minimumLengthRatio * Math.max(a.words, b.words) &&
    containment(a, b) >= minimumContainment
  )
}

/** Leaves out quotes that overlap the one before: a quote and a part of it in the same place are not reuse. */
function withoutOverlaps(places: readonly QuotePlace[]): readonly QuoteReference[] {
  const kept: QuotePlace[] = []
  for (const place of places) {
    const last = kept.at(-1)
    if (last?.summary === place.summary && overlap(place.summary.quotes, last.quote, place.quote)) continue
    kept.push(place)
  }
  return kept.map(({ summary, quote }) => ({ article: summary.id, quote }))
}

function overlap(prints: QuoteFingerprints, a: number, b: number): boolean {
  return startOf(prints, a) < endOf(prints, b) && startOf(prints, b) < endOf(prints, a)
}

/**
 * Visits a wording's smallest run hash and those divisible by 4: about a quarter, and the same runs in every wording.
 */
function eachKey({ prints, from, to }: Wording, visit: (key: number) => void): void {
  for (let at = from; at < to; at++) if (at === from || prints[at]! % 4 === 0) visit(prints[at]!)
}

/** Adds a wording to the list of a run. */
function insert(lists: Map<number, Wording | Wording[]>, key: number, wording: Wording): void {
  const list = lists.get(key)
  // Most runs occur once; without an array they take less memory.
  if (!list) lists.set(key, wording)
  else if (Array.isArray(list)) list.splice(placeOf(list, wording, compareWordings), 0, wording)
  else lists.set(key, [list, wording].sort(compareWordings))
}

/** Removes a wording from the list of a run. */
function erase(lists: Map<number, Wording | Wording[]>, key: number, wording: Wording): void {
  const list = lists.get(key)
  if (!Array.isArray(list)) {
    if (list === wording) lists.delete(key)
    return
  }
  const at = placeOf(list, wording, compareWordings)
  if (list[at] === wording) list.splice(at, 1)
  if (list.length === 1) lists.set(key, list[0]!)
}

/** The wordings before and behind a wording in its lists, each once. */
function neighboursOf(lists: ReadonlyMap<number, Wording | Wording[]>, wording: Wording): ReadonlySet<Wording> {
  const near = new Set<Wording>()
  eachKey(wording, (run) => {
    const list = lists.get(run)
    if (!Array.isArray(list)) return
    const at = placeOf(list, wording, compareWordings)
    if (at > 0) near.add(list[at - 1]!)
    if (at + 1 < list.length) near.add(list[at + 1]!)
  })
  return near
}

/** The index of an item in an ordered list, or where it would be inserted. */
function placeOf<T>(list: readonly T[], item: T, compare: (a: T, b: T) => number): number {
  return firstIndex(list.length, (index) => compare(list[index]!, item) >= 0)
}

function compareWordings(a: Wording, b: Wording): number {
  return a.key - b.key
}

function compareQuotes(a: QuotePlace, b: QuotePlace): number {
  return a.summary.id < b.summary.id ? -1 : a.summary.id > b.summary.id ? 1 : a.quote - b.quote
}
