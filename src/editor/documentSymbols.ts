import { DocumentSymbol, languages, type Disposable, type LogOutputChannel, type TextDocument } from 'vscode'
import { delayed } from '../util/delayed'
import { disposableList } from '../util/disposable'
import { isDecidedAnew, type ArticleDocuments, type OpenArticle } from '../workspace/articleDocuments'
import { articleSelector } from '../workspace/articleLanguage'
import { l10n } from '../workspace/l10n'
import { showsAttitudes } from '../workspace/settings'
import { spanToRange } from '../workspace/spans'
import { guarded } from './guard'
import { excerpt } from './markdownText'
import { outline, type OutlineNode } from './outline'
import { symbolKind } from './symbolKinds'
import { quoteKindName } from './vocabulary'

/** How long decisions have to rest before VS Code is told of them, in milliseconds: a review makes one after the other. */
const restTime = 300

/** The article's quotes and names for the outline, the breadcrumbs and Go to Symbol in Editor. */
export function registerDocumentSymbols(documents: ArticleDocuments, log: LogOutputChannel): Disposable {
  const provideDocumentSymbols = (document: TextDocument, token: Parameters<ArticleDocuments['analyze']>[1]) =>
    guarded(log, 'The outline', async () => {
      const analyzed = await documents.analyze(document, token)
      return analyzed && symbolsOf(document, analyzed)
    })
  const register = () =>
    languages.registerDocumentSymbolProvider(
      articleSelector,
      { provideDocumentSymbols },
      { label: l10n.t('Article Annotator') }
    )
  // VS Code keeps the symbols of a version of the text as long as it has the same providers, and has no event for new ones.
  let registered = register()
  const owned = disposableList()
  const registerAnew = owned.add(
    delayed(restTime, () => {
      registered.dispose()
      registered = register()
    })
  )
  owned.add(
    documents.onDidAnalyze((article) => {
      if (isDecidedAnew(article)) registerAnew()
    })
  )
  owned.add({
    dispose: () => {
      registered.dispose()
    }
  })
  return owned
}

function symbolsOf(document: TextDocument, { article, analysis }: OpenArticle): DocumentSymbol[] {
  const symbolOf = (node: OutlineNode): DocumentSymbol => {
    const symbol = new DocumentSymbol(
      node.name,
      detailOf(node),
      symbolKind(node.kind),
      spanToRange(document, node.range),
      spanToRange(document, node.selection)
    )
    symbol.children = node.children.map(symbolOf)
    return symbol
  }
  return outline(article, analysis, { attitudes: showsAttitudes(document) }).map(symbolOf)
}

/** The text that VS Code shows after the symbol: an entity's first description, or the kind of a quote. */
function detailOf({ quote, entity }: OutlineNode): string {
  if (quote) return quoteKindName(quote)
  return excerpt(entity?.descriptions[0] ?? '', 60)
}
