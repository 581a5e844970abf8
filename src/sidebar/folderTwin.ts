import type { Corpus, CorpusEntity } from '../corpus'
import type { SidebarArticle, SidebarFolder } from './sources'
import { surface } from './surface'

/** The article in the editor as the folder knows it. While it is being edited, the folder's reading may be older. */
export interface FolderTwin {
  /** Who an entity of the article is in the folder. */
  corpusEntity(entity: string): CorpusEntity | undefined
  /** Which quote of the folder's reading is this quote of the article. */
  folderQuote(quote: number): number | undefined
  /** The other way round. */
  ownQuote(quote: number): number | undefined
}

/** Undefined when the article does not belong to the folder. The same text has the same analysis; where the folder's reading is older, the same names and quotes are found by their text. */
export function folderTwin(article: SidebarArticle, folder: SidebarFolder): FolderTwin | undefined {
  const twin = folder.articles.find(({ uri }) => uri === article.uri)
  if (!twin) return undefined
  const byMember = membersOf(folder.corpus, twin.uri)
  if (twin.text === article.text) {
    return { corpusEntity: (entity) => byMember.get(entity), folderQuote: (quote) => quote, ownQuote: (quote) => quote }
  }
  const names = new Map(article.analysis.entities.map(({ id, type, name }) => [id, `${type} ${name}`]))
  const byName = new Map(twin.analysis.entities.map(({ id, type, name }) => [`${type} ${name}`, byMember.get(id)]))
  const there = quotesByText(twin)
  const here = quotesByText(article)
  return {
    corpusEntity: (entity) => byName.get(names.get(entity) ?? ''),
    folderQuote: (quote) => there.index.get(here.text[quote] ?? ''),
    ownQuote: (quote) => here.index.get(there.text[quote] ?? '')
  }
}

function membersOf(corpus: Corpus, uri: string): ReadonlyMap<string, CorpusEntity> {
  const members = new Map<string, CorpusEntity>()
  for (const entity of corpus.entities) {
    for (const member of entity.members) if (member.article === uri) members.set(member.entity, entity)
  }
  return members
}

/** A quote's text, with a number from its second occurrence on, both ways. */
function quotesByText(article: SidebarArticle): {
  readonly text: readonly string[]
  readonly index: ReadonlyMap<string, number>
} {
  const index = new Map<string, number>()
  const text = article.analysis.quotes.map((quote, position) => {
    const plain = surface(article, quote.content)
    let key = plain
    for (let use = 2; index.has(key); use++) key = `${plain} #${use}`
    index.set(key, position)
    return key
  })
  return { text, index }
}
