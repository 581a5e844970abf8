import { quoteFacts } from '../corpus'
import { meetsArticle, meetsQuote, meetsSpeaker, type Facets, type SpeakerFacts } from '../util/facets'
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
  const speakerFacts = (entity: number): SpeakerFacts | null => {
    const found = entities[entity]
    return found
      ? { named: found.named, type: found.type === 'place' ? 'acting-place' : found.type, names: [found.name] }
      : null
  }
  const untyped: Facets = { ...facets, types: [] }
  return {
    article: (article) =>
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
          words: () => searchTextOf(article).quotes.split('\0')[quote]?.split('\n')[0] ?? ''
        })
      )
    },
    entity: (entity) => meetsSpeaker(untyped, speakerFacts(entity))
  }
}
