import { asksOfArticles, asksOfQuotes, hasFacets } from '../util/facets'
import { asksOfDecisions, meetsConditions, type FilterQuery } from '../util/filterQuery'
import type { Steps } from '../util/steps'
import type { DecidedArticle } from './decided/decidedArticle'
import { factStates } from './decided/factStates'
import { judged } from './decided/judged'
import { articlesIn, entitiesIn, quotesIn } from './facetsIn'
import type { FolderIndex } from './folderIndex'
import type { FolderMarks } from './folderMarks'
import type { WordFinder } from '../util/wordFinder'
import { listedBit, type QuoteColumns } from './quoteColumns'
import { itemsWith, searchedWord, searchTextsOf } from './searchTexts'

/** What matches a filter. */
export interface Found {
  /** By index of `Corpus.entities`: 1 if it matches, otherwise 0. */
  readonly entities: Uint8Array
  /** By a quote's number: the same. */
  readonly quotes: Uint8Array
}

/**
 * Looks through a folder in small steps, over columns of numbers: every letter of a filter goes through a hundred thousand quotes.
 * `query` has at most 30 words.
 */
export function* searchFolder(index: FolderIndex, query: FilterQuery, marks: FolderMarks): Steps<Found> {
  const { folder, quotes, members } = index
  const { words, facets } = query
  const { corpus } = folder
  const finders = words.map(searchedWord)
  const isIn = articlesIn(facets)
  const asksFacets = hasFacets(facets)
  /** By a quote's number, 1 where the facets leave it. */
  const allowed = asksFacets ? yield* quotesIn(index, facets) : new Uint8Array(quotes.size).fill(1)
  const matching = new Uint8Array(quotes.size)
  /** The words that an entity has in any of its articles, as bits. */
  const wordsSeen = new Int32Array(words.length === 0 ? 0 : corpus.entities.length)
  /** Entities that meet the conditions in any of their articles. */
  const meeting = new Uint8Array(corpus.entities.length)
  /** Nothing is asked but of quotes: everybody is left who says one of those. */
  const isOfAll = words.length === 0 && !asksOfDecisions(query) && asksFacets && !asksOfArticles(facets)
  const texts = searchTextsOf(index)

  if (isOfAll) matching.set(allowed)
  for (let place = 0; place < folder.articles.length && !isOfAll; place++) {
    if (place % 4 === 0) yield
    const article = folder.articles[place]!
    const meets = conditionsIn(article, query, marks)
    if (meets === 'none' || !isIn(article)) continue
    const [start, end] = quotes.rangeOf(place)
    const takeEntity = (item: number) => {
      const entity = members.entityAt(place, item)
      if (entity >= 0 && (meets === 'all' || meets.entity(item))) meeting[entity] = 1
      return entity
    }
    const takeQuote = (item: number) => {
      const number = start + item
      if (number < end && allowed[number] === 1 && (meets === 'all' || meets.quote(item))) matching[number] = 1
    }
    if (words.length === 0) {
      for (let item = 0; item < members.count(place); item++) takeEntity(item)
      for (let item = 0; item < end - start; item++) takeQuote(item)
      continue
    }
    const text = texts(place)
    for (let bit = 0; bit < words.length; bit++)
      itemsWith(text.entities, finders[bit]!, (item) => {
        const entity = takeEntity(item)
        if (entity >= 0) wordsSeen[entity]! |= 1 << bit
      })
    itemsWithAll(text.quotes, finders, takeQuote)
  }

  if (words.length > 0) keepThoseWith(2 ** words.length - 1, wordsSeen, meeting)
  return {
    entities: asksFacets ? yield* entitiesLeft(index, isOfAll ? undefined : meeting, query, matching) : meeting,
    quotes: matching
  }
}

function keepThoseWith(allWords: number, wordsSeen: Int32Array, meeting: Uint8Array): void {
  for (let entity = 0; entity < wordsSeen.length; entity++) if (wordsSeen[entity] !== allWords) meeting[entity] = 0
}

type Items = Parameters<typeof itemsWith>[0]

/** Tells the items that have all of the words. */
function itemsWithAll(items: Items, words: readonly WordFinder[], tell: (item: number) => void): void {
  const [only, ...others] = words
  if (only && others.length === 0) {
    itemsWith(items, only, tell)
    return
  }
  let left: readonly number[] | undefined
  for (const word of words) {
    const known = left
    const found: number[] = []
    let at = 0
    itemsWith(items, word, (item) => {
      if (!known) found.push(item)
      while (known && at < known.length && known[at]! < item) at++
      if (known?.[at] === item) found.push(item)
    })
    left = found
    if (found.length === 0) return
  }
  left?.forEach((item) => tell(item))
}

/** Those of the entities, of all without them, that the facets leave: where these ask for quotes, who says one that was found. */
function* entitiesLeft(
  index: FolderIndex,
  found: Uint8Array | undefined,
  { facets }: FilterQuery,
  matching: Uint8Array
): Steps<Uint8Array> {
  const left = yield* entitiesIn(index, facets)
  const speaking = asksOfQuotes(facets) ? speakersOf(index.quotes.columns, matching, left.length) : undefined
  yield
  for (const marked of [found, speaking]) if (marked) keepMarked(left, marked)
  return left
}

/** By index of `Corpus.entities`, 1 for who says a listed quote of those that are marked. */
function speakersOf({ flags, speakers }: QuoteColumns, marked: Uint8Array, size: number): Uint8Array {
  const speaking = new Uint8Array(size)
  for (let number = 0; number < marked.length; number++)
    if (marked[number] === 1 && (flags[number]! & listedBit) > 0 && speakers[number]! >= 0)
      speaking[speakers[number]!] = 1
  return speaking
}

function keepMarked(left: Uint8Array, marked: Uint8Array): void {
  for (let entity = 0; entity < left.length; entity++) left[entity]! &= marked[entity]!
}

/** Which facts of an article meet the conditions of a query: indexes of `Analysis.entities` and `Analysis.quotes`. */
interface Meeting {
  entity(index: number): boolean
  quote(index: number): boolean
}

/** An article on which nobody has decided anything has mere suggestions, and is not unpacked for that. */
function conditionsIn(article: DecidedArticle, query: FilterQuery, marks: FolderMarks): Meeting | 'all' | 'none' {
  if (!asksOfDecisions(query)) return 'all'
  const { codebook } = marks
  if (!marks.isDecided(article.id)) return meetsConditions(query, judged(undefined, codebook)) ? 'all' : 'none'
  const { analysis } = article
  const states = factStates(article)
  return {
    entity: (index) => {
      const entity = analysis.entities[index]
      return entity !== undefined && meetsConditions(query, judged(states.entity(entity, entity.mentions), codebook))
    },
    quote: (index) => meetsConditions(query, judged(states.quote(index), codebook))
  }
}
