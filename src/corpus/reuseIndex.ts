import { firstIndex } from '../util/binarySearch'
import { containment, type Stretch } from './fingerprint'
import type { QuoteReference } from './corpus'
import { orderedByArticle } from './orderedByArticle'
import { endOf, exactHash, quoteCount, runsOf, startOf, wordCount, type QuoteFingerprints } from './quoteFingerprints'
import type { ArticleSummary } from './summary'

/** Finds reused quotes in articles that are added and removed. */
export interface ReuseIndex {
  add(summary: ArticleSummary): void
  remove(summary: ArticleSummary): void
  /** Does the work of `groups` in small steps, so that the caller can pause between them. */
  prepare(): Generator<undefined, void, undefined>
  /**
   * Groups of at least two quotes, each in the order of `articles` (all ids, sorted) and position; the groups by their
   * first quote.
   */
  groups(articles: readonly string[]): readonly (readonly QuoteReference[])[]
}

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
  readonly summary: ArticleSummary
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
 * neighbours.
 */
export function reuseIndex(): ReuseIndex {
  const wordings = new Map<number, Wording>()
  /** The wordings that have a run of words, by the hash of the run; one alone without an array. */
  const lists = new Map<number, Wording | Wording[]>()
  /** Groups whose `published` must be made again. */
  const stale = new Set<Group>()
  const inOrder = orderedByArticle<readonly QuoteReference[]>(({ 0: first }) => first!.quote)

  /** Dissolves the groups of all touched wordings and builds them again. */
  function regroup(touched: ReadonlySet<Wording>): void {
    const ungrouped = new Set<Wording>()
    for (const wording of touched) {
      ungrouped.add(wording)
      if (!wording.group) continue
      for (const member of wording.group.wordings) ungrouped.add(member)
      forget(wording.group)
    }
    for (const wording of ungrouped) wording.group = null
    for (const wording of ungrouped) {
      eachKey(wording, (key) => {
        for (const neighbour of neighbours(lists.get(key), wording)) {
          if ((!neighbour.group || neighbour.group !== wording.group) && isSame(wording, neighbour))
            merge(groupOf(wording), groupOf(neighbour))
        }
      })
    }
    for (const wording of ungrouped) if (wording.group || wording.quotes.length > 1) stale.add(groupOf(wording))
  }

  function groupOf(wording: Wording): Group {
    return (wording.group ??= { wordings: new Set([wording]), published: undefined })
  }

  function merge(a: Group, b: Group): void {
    const [into, from] = a.wordings.size >= b.wordings.size ? [a, b] : [b, a]
    forget(from)
    for (const wording of from.wordings) {
      into.wordings.add(wording)
      wording.group = into
    }
    stale.add(into)
  }

  function forget(group: Group): void {
    stale.delete(group)
    if (group.published) inOrder.remove(group.published[0]!.article, group.published)
    group.published = undefined
  }

  function* prepare(): Generator<undefined, void, undefined> {
    for (const group of stale) {
      yield
      // During a pause another caller may have published it, or taken it apart.
      if (!stale.delete(group)) continue
      if (group.published) inOrder.remove(group.published[0]!.article, group.published)
      const quotes = withoutOverlaps([...group.wordings].flatMap(({ quotes }) => quotes).sort(compareQuotes))
      group.published = quotes.length > 1 ? quotes : undefined
      if (group.published) inOrder.add(quotes[0]!.article, quotes)
    }
  }

  return {
    add(summary) {
      const touched = new Set<Wording>()
      const prints = summary.quotes
      for (let quote = 0; quote < quoteCount(prints); quote++) {
        const words = wordCount(prints, quote)
        if (words < minimumWords) continue
        const key = wordingKey(prints, quote)
        const place: QuotePlace = { summary, quote }
        const known = wordings.get(key)
        if (known) {
          known.quotes.splice(placeOf(known.quotes, place, compareQuotes), 0, place)
          stale.add(groupOf(known))
          continue
        }
        const wording: Wording = { key, words, prints, ...runsOf(prints, quote), quotes: [place], group: null }
        wordings.set(key, wording)
        touched.add(wording)
        eachKey(wording, (run) => {
          for (const neighbour of insert(lists, run, wording))
            if (isSame(wording, neighbour) || (neighbour.group?.wordings.size ?? 1) > 1) touched.add(neighbour)
        })
      }
      regroup(touched)
    },
    remove(summary) {
      const touched = new Set<Wording>()
      const gone: Wording[] = []
      const prints = summary.quotes
      for (let quote = 0; quote < quoteCount(prints); quote++) {
        const wording = wordings.get(wordingKey(prints, quote))
        if (!wording || wordCount(prints, quote) < minimumWords) continue
        const at = placeOf(wording.quotes, { summary, quote }, compareQuotes)
        if (wording.quotes[at]?.summary === summary && wording.quotes[at].quote === quote) wording.quotes.splice(at, 1)
        if (wording.group) stale.add(wording.group)
        if (wording.quotes.length === 0) gone.push(wording)
      }
      for (const wording of gone) {
        wordings.delete(wording.key)
        const { group } = wording
        if (group) {
          group.wordings.delete(wording)
          for (const member of group.wordings) touched.add(member)
          if (group.wordings.size === 0) forget(group)
        }
        eachKey(wording, (key) => {
          for (const neighbour of erase(lists, key, wording)) touched.add(neighbour)
        })
      }
      for (const wording of gone) touched.delete(wording)
      regroup(touched)
    },
    prepare,
    groups(articles) {
      for (const step of prepare()) void step
      return inOrder.list(articles)
    }
  }
}

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

/** Adds a wording to the list of a run, and gives its neighbours there. */
function insert(lists: Map<number, Wording | Wording[]>, key: number, wording: Wording): readonly Wording[] {
  const list = lists.get(key)
  if (!list) {
    // Most runs occur once; without an array they take less memory.
    lists.set(key, wording)
    return []
  }
  const many = Array.isArray(list) ? list : [list]
  many.splice(placeOf(many, wording, compareWordings), 0, wording)
  if (many !== list) lists.set(key, many)
  return neighbours(many, wording)
}

/**
 * Removes a wording from the list of a run, and gives its former neighbours, which are neighbours of each other now.
 */
function erase(lists: Map<number, Wording | Wording[]>, key: number, wording: Wording): readonly Wording[] {
  const list = lists.get(key)
  if (!Array.isArray(list)) {
    if (list === wording) lists.delete(key)
    return []
  }
  const near = neighbours(list, wording)
  const at = placeOf(list, wording, compareWordings)
  if (list[at] === wording) list.splice(at, 1)
  if (list.length === 1) lists.set(key, list[0]!)
  return near
}

function neighbours(list: Wording | Wording[] | undefined, wording: Wording): readonly Wording[] {
  if (!Array.isArray(list)) return []
  const at = placeOf(list, wording, compareWordings)
  const near: Wording[] = []
  if (at > 0) near.push(list[at - 1]!)
  if (at + 1 < list.length) near.push(list[at + 1]!)
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
