import { Hover, languages, MarkdownString, type Disposable, type LogOutputChannel } from 'vscode'
import { codePath, codeTree, shownColor, type Code, type Mark } from '../annotations'
import type { Annotations } from '../workspace/annotations/annotations'
import type { ArticleDocuments } from '../workspace/articleDocuments'
import { articleSelector } from '../workspace/articleLanguage'
import { l10n, shownDay } from '../workspace/l10n'
import { spanToRange } from '../workspace/spans'
import { svgAddress } from './codeIcon'
import { dotSvg } from './codeSvg'
import { escapeLines } from './escapeLines'
import { guarded } from './guard'
import { innermostAt } from './innermost'
import { escapeMarkdown } from './markdownText'

/** More codes and memos than these are counted. */
const mostShown = 12

/** Shows in a hover the codes and memos of the words, with who gave them and when. */
export function registerCodeHover(
  documents: ArticleDocuments,
  annotations: Annotations,
  log: LogOutputChannel
): Disposable {
  return languages.registerHoverProvider(articleSelector, {
    provideHover: (document, position, token) =>
      guarded(log, 'Hover of codes', async () => {
        const analyzed = await documents.analyzeSoon(document, token)
        const offset = document.offsetAt(position)
        const marks = (analyzed?.decided?.marks ?? []).filter(({ target }) => innermostAt(target, offset))
        if (marks.length === 0) return undefined
        const piece = innermostAt(
          marks.flatMap(({ target }) => target),
          offset
        )
        const content = new MarkdownString(codeHoverText(marks, annotations.project(document.uri).codes))
        return piece && new Hover(content, spanToRange(document, piece))
      })
  })
}

/** The codes, then the memos, as Markdown; all that people wrote is escaped. */
function codeHoverText(marks: readonly Mark[], codes: readonly Code[]): string {
  const tree = codeTree(codes)
  const lines = marks.slice(0, mostShown).map((mark) => {
    const who = `${escapeMarkdown(mark.creator)}, ${escapeMarkdown(shownDay(mark.modified ?? mark.created))}`
    if (mark.kind === 'memo') return `${l10n.t('Memo')} \u00B7 ${who}  \n${escapeLines(mark.text)}`
    const names = codePath(tree, mark.code)
    const name = names.length > 0 ? names.map(escapeMarkdown).join(' \u203A ') : l10n.t('unknown code')
    const memo = mark.memo === undefined ? '' : `  \n${escapeLines(mark.memo)}`
    return `${dot(tree.nodes.get(mark.code)?.code.color)} **${name}** \u00B7 ${who}${memo}`
  })
  const more = marks.length - mostShown
  return [...lines, ...(more > 0 ? [l10n.t('and {0} more', more)] : [])].join('\n\n')
}

/** In the middle of what is seen in light and dark themes. */
function dot(color = ''): string {
  return `![](${svgAddress(dotSvg(shownColor(color, 'light')))})`
}
