import { firstIndex } from '../util/binarySearch'
import { containment, type Stretch } from './fingerprint'
import type { QuoteReference } from './corpus'
import { orderedByArticle } from './orderedByArticle'
import { endOf, exactHash, quoteCount, runsOf, startOf, wordCount, type QuoteFingerprints } from './quoteFingerprints'
import type { ArticleSummary } from './summary'

/** Finds quotes that are the same one again, while articles come and go. */
export interface ReuseIndex {
  add(summary: ArticleSummary): void
  remove(summary: ArticleSummary): void
  /** Does in small steps what `groups` would do at once. */
  prepare(): Generator<undefined, void, undefined>
  /** Groups of at least two, each in order of article and position, in order of their first quote. */
  groups(articles: readonly string[]): readonly (readonly QuoteReference[])[]
}

/** Quotes of fewer words are too common to be the same one again: "no comment". */
const fewestWords = 5
/** How much of the shorter quote must be in the longer one, and how much shorter it may be. */
const sameShare = 0.8
const shortest = 0.5

/** All quotes of the same words. Only wordings are compared, so that an agency text costs once however often it is printed. */
interface Wording extends Stretch {
  readonly key: number
  readonly words: number
  /** In order of article and position. */
  readonly quotes: QuotePlace[]
  /** Null while no other wording is the same: for most. */
  group: Group | null
}

interface QuotePlace {
  readonly summary: ArticleSummary
  readonly quote: number
}

interface Group {
  readonly wordings: Set<Wording>
  /** What `groups` lists of it; undefined when it is stale, or has fewer than two quotes. */
  published: readonly QuoteReference[] | undefined
}

/**
 * Two wordings are compared when they stand side by side in the ordered list of a run of words that both have, so the cost
 * grows with the number of wordings, and the groups depend on the articles alone and not on when they came. A change
 * touches only the groups of its own quotes and of their neighbours.
 */
export function reuseIndex(): ReuseIndex {
  const wordings = new Map<number, Wording>()
  const lists = new Map<number, Wording | Wording[]>()
  const stale = new Set<Group>()
  const inOrder = orderedByArticle<readonly QuoteReference[]>(({ 0: first }) => first!.quote)

  /** Takes apart the groups of all touched wordings, and puts together again what belongs together. */
  function regroup(touched: ReadonlySet<Wording>): void {
    const loose = new Set<Wording>()
    for (const wording of touched) {
      loose.add(wording)
      if (!wording.group) continue
      for (const member of wording.group.wordings) loose.add(member)
      forget(wording.group)
    }
    for (const wording of loose) wording.group = null
    for (const wording of loose) {
      eachKey(wording, (key) => {
        for (const neighbour of neighbours(lists.get(key), wording)) {
          if ((!neighbour.group || neighbour.group !== wording.group) && isSame(wording, neighbour))
            unite(groupOf(wording), groupOf(neighbour))
        }
      })
    }
    for (const wording of loose) if (wording.group || wording.quotes.length > 1) stale.add(groupOf(wording))
  }

  function groupOf(wording: Wording): Group {
    return (wording.group ??= { wordings: new Set([wording]), published: undefined })
  }

  function unite(a: Group, b: Group): void {
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
        if (words < fewestWords) continue
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
        if (!wording || wordCount(prints, quote) < fewestWords) continue
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
 * The same for the same words. In a folder of some hundred thousand quotes a few have the hash of all words in common with
 * quite another one, so the number of words and a hash of some of them are asked too: 52 bits, which a number holds exactly.
 */
function wordingKey(prints: QuoteFingerprints, quote: number): number {
  const run = prints[runsOf(prints, quote).from] ?? 0
  return exactHash(prints, quote) * 2 ** 20 + ((run ^ wordCount(prints, quote)) & 0xfffff)
}

function isSame(a: Wording, b: Wording): boolean {
  return Math.min(a.words, b.words) >= shortest * Math.max(a.words, b.words) && containment(a, b) >= sameShare
}

/** A quote and a part of it, marked as a quote of its own, are not the same one again. */
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

/** A fourth of a wording's runs of words, the same fourth in every wording, and the smallest always. */
function eachKey({ prints, from, to }: Wording, visit: (key: number) => void): void {
  for (let at = from; at < to; at++) if (at === from || prints[at]! % 4 === 0) visit(prints[at]!)
}

function insert(lists: Map<number, Wording | Wording[]>, key: number, wording: Wording): readonly Wording[] {
  const list = lists.get(key)
  if (!list) {
    // Most runs occur once: no array for them.
    lists.set(key, wording)
    return []
  }
  const many = Array.isArray(list) ? list : [list]
  many.splice(placeOf(many, wording, compareWordings), 0, wording)
  if (many !== list) lists.set(key, many)
  return neighbours(many, wording)
}

/** Takes a wording out of a list; its neighbours are side by side now. */
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

/** Where an item stands in an ordered list, or would stand. */
function placeOf<T>(list: readonly T[], item: T, compare: (a: T, b: T) => number): number {
  return firstIndex(list.length, (index) => compare(list[index]!, item) >= 0)
}

function compareWordings(a: Wording, b: Wording): number {
  return a.key - b.key
}

function compareQuotes(a: QuotePlace, b: QuotePlace): number {
  return a.summary.id < b.summary.id ? -1 : a.summary.id > b.summary.id ? 1 : a.quote - b.quote
}
