import { entityId, quoteFacts, quoteSubjects, type CorpusEntity } from '../corpus'
import {
  isNamed,
  meetsArticle,
  meetsQuote,
  meetsSpeaker,
  type Facets,
  type SpeakerFacts,
  type WantedName
} from '../util/facets'
import { fileName } from '../workspace/fileName'
import type { FolderArticle } from '../workspace/folderArticle'
import type { FolderIndex } from './folderIndex'
import { searchTextOf } from './searchTexts'

/** What the facets of a filter leave of a folder. Nothing is unpacked but search texts, and these only where words of quotes are asked for. */
export interface FacetsIn {
  article(article: FolderArticle): boolean
  /** Of a quote by its number in the `QuoteTable`, an index of its article's quotes; the article itself is another matter. */
  quote(number: number, article: FolderArticle, quote: number): boolean
  /** Of an entity, an index of `Corpus.entities`, without regard to its type and its quotes. */
  entity(entity: number): boolean
}

export function facetsIn({ folder, quotes }: FolderIndex, facets: Facets): FacetsIn {
  const { entities } = folder.corpus
  /** By index of the corpus's entities: a source may have thousands of quotes. */
  const knownSpeakers: SpeakerFacts[] = []
  const speakerFacts = (entity: number): SpeakerFacts | null => {
    const found = entities[entity]
    if (!found) return null
    return (knownSpeakers[entity] ??= {
      named: found.named,
      type: found.type === 'place' ? 'acting-place' : found.type,
      names: [found.name]
    })
  }
  const mentions = mentionsIn(folder)
  const untyped: Facets = { ...facets, types: [] }
  const asksOfArticles = facets.outlets.length + facets.dates.length + facets.articles.length > 0
  return {
    article: (article) =>
      !asksOfArticles ||
      meetsArticle(facets, {
        outlet: article.head.agency,
        isoDate: article.head.isoDate,
        names: [article.head.headline ?? '', fileName(article.uri)]
      }),
    quote(number, article, quote) {
      const facts = quoteFacts(article.digest, quote)
      return (
        facts !== undefined &&
        meetsQuote(facets, {
          kind: facts.kind,
          act: facts.isAttitude ? 'attitude' : 'speech',
          speaker: speakerFacts(quotes.speakerOf(number)),
          words: () => searchTextOf(article).quotes.split('\0')[quote]?.split('\n')[0] ?? '',
          mentions: (wanted) => mentions(article, quote, wanted)
        })
      )
    },
    entity: (entity) => meetsSpeaker(untyped, speakerFacts(entity))
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
