import { entityId, quoteSubjects, type CorpusEntity } from '../corpus'
import {
  asksOfArticles,
  isNamed,
  meetsArticle,
  meetsQuote,
  meetsSpeaker,
  noFacets,
  type Facets,
  type SpeakerFacts,
  type WantedName
} from '../util/facets'
import type { Steps } from '../util/steps'
import { fileName } from '../workspace/fileName'
import type { FolderArticle } from '../workspace/folderArticle'
import type { FolderIndex } from './folderIndex'
import { isInFirstLine, itemsWith, searchedWord, searchTextOf } from './searchTexts'
import { subjectTable } from './subjectTable'

/**
 * What the facets of a filter leave of a folder. Nothing is unpacked but search texts, and these only where words of quotes are asked
 * for. What is asked of a hundred thousand quotes is asked once of each speaker, and of each kind.
 */
export interface FacetsIn {
  article(article: FolderArticle): boolean
  /** Of a quote by its number in the `QuoteTable`, without regard to whom and what it speaks of, and to its article. */
  quote(number: number): boolean
  /** Of an entity, an index of `Corpus.entities`, without regard to its type and its quotes. */
  entity(entity: number): boolean
}

export function facetsIn({ folder, quotes }: FolderIndex, facets: Facets): FacetsIn {
  const { entities } = folder.corpus
  const speakerFacts = (entity: number): SpeakerFacts | null => {
    const found = entities[entity]
    return found
      ? { named: found.named, type: found.type === 'place' ? 'acting-place' : found.type, names: [found.name] }
      : null
  }
  const ofQuotes: Facets = { ...noFacets, kinds: facets.kinds, acts: facets.acts }
  const untyped: Facets = { ...facets, types: [] }
  const outlets = answers((agency: string) => meetsOutlet(facets, agency))
  // Of nobody, -1: at 0.
  const speakers = numberedAnswers(entities.length + 1, (at) => meetsSpeaker(facets, speakerFacts(at - 1)))
  const quoted = answers((kind: string) => {
    const [name, act] = kind.split(' ') as ['direct' | 'indirect' | 'mixed', 'attitude' | 'speech']
    return meetsQuote(ofQuotes, { kind: name, act, speaker: null, words: () => '', mentions: () => false })
  })
  const asks = asksOfArticles(facets)
  return {
    article: (article) =>
      !asks ||
      ((facets.outlets.length === 0 || (article.head.agency !== null && outlets(article.head.agency))) &&
        meetsArticle(
          { ...facets, outlets: [] },
          {
            outlet: null,
            isoDate: article.head.isoDate,
            names: facets.articles.length === 0 ? [] : [article.head.headline ?? '', fileName(article.uri)]
          }
        )),
    quote: (number) =>
      quoted(quotes.isAttitude(number) ? attitudes[quotes.kindOf(number)] : speech[quotes.kindOf(number)]) &&
      speakers(quotes.speakerOf(number) + 1),
    entity: numberedAnswers(entities.length, (entity) => meetsSpeaker(untyped, speakerFacts(entity)))
  }
}

const attitudes = { direct: 'direct attitude', indirect: 'indirect attitude', mixed: 'mixed attitude' } as const
const speech = { direct: 'direct speech', indirect: 'indirect speech', mixed: 'mixed speech' } as const

function meetsOutlet({ outlets }: Facets, outlet: string): boolean {
  return meetsArticle({ ...noFacets, outlets }, { outlet, isoDate: null, names: [] })
}

/**
 * By a quote's number, 1 where it has words of which one is asked for by `about`, or speaks of somebody of that name; undefined where
 * nothing is asked.
 */
export function* quotesAbout(index: FolderIndex, { about }: Facets): Steps<Uint8Array | undefined> {
  if (about.length === 0) return undefined
  const { folder, quotes } = index
  const found = new Uint8Array(quotes.size)
  const wanted = about.map(({ text }) => searchedWord(text))
  for (const [place, article] of folder.articles.entries()) {
    if (place % 8 === 0) yield
    const [start, end] = quotes.rangeOf(place)
    const items = searchTextOf(article).quotes
    for (const find of wanted)
      itemsWith(items, find, (quote, at) => {
        // The quote's own words come first, before its speaker, source and cue.
        if (start + quote < end && isInFirstLine(items, quote, at)) found[start + quote] = 1
      })
  }
  const table = yield* subjectTable(index)
  const { entities } = folder.corpus
  const isWanted = numberedAnswers(entities.length, (entity) =>
    about.some((wanted) => isNamed(wanted, entities[entity]!.name))
  )
  for (let number = 0; number < quotes.size; number++) {
    if (number % 2048 === 0) yield
    if (found[number] === 0)
      table.forEach(number, (entity) => {
        if (isWanted(entity)) found[number] = 1
      })
  }
  return found
}

/** Remembers the answers for numbers from 0 to before `size`. */
function numberedAnswers(size: number, answer: (number: number) => boolean): (number: number) => boolean {
  const unknown = 0
  const known = new Uint8Array(size)
  return (number) => {
    if (known[number] === unknown) known[number] = answer(number) ? 1 : 2
    return known[number] === 1
  }
}

function answers<Key>(answer: (key: Key) => boolean): (key: Key) => boolean {
  const known = new Map<Key, boolean>()
  return (key) => {
    const found = known.get(key) ?? answer(key)
    known.set(key, found)
    return found
  }
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
    for (const { quote, entity } of quoteSubjects(article.subjects)) {
      const found = corpus.entityOf({ article: article.id, entity: entityId(entity) })
      if (!found) continue
      const others = subjects.get(quote)
      if (others) others.push(found)
      else subjects.set(quote, [found])
    }
    return subjects
  }
  return (article, quote, wanted) => {
    if (last?.article !== article) last = { article, subjects: subjectsOf(article) }
    return (last.subjects.get(quote) ?? []).some((entity) => isWanted(entity, wanted))
  }
}
