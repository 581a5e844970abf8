import { languages, type Disposable, type LocationLink, type LogOutputChannel, type TextDocument } from 'vscode'
import type { Article, Span } from '../article'
import type { ArticleDocuments, OpenArticle } from '../workspace/articleDocuments'
import { articleSelector } from '../workspace/articleLanguage'
import { spanToRange } from '../workspace/spans'
import { definingMention, entityAt } from './entityAt'
import { guarded } from './guard'

/** Go to Definition: from "she", "the official", a last name or a quote's source to the mention that says who it is. */
export function registerDefinition(documents: ArticleDocuments, log: LogOutputChannel): Disposable {
  return languages.registerDefinitionProvider(articleSelector, {
    provideDefinition: (document, position, token) =>
      guarded(log, 'Go to Definition', async () => {
        const analyzed = await documents.analyzeSoon(document, token)
        return analyzed && definitionAt(document, analyzed, document.offsetAt(position))
      })
  })
}

function definitionAt(
  document: TextDocument,
  { uri, article, analysis }: OpenArticle,
  offset: number
): LocationLink[] | undefined {
  const found = entityAt(analysis, offset)
  const target = found && definingMention(article, analysis, found.entity)
  if (!target) return undefined
  return [
    {
      originSelectionRange: spanToRange(document, found.span),
      targetUri: uri,
      targetRange: spanToRange(document, sentenceAround(article, target)),
      targetSelectionRange: spanToRange(document, target)
    }
  ]
}

/** The sentence of the target, which VS Code shows in its preview. */
function sentenceAround({ sentences }: Article, span: Span): Span {
  const sentence = sentences.find(({ start, end }) => start <= span.start && span.end <= end)
  return sentence ?? span
}
