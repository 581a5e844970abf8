import {
  CodeAction,
  CodeActionKind,
  languages,
  type Disposable,
  type LogOutputChannel,
  type TextDocument
} from 'vscode'
import { decisionOn, factsAt, isDecided, type Fact, type Pointed } from '../annotations'
import type { Span } from '../article'
import type { ArticleDocuments, OpenArticle } from '../workspace/articleDocuments'
import { articleSelector } from '../workspace/articleLanguage'
import { l10n } from '../workspace/l10n'
import { rangeToSpan } from '../workspace/spans'
import { guarded } from './guard'

/** What there is to decide at the cursor: suggestions are fixed, other decisions change what is there. */
export function registerCodeActions(documents: ArticleDocuments, log: LogOutputChannel): Disposable {
  return languages.registerCodeActionsProvider(
    articleSelector,
    {
      provideCodeActions: (document, range, _context, token) =>
        guarded(log, 'Code actions', async () => {
          const article = await documents.analyzeSoon(document, token)
          return article && !article.problem ? actionsAt(document, article, rangeToSpan(document, range)) : undefined
        })
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] }
  )
}

function actionsAt(document: TextDocument, article: OpenArticle, span: Span): CodeAction[] {
  const { mention, quote, entity } = factsAt(article, span)
  const uri = document.uri.toString()
  const isSelected = span.end > span.start
  const action = (
    title: string,
    command: string,
    kind: CodeActionKind,
    about?: Pointed['about'],
    isPreferred = false
  ): CodeAction => {
    const made = new CodeAction(title, kind)
    made.isPreferred = isPreferred
    // Without an argument a command is about the selection.
    const argument = about && { uri, start: span.start, end: span.end, webviewSection: about }
    made.command = { title, command: `articleAnnotator.${command}`, ...(argument && { arguments: [argument] }) }
    return made
  }
  const fix = CodeActionKind.QuickFix
  const change = CodeActionKind.RefactorRewrite
  const actions: CodeAction[] = []
  if (quote !== undefined) {
    actions.push(action(l10n.t('Speaker of this quote\u2026'), 'setSpeaker', fix, 'quote', mention === undefined))
    actions.push(...answers({ about: 'quote', index: quote }, l10n.t('Accept this quote'), l10n.t('Reject this quote')))
  }
  if (mention !== undefined) {
    actions.push(
      ...answers({ about: 'mention', index: mention }, l10n.t('Accept this name'), l10n.t('Reject this name')),
      action(l10n.t('Change type\u2026'), 'changeType', change, 'mention'),
      action(l10n.t('Same as\u2026'), 'mergeEntities', change, 'mention'),
      action(l10n.t('Somebody else here\u2026'), 'splitMention', change, 'mention')
    )
    if (entity)
      actions.push(action(l10n.t('Rename \u201C{0}\u201D\u2026', entity.name), 'renameEntity', change, 'mention'))
  }
  if (isSelected) {
    actions.push(
      action(l10n.t('Mark as person'), 'markPerson', change),
      action(l10n.t('Mark as organization'), 'markOrganization', change),
      action(l10n.t('Mark as place'), 'markPlace', change),
      action(l10n.t('Mark as quote'), 'markQuote', change),
      action(l10n.t('Source of the quote'), 'setSource', change)
    )
  }
  if (actions.length > 0) actions.push(action(l10n.t('Annotate\u2026'), 'annotate', change))
  return actions

  function answers(fact: Fact, accept: string, reject: string): readonly CodeAction[] {
    if (!isDecided({ article }, fact))
      return [action(accept, 'accept', fix, fact.about), action(reject, 'reject', fix, fact.about)]
    const taken = decisionOn({ article }, fact)
      ? [action(l10n.t('Take back what was decided here'), 'takeBack', change, fact.about)]
      : []
    return [...taken, action(reject, 'reject', change, fact.about)]
  }
}
