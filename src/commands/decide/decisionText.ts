import type { Decision } from '../../annotations'
import { l10n } from '../../workspace/l10n'
import { inMarks, kindName } from './words'

/** What was decided, for lists of decisions: "reject", "speaker: Jane Roe". */
export function decisionText(decision: Decision): string {
  switch (decision.kind) {
    case 'accept':
      return l10n.t('accepted')
    case 'reject':
      return l10n.t('rejected')
    case 'mention':
      return kindName(decision.type, decision.acting)
    case 'identity':
      return l10n.t('is {0}', decision.who.name)
    case 'quote':
      return l10n.t('quote')
    case 'speaker':
      return decision.who ? l10n.t('speaker: {0}', decision.who.name) : l10n.t('speaker: nobody')
    case 'code':
      return l10n.t('code')
    case 'noCode':
      return l10n.t('code does not apply')
    case 'memo':
      return l10n.t('memo')
    case 'article':
      return decision.isArticle ? l10n.t('an article') : l10n.t('no article')
  }
}

/** The words that were decided about, in quotation marks. */
export function decisionWords({ target }: Decision, length?: number): string {
  if (target.length === 0) return l10n.t('the whole article')
  return inMarks(target.map(({ exact, was }) => was ?? exact).join(' \u2026 '), length)
}
