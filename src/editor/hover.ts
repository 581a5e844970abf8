import {
  env,
  Hover,
  languages,
  MarkdownString,
  type Disposable,
  type LogOutputChannel,
  type TextDocument
} from 'vscode'
import type { Annotations } from '../workspace/annotations/annotations'
import type { ArticleDocuments, OpenArticle } from '../workspace/articleDocuments'
import { articleSelector } from '../workspace/articleLanguage'
import type { ArticleFolder } from '../workspace/articleFolder'
import { showsAttitudes } from '../workspace/settings'
import { spanToRange } from '../workspace/spans'
import { addressesOf } from './addresses'
import { entityHover } from './entityHover'
import { decideLinkCommands } from './decideLinks'
import { folderCard } from './folderCard'
import { guarded } from './guard'
import { hoverCards } from './hoverCards'
import type { HoverText } from './hoverText'
import { revealSpanCommand } from './links'
import { quoteHover } from './quoteHover'

/** Shows in a hover the entity of a mention, and a quote with its speaker. */
export function registerHover(
  documents: ArticleDocuments,
  folder: ArticleFolder,
  annotations: Pick<Annotations, 'project'>,
  log: LogOutputChannel
): Disposable {
  return languages.registerHoverProvider(articleSelector, {
    provideHover: (document, position, token) =>
      guarded(log, 'Hover', async () => {
        const analyzed = await documents.analyze(document, token)
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
  const hovered = entity?.mention ?? quote?.piece
  if (!hovered) return undefined
  const text: HoverText = {
    uri,
    text: articleText,
    markup,
    language: env.language,
    lineOf: (start) => document.positionAt(start).line + 1
  }
  // The entity's part of the hover already lists the quotes of the same speaker.
  const others = entity && entity.entity === quote?.speaker ? [] : (quote?.others ?? [])
  const snapshot = folder.snapshot()
  const inFolder =
    entity && snapshot?.has(analyzed)
      ? folderCard(snapshot, { article: analyzed.id, entity: entity.entity.id }, { attitudes })
      : undefined
  const addresses = addressesOf(entity?.entity.identity, annotations.project(uri).entities)
  const contents = [
    entity && entityHover(entity, text, inFolder, addresses),
    quote && quoteHover({ ...quote, others }, text)
  ]
  return new Hover(contents.filter((content) => content !== undefined).map(trusted), spanToRange(document, hovered))
}

/**
 * The article's text was escaped before. Even a command link that was missed could only run one of these: they check their
 * arguments, and all that they do can be undone.
 */
function trusted(markdown: string): MarkdownString {
  const content = new MarkdownString(markdown)
  content.isTrusted = { enabledCommands: [revealSpanCommand, ...decideLinkCommands] }
  return content
}
