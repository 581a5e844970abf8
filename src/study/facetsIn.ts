import { eachSubject, entityId, type CorpusEntity } from '../corpus'
import {
  asksOfArticles,
  isNamed,
  meetsArticle,
  meetsQuote,
  meetsSpeaker,
  noFacets,
  type Facets,
  type WantedName
} from '../util/facets'
import type { Steps } from '../util/steps'
import { fileName } from '../workspace/fileName'
import type { FolderArticle } from '../workspace/folderArticle'
import { entitiesNamed, entityColumns, entityTypes } from './entityColumns'
import type { FolderIndex } from './folderIndex'
import { attitudeBit, kindBits, quoteKinds } from './quoteColumns'
import { isInFirstLine, itemsWith, searchedWord, searchTextsOf } from './searchTexts'
import { subjectTable } from './subjectTable'

/** Whether the facets leave an article. */
export function articlesIn(facets: Facets): (article: FolderArticle) => boolean {
  if (!asksOfArticles(facets)) return () => true
  const others: Facets = { ...facets, outlets: [] }
  const outlets = answers((outlet: string) =>
    meetsArticle({ ...noFacets, outlets: facets.outlets }, { outlet, isoDate: null, names: [] })
  )
  return ({ head: { agency, isoDate, headline }, uri }) =>
    (facets.outlets.length === 0 || (agency !== null && outlets(agency))) &&
    meetsArticle(others, {
      ...{ outlet: null, isoDate },
      names: facets.articles.length === 0 ? [] : [headline ?? '', fileName(uri)]
    })
}

function answers<Key>(answer: (key: Key) => boolean): (key: Key) => boolean {
  const known = new Map<Key, boolean>()
  return (key) => {
    const found = known.get(key) ?? answer(key)
    known.set(key, found)
    return found
  }
}

/**
 * Which quotes the facets leave, without regard to their articles: by number in the `QuoteTable`, 1 for those. Nothing is unpacked but
 * search texts, and these only where words of quotes are asked for.
 */
export function* quotesIn(index: FolderIndex, facets: Facets): Steps<Uint8Array> {
  const { flags, speakers } = index.quotes.columns
  const ofSpeakers = yield* speakersIn(index, facets)
  const ofFlags = Uint8Array.from({ length: 2 * attitudeBit }, (_, bits) => (meetsFlags(facets, bits) ? 1 : 0))
  const left = (yield* quotesAbout(index, facets)) ?? new Uint8Array(flags.length).fill(1)
  for (let start = 0; start < left.length; start += chunk) {
    yield
    keep(start, Math.min(left.length, start + chunk))
  }
  return left

  function keep(start: number, end: number): void {
    for (let number = start; number < end; number++)
      left[number]! &= ofFlags[flags[number]!]! & ofSpeakers[speakers[number]! + 1]!
  }
}

/** Which entities the facets leave, without regard to their types and their quotes: 1 for those. */
export function* entitiesIn(index: FolderIndex, facets: Facets): Steps<Uint8Array> {
  return (yield* speakersIn(index, { ...facets, types: [] })).subarray(1)
}

/** Numbers that are looked at without a rest. */
const chunk = 1 << 15

function meetsFlags({ kinds, acts }: Facets, bits: number): boolean {
  return meetsQuote(
    { ...noFacets, kinds, acts },
    {
      kind: quoteKinds[bits & kindBits] ?? 'direct',
      act: (bits & attitudeBit) > 0 ? 'attitude' : 'speech',
      speaker: null,
      words: () => '',
      mentions: () => false
    }
  )
}

/** Which speakers the facets leave: 1 for those, by index of `Corpus.entities`, plus 1; before them for nobody. */
function* speakersIn(index: FolderIndex, { named, types, sources }: Facets): Steps<Uint8Array> {
  const asked: Facets = { ...noFacets, named, types }
  const columns = yield* entityColumns(index)
  const left = new Uint8Array(columns.types.length + 1)
  left[0] = meetsSpeaker({ ...asked, sources }, null) ? 1 : 0
  const ofEach = [0, 1].flatMap((isNamed) =>
    entityTypes.map((type) =>
      meetsSpeaker(asked, { named: isNamed === 1, type: type === 'place' ? 'acting-place' : type, names: [] }) ? 1 : 0
    )
  )
  const ofNames = sources.length === 0 ? undefined : yield* entitiesNamed(index, sources)
  for (let start = 0; start < columns.types.length; start += chunk) {
    yield
    take(start, Math.min(columns.types.length, start + chunk))
  }
  return left

  function take(start: number, end: number): void {
    for (let entity = start; entity < end; entity++)
      left[entity + 1] =
        ofEach[columns.types[entity]! + columns.named[entity]! * entityTypes.length]! & (ofNames?.[entity] ?? 1)
  }
}

/**
 * By a quote's number, 1 where it speaks of somebody of a name that `about` asks for, or has words that are asked for as no whole name;
 * undefined where nothing is asked.
 */
function* quotesAbout(index: FolderIndex, { about }: Facets): Steps<Uint8Array | undefined> {
  if (about.length === 0) return undefined
  const { quotes } = index
  const words = about.filter(({ isWhole }) => !isWhole)
  const found = words.length > 0 ? yield* quotesWith(index, words) : new Uint8Array(quotes.size)
  const table = yield* subjectTable(index)
  const named = yield* entitiesNamed(index, about)
  for (let start = 0; start < quotes.size; start += chunk) {
    yield
    table.mark(named, start, Math.min(quotes.size, start + chunk), found)
  }
  return found
}

/** By a quote's number, 1 where its own words have one of those. Unpacks search texts. */
function* quotesWith(index: FolderIndex, words: readonly WantedName[]): Steps<Uint8Array> {
  const { quotes, folder } = index
  const found = new Uint8Array(quotes.size)
  const wanted = words.map(({ text }) => searchedWord(text))
  const texts = searchTextsOf(index)
  for (let place = 0; place < folder.articles.length; place++) {
    if (place % 8 === 0) yield
    const [start, end] = quotes.rangeOf(place)
    const items = texts(place).quotes
    for (const find of wanted)
      itemsWith(items, find, (quote, at) => {
        // The quote's own words come first, before its speaker, source and cue.
        if (start + quote < end && isInFirstLine(items, quote, at)) found[start + quote] = 1
      })
  }
  return found
}

/** Whether a quote speaks of somebody of a name, by whatever words. Asked for the quotes of one article after the other. */
export function mentionsIn({
  corpus
}: Pick<FolderIndex['folder'], 'corpus'>): (article: FolderArticle, quote: number, wanted: WantedName) => boolean {
  let last:
    { readonly article: FolderArticle; readonly subjects: ReadonlyMap<number, readonly CorpusEntity[]> } | undefined
  const known = new Map<WantedName, Map<CorpusEntity, boolean>>()
  function isWanted(entity: CorpusEntity, wanted: WantedName): boolean {
    const asked = known.get(wanted) ?? new Map<CorpusEntity, boolean>()
    known.set(wanted, asked)
    const answer = asked.get(entity) ?? isNamed(wanted, entity.name)
    asked.set(entity, answer)
    return answer
  }
  function subjectsOf(article: FolderArticle): ReadonlyMap<number, readonly CorpusEntity[]> {
    const subjects = new Map<number, CorpusEntity[]>()
    eachSubject(article.subjects, (quote, entity) => {
      const found = corpus.entityOf({ article: article.id, entity: entityId(entity) })
      if (!found) return
      const others = subjects.get(quote)
      if (others) others.push(found)
      else subjects.set(quote, [found])
    })
    return subjects
  }
  return (article, quote, wanted) => {
    if (last?.article !== article) last = { article, subjects: subjectsOf(article) }
    return (last.subjects.get(quote) ?? []).some((entity) => isWanted(entity, wanted))
  }
}
