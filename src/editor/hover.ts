import {
  env,
  Hover,
  languages,
  MarkdownString,
  type Disposable,
  type LogOutputChannel,
  type TextDocument
} from 'vscode'
import type { Entity } from '../analysis'
import type { Annotations } from '../workspace/annotations/annotations'
import type { ArticleDocuments, OpenArticle } from '../workspace/articleDocuments'
import { articleSelector } from '../workspace/articleLanguage'
import type { ArticleFolder } from '../workspace/articleFolder'
import { showsAttitudes } from '../workspace/settings'
import { spanToRange } from '../workspace/spans'
import { addressesOf } from './addresses'
import { entityHover } from './entityHover'
import { guarded } from './guard'
import { hoverCards } from './hoverCards'
import { articleCounts, folderCounts, type HoverCounts } from './hoverCounts'
import { hoverCommands, type HoverText } from './hoverLines'
import { revealSpanCommand } from './links'
import { quoteHover } from './quoteHover'

/** Shows in a hover who or what a mention is, and elsewhere in a quote who says it. */
export function registerHover(
  documents: ArticleDocuments,
  folder: ArticleFolder,
  annotations: Pick<Annotations, 'project'>,
  log: LogOutputChannel
): Disposable {
  return languages.registerHoverProvider(articleSelector, {
    provideHover: (document, position, token) =>
      guarded(log, 'Hover', async () => {
        const analyzed = await documents.analyzeSoon(document, token)
        return analyzed && hoverAt(document, analyzed, document.offsetAt(position), folder, annotations)
      })
  })
}

function hoverAt(
  document: TextDocument,
  analyzed: OpenArticle,
  offset: number,
  folder: ArticleFolder,
  annotations: Pick<Annotations, 'project'>
): Hover | undefined {
  const { uri, text: articleText, markup, analysis } = analyzed
  const attitudes = showsAttitudes(document)
  const { entity, quote } = hoverCards(analyzed, analysis, offset, { attitudes })
  const text: HoverText = { uri, text: articleText, markup, language: env.language }
  const snapshot = folder.snapshot()
  const counts = (found: Entity): HoverCounts =>
    (snapshot?.has(analyzed)
      ? folderCounts(snapshot, { article: analyzed.id, entity: found.id }, { attitudes })
      : undefined) ?? articleCounts(analyzed, found, { attitudes })
  if (entity) {
    const addresses = addressesOf(entity.entity.identity, annotations.project(uri).entities)
    const content = entityHover(entity, text, counts(entity.entity), addresses)
    return new Hover(trusted(content), spanToRange(document, entity.mention))
  }
  return (
    quote &&
    new Hover(
      trusted(quoteHover(quote, text, quote.speaker && counts(quote.speaker))),
      spanToRange(document, quote.piece)
    )
  )
}

/**
 * The article's text was escaped before. Even a command link that was missed could only run one of these: they check their
 * arguments, and all that they do can be undone.
 */
function trusted(markdown: string): MarkdownString {
  const content = new MarkdownString(markdown)
  content.isTrusted = { enabledCommands: [revealSpanCommand, ...hoverCommands] }
  return content
}
