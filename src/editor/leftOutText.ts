import type { LeftOutReason } from '../article'
import { l10n } from '../workspace/l10n'

/** Why a paragraph is dimmed. */
export function leftOutText(reason: LeftOutReason): string {
  switch (reason) {
    case 'credit':
      return l10n.t('Not searched for quotes: a note on who wrote, edited or owns the text, or what it is for.')
    case 'invitation':
      return l10n.t('Left out of the analysis: an invitation to read, follow, share or subscribe.')
    case 'consent':
      return l10n.t('Left out of the analysis: a note on cookies or terms of use.')
    case 'advertisement':
      return l10n.t('Left out of the analysis: what is written around an advertisement.')
  }
}
