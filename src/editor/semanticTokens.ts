import {
  CancellationError,
  EventEmitter,
  languages,
  SemanticTokensBuilder,
  SemanticTokensLegend,
  type Disposable,
  type DocumentSemanticTokensProvider,
  type LogOutputChannel,
  type SemanticTokens,
  type TextDocument
} from 'vscode'
import { disposableList } from '../util/disposable'
import { isDecidedAnew, type ArticleDocuments, type OpenArticle } from '../workspace/articleDocuments'
import { articleSelector, isArticle } from '../workspace/articleLanguage'
import { highlights, type Highlights } from '../workspace/settings'
import { spanToRange } from '../workspace/spans'
import { onDidChangeHighlights } from '../workspace/switchHighlights'
import { guarded } from './guard'
import { namedMentions, namedTokens, tokenModifiers, tokenTypes } from './namedTokens'

const legend = new SemanticTokensLegend([...tokenTypes], [...tokenModifiers])

/**
 * Tells the names of actors and places to themes and to other extensions. No stock theme has a rule for these tokens: the
 * colours are those of the decorations, the same in every theme.
 */
export function registerSemanticTokens(documents: ArticleDocuments, log: LogOutputChannel): Disposable {
  const owned = disposableList()
  const changed = owned.add(new EventEmitter<void>())
  const provider: DocumentSemanticTokensProvider = {
    onDidChangeSemanticTokens: changed.event,
    provideDocumentSemanticTokens: (document, token) =>
      guarded(log, 'Tokens of names', async () => {
        const shown = highlights(document)
        if (!isArticle(document) || !Object.values(shown).includes(true)) return noTokens()
        const analyzed = await documents.analyze(document, token)
        // There is no result because the article changed or the request was cancelled: VS Code keeps the old tokens and
        // asks again.
        if (!analyzed) throw new CancellationError()
        return encode(document, analyzed, shown)
      })
  }
  owned.add(languages.registerDocumentSemanticTokensProvider(articleSelector, provider, legend))
  // After an edit VS Code asks again by itself; a new revision of the same text has to be reported.
  owned.add(documents.onDidAnalyze((article) => isDecidedAnew(article) && changed.fire()))
  owned.add(onDidChangeHighlights(() => changed.fire()))
  return owned
}

function encode(document: TextDocument, { article, analysis }: OpenArticle, shown: Highlights): SemanticTokens {
  const builder = new SemanticTokensBuilder(legend)
  for (const token of namedTokens(article.text, namedMentions(analysis, shown)))
    builder.push(spanToRange(document, token), token.type, [...token.modifiers])
  return builder.build()
}

function noTokens(): SemanticTokens {
  return new SemanticTokensBuilder(legend).build()
}
