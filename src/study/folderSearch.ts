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
import { searchedWord, searchTextsOf, type SearchedArticle, type SearchedItems } from './searchTexts'

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
  const { folder, quotes } = index
  const { words, facets } = query
  const isIn = articlesIn(facets)
  const asksFacets = hasFacets(facets)
  const asksDecisions = asksOfDecisions(query)
  const allowed = asksFacets ? yield* quotesIn(index, facets) : new Uint8Array(quotes.size).fill(1)
  const search = searchOver(index, words.map(searchedWord), allowed)
  const { matching, meeting } = search
  /** Nothing is asked but of quotes: everybody is left who says one of those. */
  const isOfAll = words.length === 0 && !asksDecisions && asksFacets && !asksOfArticles(facets)
  const texts = searchTextsOf(index)

  if (isOfAll) matching.set(allowed)
  for (let start = 0; start < folder.articles.length && !isOfAll; start += articlesPerStep) {
    yield
    searchArticles(start, Math.min(folder.articles.length, start + articlesPerStep))
  }

  if (words.length > 0) keepThoseWith(2 ** words.length - 1, search.wordsSeen, meeting)
  return {
    entities: asksFacets ? yield* entitiesLeft(index, isOfAll ? undefined : meeting, query, matching) : meeting,
    quotes: matching
  }

  function searchArticles(from: number, to: number): void {
    for (let place = from; place < to; place++) {
      const article = folder.articles[place]!
      const meets = asksDecisions ? conditionsIn(article, query, marks) : 'all'
      if (meets === 'none' || !isIn(article)) continue
      if (meets !== 'all') leaveMeeting(search, place, meets)
      if (words.length === 0) takeArticle(search, place)
      else searchArticle(search, place, texts(place))
    }
  }
}

/** Few, because the first filter unpacks them; and not one, because V8 takes long to compile a generator that goes on often. */
const articlesPerStep = 8

/** What is known of quotes (by number), of entities (by index of `Corpus.entities`), and of the articles' entities (`EntityTable`). */
interface Search extends Pick<FolderIndex, 'quotes' | 'members'> {
  readonly words: readonly WordFinder[]
  /** Quotes that nothing but words may leave out: 1 for those. */
  readonly allowed: Uint8Array
  /** Of each quote the number of words that it has, counted up to the first that it has not. */
  readonly wordsMet: Uint8Array
  /** Quotes that were found. */
  readonly matching: Uint8Array
  /** Entities of articles that meet the conditions there. */
  readonly allowedEntities: Uint8Array
  /** The words that an entity has in any of its articles, as bits. */
  readonly wordsSeen: Int32Array
  /** Entities that meet the conditions in any of their articles. */
  readonly meeting: Uint8Array
}

function searchOver({ quotes, members, rows }: FolderIndex, words: readonly WordFinder[], allowed: Uint8Array): Search {
  return {
    ...{ quotes, members, words, allowed },
    wordsMet: new Uint8Array(words.length === 0 ? 0 : quotes.size),
    matching: new Uint8Array(quotes.size),
    allowedEntities: new Uint8Array(members.entities.length).fill(1),
    wordsSeen: new Int32Array(words.length === 0 ? 0 : rows.length),
    meeting: new Uint8Array(rows.length)
  }
}

/** Leaves of an article what meets the conditions. */
function leaveMeeting({ quotes, members, allowed, allowedEntities }: Search, article: number, meets: Meeting): void {
  const [firstQuote, lastQuote] = quotes.rangeOf(article)
  for (let number = firstQuote; number < lastQuote; number++) if (!meets.quote(number - firstQuote)) allowed[number] = 0
  const [first, last] = members.rangeOf(article)
  for (let at = first; at < last; at++) if (!meets.entity(at - first)) allowedEntities[at] = 0
}

/** Takes all of an article that is allowed. */
function takeArticle({ quotes, members, allowed, matching, allowedEntities, meeting }: Search, article: number): void {
  const [firstQuote, lastQuote] = quotes.rangeOf(article)
  for (let number = firstQuote; number < lastQuote; number++) matching[number] = allowed[number]!
  const [first, last] = members.rangeOf(article)
  const { entities } = members
  for (let at = first; at < last; at++) if (entities[at]! >= 0) meeting[entities[at]!]! |= allowedEntities[at]!
}

/** Takes what has the words. */
function searchArticle(search: Search, article: number, text: SearchedArticle): void {
  const { quotes, members, words } = search
  const [first, last] = members.rangeOf(article)
  for (let bit = 0; bit < words.length; bit++) markEntities(search, text.entities, words[bit]!, 1 << bit, first, last)
  const [firstQuote, lastQuote] = quotes.rangeOf(article)
  for (let word = 0; word < words.length; word++)
    if (!markQuotes(search, text.quotes, words[word]!, word, firstQuote, lastQuote)) return
  takeQuotes(search, firstQuote, lastQuote)
}

/** A plain loop, as `markQuotes`: a function that is told each item would be called half a million times a letter. */
function markEntities(
  { members: { entities }, allowedEntities, wordsSeen, meeting }: Search,
  { bytes, ends }: SearchedItems,
  find: WordFinder,
  bit: number,
  first: number,
  last: number
): void {
  let at = first
  for (let place = find(bytes, 0); place >= 0; place = find(bytes, ends[at - first]! + 1)) {
    while (ends[at - first]! < place) at++
    if (at >= last || at - first >= ends.length) return
    const entity = entities[at]!
    if (entity < 0) continue
    wordsSeen[entity]! |= bit
    meeting[entity]! |= allowedEntities[at]!
  }
}

/** Counts up the quotes that have a word after all words before it; tells whether there is any. */
function markQuotes(
  { wordsMet }: Search,
  { bytes, ends }: SearchedItems,
  find: WordFinder,
  word: number,
  first: number,
  last: number
): boolean {
  let isAny = false
  let number = first
  for (let place = find(bytes, 0); place >= 0; place = find(bytes, ends[number - first]! + 1)) {
    while (ends[number - first]! < place) number++
    if (number >= last || number - first >= ends.length) break
    if (wordsMet[number] !== word) continue
    wordsMet[number] = word + 1
    isAny = true
  }
  return isAny
}

function takeQuotes({ words, allowed, wordsMet, matching }: Search, first: number, last: number): void {
  for (let number = first; number < last; number++)
    if (wordsMet[number] === words.length) matching[number] = allowed[number]!
}

function keepThoseWith(allWords: number, wordsSeen: Int32Array, meeting: Uint8Array): void {
  for (let entity = 0; entity < wordsSeen.length; entity++) if (wordsSeen[entity] !== allWords) meeting[entity] = 0
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
