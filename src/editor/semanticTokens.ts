import {
  CancellationError,
  EventEmitter,
  languages,
  SemanticTokensBuilder,
  SemanticTokensLegend,
  workspace,
  type Disposable,
  type DocumentSemanticTokensProvider,
  type LogOutputChannel,
  type SemanticTokens,
  type TextDocument
} from 'vscode'
import { disposableList } from '../util/disposable'
import type { ArticleDocuments, OpenArticle } from '../workspace/articleDocuments'
import { articleSelector, isArticle } from '../workspace/articleLanguage'
import { highlightSettings } from '../workspace/settings'
import { spanToRange } from '../workspace/spans'
import { guarded } from './guard'
import { namedTokens, tokenModifiers, tokenTypes } from './namedTokens'

const legend = new SemanticTokensLegend([...tokenTypes], [...tokenModifiers])

/** Colours the names of actors and places. */
export function registerSemanticTokens(documents: ArticleDocuments, log: LogOutputChannel): Disposable {
  const owned = disposableList()
  const changed = owned.add(new EventEmitter<void>())
  const provider: DocumentSemanticTokensProvider = {
    onDidChangeSemanticTokens: changed.event,
    provideDocumentSemanticTokens: (document, token) =>
      guarded(log, 'Colouring names', async () => {
        if (!isArticle(document) || !highlightSettings(document).names) return noTokens()
        const analyzed = await documents.analyze(document, token)
        // There is no result because the article changed or the request was cancelled: VS Code keeps the old tokens and
        // asks again.
        if (!analyzed) throw new CancellationError()
        return encode(document, analyzed)
      })
  }
  owned.add(languages.registerDocumentSemanticTokensProvider(articleSelector, provider, legend))
  // After an edit VS Code asks again by itself; a new revision of the same text has to be reported.
  owned.add(documents.onDidAnalyze(({ revision }) => revision > 0 && changed.fire()))
  owned.add(
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('articleAnnotator') && changed.fire())
  )
  return owned
}

function encode(document: TextDocument, { article, analysis }: OpenArticle): SemanticTokens {
  const builder = new SemanticTokensBuilder(legend)
  for (const token of namedTokens(article.text, analysis))
    builder.push(spanToRange(document, token), token.type, [...token.modifiers])
  return builder.build()
}

function noTokens(): SemanticTokens {
  return new SemanticTokensBuilder(legend).build()
}
