import { disjointSets, type DisjointSets } from '../util/disjointSets'
import { sortInSteps } from '../util/sortInSteps'
import { containment, type Stretch } from './fingerprint'
import type { QuoteReference } from './corpus'
import { orderedByArticle } from './orderedByArticle'
import { endOf, quoteCount, startOf, wordCount, type QuoteFingerprints } from './quoteFingerprints'
import type { ArticleSummary } from './summary'
import type { Steps } from '../util/steps'
import { wordingLists } from './wordingLists'
import { wordingTable, type QuotePlace } from './wordingTable'

/** Finds reused quotes in articles that are added and removed. */
export interface ReuseIndex {
  add(summary: QuotedSummary): void
  /** Removes an article, by its id; does nothing when there is none. */
  remove(article: string): void
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
export const minimumWords = 5
/** At least this share of the shorter quote's runs of words must be in the longer one. */
const minimumContainment = 0.8
/** The shorter quote has at least this share of the longer one's words. */
const minimumLengthRatio = 0.5

/**
 * All quotes of exactly the same words: a row of `wordingTable`. Wordings are compared, not quotes, so that an agency text is compared
 * once however often it is printed.
 */
type Wording = number

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
  const wordings = wordingTable()
  const lists = wordingLists(wordings)
  /** Wordings whose neighbours changed, and groups that lost one: their groups must be built again. */
  const touched = new Set<Wording>()
  const torn = new Set<Group>()
  /** The group of each wording that belongs to one, as most do not. */
  const groups = new Map<Wording, Group>()
  const groupOf = (wording: Wording) => groups.get(wording)
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
        if (!found.has(wording)) for (const member of groupOf(wording)?.wordings ?? [wording]) found.add(member)
      }
      for (const { wordings: members } of torn) for (const member of members) found.add(member)
      for (const wording of touched) include(wording)
      let work = 0
      for (const wording of found.items()) {
        const runs = wordings.runs(wording)
        work += runs.to - runs.from
        for (const neighbour of lists.neighbours(wording)) {
          if (found.has(neighbour) && found.areJoined(wording, neighbour)) continue
          const others = wordings.runs(neighbour)
          work += others.to - others.from
          if (!isSameWording(wordings.words(wording), runs, wordings.words(neighbour), others)) continue
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
      const group = groupOf(wording)
      if (group) forget(group)
      groups.delete(wording)
    }
    for (const members of found.sets()) {
      if (members.length === 1 && !wordings.hasSeveral(members[0]!)) continue
      const group: Group = { wordings: new Set(members), published: undefined }
      for (const member of members) groups.set(member, group)
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
    const places = [...group.wordings].flatMap((wording) => [...wordings.quotes(wording)])
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
    add({ id, quotes: prints }) {
      const article = wordings.addArticle(id, prints)
      for (let quote = 0; quote < quoteCount(prints); quote++) {
        if (wordCount(prints, quote) < minimumWords) continue
        changes++
        const { wording, isNew } = wordings.addQuote(article, quote)
        const group = groupOf(wording)
        if (group) stale.add(group)
        else touched.add(wording)
        if (!isNew) continue
        lists.add(wording)
        // Two that were neighbours until now may be the same only by way of each other.
        for (const neighbour of lists.neighbours(wording))
          if ((groupOf(neighbour)?.wordings.size ?? 0) > 1) touched.add(neighbour)
      }
    },
    remove(id) {
      const article = wordings.article(id)
      if (!article) return
      for (let quote = 0; quote < quoteCount(article.prints); quote++) {
        const wording = wordings.removeQuote(article, quote)
        if (wording === undefined) continue
        changes++
        const group = groupOf(wording)
        if (wordings.has(wording)) {
          if (group) stale.add(group)
          continue
        }
        touched.delete(wording)
        if (group) {
          group.wordings.delete(wording)
          groups.delete(wording)
          torn.add(group)
        }
        // These become neighbours of each other.
        for (const neighbour of lists.neighbours(wording)) touched.add(neighbour)
        lists.remove(wording)
        wordings.forget(wording)
      }
      wordings.removeArticle(article)
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

/** Whether two wordings are versions of the same quote. */
export function isSameWording(wordsOfA: number, a: Stretch, wordsOfB: number, b: Stretch): boolean {
  return (
    Math.min(wordsOfA, wordsOfB) >= minimumLengthRatio * Math.max(wordsOfA, wordsOfB) &&
    containment(a, b) >= minimumContainment
  )
}

/** Leaves out quotes that overlap the one before: a quote and a part of it in the same place are not reuse. */
function withoutOverlaps(places: readonly QuotePlace[]): readonly QuoteReference[] {
  const kept: QuotePlace[] = []
  for (const place of places) {
    const last = kept.at(-1)
    if (last?.article === place.article && overlap(place.article.prints, last.quote, place.quote)) continue
    kept.push(place)
  }
  return kept.map(({ article, quote }) => ({ article: article.id, quote }))
}

function overlap(prints: QuoteFingerprints, a: number, b: number): boolean {
  return startOf(prints, a) < endOf(prints, b) && startOf(prints, b) < endOf(prints, a)
}

function compareQuotes(a: QuotePlace, b: QuotePlace): number {
  return a.article.id < b.article.id ? -1 : a.article.id > b.article.id ? 1 : a.quote - b.quote
}
