import {
  languages,
  Location,
  SymbolInformation,
  workspace,
  type CancellationToken,
  type Disposable,
  type LogOutputChannel
} from 'vscode'
import type { AnalyzedText } from '../analysis'
import type { CorpusEntity, EntityReference } from '../corpus'
import { workSlices } from '../util/slices'
import type { ArticleDocuments, OpenArticle } from '../workspace/articleDocuments'
import type { ArticleFolder } from '../workspace/articleFolder'
import { l10n } from '../workspace/l10n'
import { definingMention } from './entityAt'
import { analyzeOpenArticles } from './freshCorpus'
import { guarded } from './guard'
import { excerpt } from './markdownText'
import { rangeInText } from './rangeInText'
import { searchEntities } from './symbolQuery'
import { symbolKind } from './symbolKinds'
import { entityTypeName } from './vocabulary'

/** An article, open or of the folder, with its URI. */
type LocatedArticle = AnalyzedText & Pick<OpenArticle, 'uri'>

/** The most results of a query. A longer list is of no use, and VS Code asks again after each letter. */
const mostSymbols = 200

/**
 * Go to Symbol in Workspace: the entities of the analyzed folder; before it is analyzed, those of the open articles.
 */
export function registerWorkspaceSymbols(
  documents: ArticleDocuments,
  folder: ArticleFolder,
  log: LogOutputChannel
): Disposable {
  async function search(query: string, token: CancellationToken): Promise<SymbolInformation[]> {
    await analyzeOpenArticles(documents, folder, token)
    if (token.isCancellationRequested) return []
    const snapshot = folder.snapshot()
    const open = snapshot ? new Map<string, OpenArticle>() : openArticles(documents)
    const articleOf = (id: string) => snapshot?.article(id) ?? open.get(id)
    const symbols: SymbolInformation[] = []
    const slices = workSlices()
    for (const entity of searchEntities(
      snapshot?.corpus ?? { entities: [...open].flatMap(ownEntities) },
      query,
      mostSymbols
    )) {
      await slices.rest()
      if (token.isCancellationRequested) return []
      const symbol = symbolOf(entity, articleOf)
      if (symbol) symbols.push(symbol)
    }
    return symbols
  }

  return languages.registerWorkspaceSymbolProvider({
    provideWorkspaceSymbols: (query, token) => guarded(log, 'Go to Symbol in Workspace', () => search(query, token))
  })
}

function openArticles(documents: ArticleDocuments): ReadonlyMap<string, OpenArticle> {
  const analyzed = workspace.textDocuments.flatMap(({ uri }) => documents.peek(uri) ?? [])
  return new Map(analyzed.map((article) => [article.id, article]))
}

/** An article's entities as corpus entities of this article alone. */
function ownEntities([article, { analysis }]: readonly [string, OpenArticle]): readonly CorpusEntity[] {
  const quoted = new Map(
    analysis.links.map(({ speaker, quotes }) => [speaker, quotes.map((quote) => ({ article, quote }))])
  )
  return analysis.entities.map(({ id, name, type, named }) => ({
    id: `${article} ${id}`,
    name,
    type,
    named,
    members: [{ article, entity: id }],
    quotes: quoted.get(id) ?? []
  }))
}

/** The symbol of an entity, located at its defining mention in its first article. */
function symbolOf(
  { name, type, members }: CorpusEntity,
  articleOf: (id: string) => LocatedArticle | undefined
): SymbolInformation | undefined {
  const articles = new Set(members.map(({ article }) => article)).size
  const container =
    articles === 1 ? entityTypeName(type) : l10n.t('{0}, in {1} articles', entityTypeName(type), articles)
  for (const member of members) {
    const location = placeOf(member, articleOf)
    if (location) return new SymbolInformation(excerpt(name), symbolKind(type), container, location)
  }
  return undefined
}

function placeOf(
  { article: articleId, entity: entityId }: EntityReference,
  articleOf: (id: string) => LocatedArticle | undefined
): Location | undefined {
  const article = articleOf(articleId)
  if (!article) return undefined
  const { text, analysis } = article
  const entity = analysis.entities.find((one) => one.id === entityId)
  const mention = entity && definingMention(article, analysis, entity)
  return mention && new Location(article.uri, rangeInText(text)(mention))
}
