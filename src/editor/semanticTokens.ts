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
import { inSlices } from '../util/slices'
import type { Steps } from '../util/steps'
import { isDecidedAnew, type ArticleDocuments, type OpenArticle } from '../workspace/articleDocuments'
import { articleSelector, isArticle } from '../workspace/articleLanguage'
import { highlights, type Highlights } from '../workspace/settings'
import { spanToRange } from '../workspace/spans'
import { onDidChangeHighlights } from '../workspace/switchHighlights'
import { guarded } from './guard'
import { namedMentionsInSteps, tokenModifiers, tokensOf, tokenTypes } from './namedTokens'

const mentionsPerStep = 500

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
        const isWanted = () => !token.isCancellationRequested && document.version === analyzed.version
        const tokens = await inSlices(encode(document, analyzed, shown), isWanted)
        if (!tokens) throw new CancellationError()
        return tokens
      })
  }
  owned.add(languages.registerDocumentSemanticTokensProvider(articleSelector, provider, legend))
  // After an edit VS Code asks again by itself; a new revision of the same text has to be reported.
  owned.add(documents.onDidAnalyze((article) => isDecidedAnew(article) && changed.fire()))
  owned.add(onDidChangeHighlights(() => changed.fire()))
  return owned
}

/** In steps of a few milliseconds: a long article has tens of thousands. */
function* encode(
  document: TextDocument,
  { article: { text }, analysis }: OpenArticle,
  shown: Highlights
): Steps<SemanticTokens> {
  const builder = new SemanticTokensBuilder(legend)
  const mentions = yield* namedMentionsInSteps(analysis, shown)
  for (const [index, mention] of mentions.entries()) {
    if (index % mentionsPerStep === mentionsPerStep - 1) yield
    for (const token of tokensOf(text, mention))
      builder.push(spanToRange(document, token), token.type, [...token.modifiers])
  }
  return builder.build()
}

function noTokens(): SemanticTokens {
  return new SemanticTokensBuilder(legend).build()
}
