import type { Decision, Project } from '../annotations'
import type { ProposedEdit } from '../assistants/proposing'
import { decisionText, decisionWords } from '../commands/decide/decisionText'
import { escapeMarkdown, plainLine } from '../editor/markdownText'
import { lineAt } from '../study/surface'
import type { Annotations } from '../workspace/annotations/annotations'
import { l10n } from '../workspace/l10n'
import type { AskedMoment } from './askedFolder'

/** What is proposed, for which words of which file, as Markdown that shows exactly that: a paragraph for each decision. */
export function proposedWords(
  edits: readonly ProposedEdit[],
  { articles }: Pick<AskedMoment, 'articles'>,
  annotations: Pick<Annotations, 'project'>
): string {
  const files = new Map([...articles].map(([file, article]) => [article.id, [file, article] as const]))
  return shownEdits(edits)
    .flatMap(({ article: id, after }) => {
      const [file, article] = files.get(id) ?? []
      if (!after || !article || file === undefined) return []
      const [first] = after.target
      const what = proposedText(after, annotations.project(article.uri))
      const words = decisionWords(after, longestWords)
      return first
        ? [l10n.t('{0} ({1}, line {2}): {3}', words, file, String(lineAt(article, first.start)), what)]
        : [l10n.t('{0} ({1}): {2}', words, file, what)]
    })
    .map(escapeMarkdown)
    .join('\n\n')
}

/** In UTF-16 units. */
const longestWords = 400

/** What the person sees of it in the list of what can be undone. */
export function proposedLabel(edits: readonly ProposedEdit[]): string {
  const [main] = shownEdits(edits)
  if (!main?.after) return ''
  return `${plainLine(decisionWords(main.after))}, ${plainLine(decisionText(main.after))}`
}

/** Who somebody is may be said only so that a speaker can be named. */
function shownEdits(edits: readonly ProposedEdit[]): readonly ProposedEdit[] {
  const main = edits.filter(({ after }) => after && after.kind !== 'identity')
  return main.length > 0 ? main : edits
}

function proposedText(decision: Decision, { codes }: Pick<Project, 'codes'>): string {
  if (decision.kind === 'code')
    return l10n.t('code: {0}', codes.find(({ id }) => id === decision.code)?.name ?? decision.code)
  return decision.kind === 'memo' ? l10n.t('memo: {0}', decision.text) : decisionText(decision)
}
