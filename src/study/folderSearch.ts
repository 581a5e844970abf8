import { asksOfQuotes, hasFacets } from '../util/facets'
import { asksOfDecisions, meetsConditions, type FilterQuery } from '../util/filterQuery'
import type { Steps } from '../util/steps'
import type { DecidedArticle } from './decided/decidedArticle'
import { factStates } from './decided/factStates'
import { judged } from './decided/judged'
import { facetsIn, quotesAbout } from './facetsIn'
import type { FolderIndex } from './folderIndex'
import type { FolderMarks } from './folderMarks'
import type { WordFinder } from '../util/wordFinder'
import { itemsWith, searchedWord, searchTextOf } from './searchTexts'

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
  const inFacets = facetsIn(index, facets)
  const about = yield* quotesAbout(index, facets)
  const asksFacets = hasFacets(facets)
  const matching = new Uint8Array(quotes.size)
  /** The words that an entity has in any of its articles, as bits. */
  const wordsSeen = new Int32Array(words.length === 0 ? 0 : corpus.entities.length)
  /** Entities that meet the conditions in any of their articles. */
  const meeting = new Uint8Array(corpus.entities.length)
  /** Nothing is asked but of quotes: everybody is left who says one of those. */
  const isOfAll =
    words.length === 0 &&
    !asksOfDecisions(query) &&
    asksFacets &&
    facets.outlets.length + facets.dates.length + facets.articles.length === 0

  for (const [place, article] of folder.articles.entries()) {
    if (place % 4 === 0) yield
    const meets = conditionsIn(article, query, marks)
    if (meets === 'none' || !inFacets.article(article)) continue
    const [start, end] = quotes.rangeOf(place)
    const takeEntity = (item: number) => {
      const entity = members.entityAt(place, item)
      if (entity >= 0 && (meets === 'all' || meets.entity(item))) meeting[entity] = 1
      return entity
    }
    const takeQuote = (item: number) => {
      const number = start + item
      if (number >= end || (asksFacets && !inFacets.quote(number)) || about?.[number] === 0) return
      if (meets === 'all' || meets.quote(item)) matching[number] = 1
    }
    if (words.length === 0) {
      for (let item = isOfAll ? Infinity : 0; item < members.count(place); item++) takeEntity(item)
      for (let item = 0; item < end - start; item++) takeQuote(item)
      continue
    }
    const text = searchTextOf(article)
    for (let bit = 0; bit < words.length; bit++)
      itemsWith(text.entities, finders[bit]!, (item) => {
        const entity = takeEntity(item)
        if (entity >= 0) wordsSeen[entity]! |= 1 << bit
      })
    itemsWithAll(text.quotes, finders, takeQuote)
  }

  const allWords = 2 ** words.length - 1
  for (let entity = 0; entity < wordsSeen.length; entity++) if (wordsSeen[entity] !== allWords) meeting[entity] = 0
  return {
    entities: asksFacets ? yield* entitiesIn(index, isOfAll ? undefined : meeting, query, matching) : meeting,
    quotes: matching
  }
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
function* entitiesIn(
  index: FolderIndex,
  found: Uint8Array | undefined,
  { facets }: FilterQuery,
  matching: Uint8Array
): Steps<Uint8Array> {
  const { quotes, folder } = index
  const size = folder.corpus.entities.length
  const speaking = new Uint8Array(size)
  for (let number = 0; number < matching.length; number++) {
    if (number % 4096 === 0) yield
    if (matching[number] === 0 || !quotes.isListed(number)) continue
    const speaker = quotes.speakerOf(number)
    if (speaker >= 0) speaking[speaker] = 1
  }
  const inFacets = facetsIn(index, facets)
  const asks = asksOfQuotes(facets)
  const left = new Uint8Array(size)
  for (let entity = 0; entity < size; entity++) {
    if (entity % 1024 === 0) yield
    if (found?.[entity] === 0 || (asks && speaking[entity] === 0)) continue
    if (inFacets.entity(entity)) left[entity] = 1
  }
  return left
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
