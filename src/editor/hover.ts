import {
  env,
  Hover,
  languages,
  MarkdownString,
  type Disposable,
  type LogOutputChannel,
  type TextDocument
} from 'vscode'
import type { ArticleDocuments, OpenArticle } from '../workspace/articleDocuments'
import { articleSelector } from '../workspace/articleLanguage'
import type { ArticleFolder } from '../workspace/articleFolder'
import { showsAttitudes } from '../workspace/settings'
import { spanToRange } from '../workspace/spans'
import { entityHover } from './entityHover'
import { folderCard } from './folderCard'
import { guarded } from './guard'
import { hoverCards } from './hoverCards'
import type { HoverText } from './hoverText'
import { revealSpanCommand } from './links'
import { quoteHover } from './quoteHover'

/** Says who or where a mention is, and who is quoted with what. */
export function registerHover(documents: ArticleDocuments, folder: ArticleFolder, log: LogOutputChannel): Disposable {
  return languages.registerHoverProvider(articleSelector, {
    provideHover: (document, position, token) =>
      guarded(log, 'Hover', async () => {
        const analyzed = await documents.analyze(document, token)
        return analyzed && hoverAt(document, analyzed, document.offsetAt(position), folder)
      })
  })
}

function hoverAt(
  document: TextDocument,
  analyzed: OpenArticle,
  offset: number,
  folder: ArticleFolder
): Hover | undefined {
  const { uri, text: articleText, analysis } = analyzed
  const attitudes = showsAttitudes(document)
  const { entity, quote } = hoverCards(articleText, analysis, offset, { attitudes })
  const pointed = entity?.mention ?? quote?.piece
  if (!pointed) return undefined
  const text: HoverText = {
    uri,
    text: articleText,
    language: env.language,
    lineOf: (start) => document.positionAt(start).line + 1
  }
  // The speaker's own hover lists the quotes already.
  const others = entity && entity.entity === quote?.speaker ? [] : (quote?.others ?? [])
  const snapshot = folder.snapshot()
  const standing =
    entity && snapshot?.has(analyzed)
      ? folderCard(snapshot, { article: analyzed.id, entity: entity.entity.id }, { attitudes })
      : undefined
  const contents = [entity && entityHover(entity, text, standing), quote && quoteHover({ ...quote, others }, text)]
  return new Hover(contents.filter((content) => content !== undefined).map(trusted), spanToRange(document, pointed))
}

/** All text of the article is escaped before; should some slip through, it could still run this one harmless command only. */
function trusted(markdown: string): MarkdownString {
  const content = new MarkdownString(markdown)
  content.isTrusted = { enabledCommands: [revealSpanCommand] }
  return content
}
